import { eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { emailTokens, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { passwordFits } from "#app/platform/password.server.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { tokenHash } from "#app/platform/seal.server.ts";
import type { Caller } from "./caller.ts";
import { endSessions } from "./end-sessions.server.ts";
import { may } from "./rights.ts";
import { dropTokens, ownerOfToken, redeemToken } from "./tokens.server.ts";

const isOwn = ({ actor }: Caller, userId: string) =>
  actor.kind === "user" && actor.userId === userId && may(actor, "account.manage");

function newEmailOf(db: Database | Transaction, token: string): string | null {
  const row = db
    .select({ newEmail: emailTokens.newEmail })
    .from(emailTokens)
    .where(eq(emailTokens.id, tokenHash(token)))
    .get();
  return row?.newEmail ?? null;
}

/** What a link of the mail to a new address is good for: whose it is for this reader, and the address. */
export function emailChangeOf(
  ctx: Caller,
  token: string,
): { state: "mine" | "signedOut"; newEmail: string } | { state: "gone" } {
  const userId = ownerOfToken(ctx.db, ctx.now, token, "changeEmail");
  const newEmail = userId === null ? null : newEmailOf(ctx.db, token);
  if (userId === null || newEmail === null) return { state: "gone" };
  return { state: isOwn(ctx, userId) ? "mine" : "signedOut", newEmail };
}

/**
 * Makes the new address the account's. Whoever is not signed in as that person gives the password too: with a slip
 * of the pen the mail went to a stranger. All other sessions end, and links mailed to the old address with them.
 */
export async function confirmEmailChange(
  ctx: Caller,
  token: string,
  password: string | undefined,
): Promise<"mine" | "signedOut"> {
  countAttempt(ctx, "mailedToken", token);
  const userId = ownerOfToken(ctx.db, ctx.now, token, "changeEmail");
  const user = userId && ctx.db.select().from(users).where(eq(users.id, userId)).get();
  if (!user || user.disabledAt) throw new DomainError("token.gone");
  const mine = isOwn(ctx, user.id);
  if (!mine) {
    if (!password) throw new DomainError("form.required", { field: "password" });
    if (!(await passwordFits(user.passwordHash, password))) {
      throw new DomainError("password.wrong", { field: "password" });
    }
  }
  ctx.db.transaction((tx) => {
    const email = newEmailOf(tx, token);
    if (redeemToken(tx, ctx.now, token, "changeEmail") !== user.id || !email) {
      throw new DomainError("token.gone");
    }
    if (tx.select().from(users).where(eq(users.email, email)).get()) throw new DomainError("email.taken");
    tx.update(users).set({ email, emailVerifiedAt: ctx.now }).where(eq(users.id, user.id)).run();
    const ended = endSessions(
      tx,
      user.id,
      mine && ctx.actor.kind === "user" ? ctx.actor.sessionId : undefined,
    );
    dropTokens(tx, user.id, "verify");
    dropTokens(tx, user.id, "reset");
    queueMail(tx, ctx.now, {
      to: user.email,
      lang: user.lang,
      template: "emailChanged",
      params: { name: user.name, newEmail: email },
    });
    notify(tx, ctx, { userId: user.id, key: "email.changed", path: "/account/email" });
    recordAudit(tx, ctx, { action: "email.change", record: "user", recordId: user.id, detail: { ended } });
  });
  return mine ? "mine" : "signedOut";
}
