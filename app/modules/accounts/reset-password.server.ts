import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { atLeast, hashPassword } from "#app/platform/password.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { Caller } from "./caller.ts";
import { endSessions } from "./end-sessions.server.ts";
import { refuseWeakPassword } from "./password-strength.server.ts";
import { evenAnswerMs } from "./sign-up.server.ts";
import { issueToken, ownerOfToken, redeemToken } from "./tokens.server.ts";

/** Mails a link to set a new password if somebody has this address; says and takes the same if nobody has. */
export async function requestPasswordReset(ctx: Caller, email: string): Promise<void> {
  countAttempt(ctx, "passwordReset", email);
  await atLeast(evenAnswerMs, () => {
    ctx.db.transaction((tx) => {
      const user = tx.select().from(users).where(eq(users.email, email)).get();
      if (!user || user.disabledAt) return;
      const { id: userId, name, lang } = user;
      const url = absoluteUrl(at(lang).resetPassword(issueToken(tx, ctx.now, userId, "reset")));
      queueMail(tx, ctx.now, { to: email, lang, template: "resetPassword", params: { name, url } });
      recordAudit(tx, ctx, { action: "password.requestReset", record: "user", recordId: userId });
    });
  });
}

/** Whether a reset link still works. */
export function resetTokenWorks(ctx: Caller, token: string): boolean {
  return ownerOfToken(ctx.db, ctx.now, token, "reset") !== null;
}

/**
 * Sets a new password by the token of the mail, which also proves the address; ends all sessions. The second factor,
 * where there is one, is asked for at the next sign-in as always.
 */
export async function resetPassword(ctx: Caller, token: string, password: string): Promise<void> {
  countAttempt(ctx, "mailedToken", token);
  const userId = ownerOfToken(ctx.db, ctx.now, token, "reset");
  const user = userId && ctx.db.select().from(users).where(eq(users.id, userId)).get();
  if (!user || user.disabledAt) throw new DomainError("token.gone");
  refuseWeakPassword(password, user);
  const passwordHash = await hashPassword(password);
  ctx.db.transaction((tx) => {
    if (redeemToken(tx, ctx.now, token, "reset") !== user.id) throw new DomainError("token.gone");
    tx.update(users)
      .set({ passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? ctx.now })
      .where(eq(users.id, user.id))
      .run();
    const ended = endSessions(tx, user.id);
    recordAudit(tx, ctx, { action: "password.reset", record: "user", recordId: user.id, detail: { ended } });
    notify(tx, ctx, { userId: user.id, key: "password.changed", path: "/account/security" });
    const url = absoluteUrl(at(user.lang).forgotPassword());
    queueMail(tx, ctx.now, {
      to: user.email,
      lang: user.lang,
      template: "passwordChanged",
      params: { name: user.name, url },
    });
  });
}
