import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { passwordFits } from "#app/platform/password.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { Caller, PersonCaller } from "./caller.ts";
import { issueToken, ownerOfToken, redeemToken } from "./tokens.server.ts";

/** Whose address this token proves: the reader's own, somebody's who is not signed in here, or nobody's any more. */
export function verificationOf(ctx: Caller, token: string): "mine" | "signedOut" | "gone" {
  const userId = ownerOfToken(ctx.db, ctx.now, token, "verify");
  if (userId === null) return "gone";
  return ctx.actor.kind === "user" && ctx.actor.userId === userId ? "mine" : "signedOut";
}

/**
 * Confirms an address by the token of the mail. Whoever is not signed in as that person gives the password too:
 * otherwise somebody could open an account with another's address and wait for her to confirm it.
 * Returns the person's id.
 */
export async function verifyEmail(ctx: Caller, token: string, password: string | undefined): Promise<string> {
  countAttempt(ctx, "mailedToken", token);
  const userId = ownerOfToken(ctx.db, ctx.now, token, "verify");
  if (userId === null) throw new DomainError("token.gone");
  const user = ctx.db.select().from(users).where(eq(users.id, userId)).get();
  if (!user || user.disabledAt) throw new DomainError("token.gone");
  if (verificationOf(ctx, token) !== "mine") {
    if (!password) throw new DomainError("form.required", { field: "password" });
    if (!(await passwordFits(user.passwordHash, password))) {
      throw new DomainError("password.wrong", { field: "password" });
    }
  }
  ctx.db.transaction((tx) => {
    if (redeemToken(tx, ctx.now, token, "verify") !== userId) throw new DomainError("token.gone");
    tx.update(users).set({ emailVerifiedAt: ctx.now }).where(eq(users.id, userId)).run();
    recordAudit(tx, ctx, {
      action: "account.verify",
      record: "user",
      recordId: userId,
      from: "unverified",
      to: "verified",
    });
  });
  return userId;
}

/** Sends the confirmation mail again to the signed-in person; nothing when the address is confirmed. */
export function resendVerification(ctx: PersonCaller): void {
  countAttempt(ctx, "verification", ctx.actor.userId);
  if (ctx.actor.emailVerified) return;
  const { userId, email, lang } = ctx.actor;
  ctx.db.transaction((tx) => {
    const url = absoluteUrl(at(lang).verifyEmail(issueToken(tx, ctx.now, userId, "verify")));
    queueMail(tx, ctx.now, { to: email, lang, template: "verifyEmail", params: { url } });
    recordAudit(tx, ctx, { action: "account.resendVerification", record: "user", recordId: userId });
  });
}
