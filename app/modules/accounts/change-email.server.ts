import { and, eq, gt, isNull } from "drizzle-orm";
import { emailTokens, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { atLeast } from "#app/platform/password.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { PersonCaller } from "./caller.ts";
import { provePassword } from "./prove-password.server.ts";
import { evenAnswerMs } from "./sign-up.server.ts";
import { dropTokens, issueToken } from "./tokens.server.ts";

const openChange = (userId: string, now: Date) =>
  and(
    eq(emailTokens.userId, userId),
    eq(emailTokens.purpose, "changeEmail"),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, now),
  );

/** The address that waits to be confirmed as the actor's, and until when; null when none does. */
export function pendingEmailChange(ctx: PersonCtx) {
  const row = ctx.db
    .select({ newEmail: emailTokens.newEmail, expiresAt: emailTokens.expiresAt })
    .from(emailTokens)
    .where(openChange(ctx.actor.userId, ctx.now))
    .get();
  return row?.newEmail ? { newEmail: row.newEmail, expiresAt: row.expiresAt } : null;
}

/**
 * Asks for another address: the present one is told at once, the new one gets a link for 24 hours, and nothing
 * changes before that is confirmed. If the new address has an account already, its owner is told so instead; the
 * answer, the time it takes and what the account page shows are the same. `lang` is the language of the page.
 */
export async function askEmailChange(
  ctx: PersonCaller,
  input: { email: string; currentPassword: string; lang: Lang },
): Promise<void> {
  const { userId, name, lang } = ctx.actor;
  await provePassword(ctx, input.currentPassword);
  countAttempt(ctx, "emailChange", userId);
  countAttempt(ctx, "letterToAddress", input.email);
  if (input.email === ctx.actor.email) throw new DomainError("email.same", { field: "email" });
  await atLeast(evenAnswerMs, () => {
    ctx.db.transaction((tx) => {
      const token = issueToken(tx, ctx.now, userId, "changeEmail", input.email);
      const known = tx.select({ lang: users.lang }).from(users).where(eq(users.email, input.email)).get();
      if (known) {
        const url = absoluteUrl(at(known.lang).signIn());
        queueMail(tx, ctx.now, {
          to: input.email,
          lang: known.lang,
          template: "emailTaken",
          params: { url },
        });
      } else {
        const url = absoluteUrl(at(input.lang).emailChange(token));
        queueMail(tx, ctx.now, {
          to: input.email,
          lang: input.lang,
          template: "confirmNewEmail",
          params: { url },
        });
      }
      queueMail(tx, ctx.now, {
        to: ctx.actor.email,
        lang,
        template: "emailChangeAsked",
        params: { name, newEmail: input.email, url: absoluteUrl(at(lang).forgotPassword()) },
      });
      notify(tx, ctx, { userId, key: "email.changeAsked", path: "/account/email" });
      recordAudit(tx, ctx, { action: "email.askChange", record: "user", recordId: userId });
    });
  });
}

/** Takes the wish for another address back: its link stops working. */
export function cancelEmailChange(ctx: PersonCtx): void {
  const { userId } = ctx.actor;
  ctx.db.transaction((tx) => {
    if (!tx.select().from(emailTokens).where(openChange(userId, ctx.now)).get()) return;
    dropTokens(tx, userId, "changeEmail");
    recordAudit(tx, ctx, { action: "email.cancelChange", record: "user", recordId: userId });
  });
}
