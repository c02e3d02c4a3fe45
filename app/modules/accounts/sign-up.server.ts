import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { atLeast, hashPassword } from "#app/platform/password.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { Caller } from "./caller.ts";
import { refuseWeakPassword } from "./password-strength.server.ts";
import { issueToken } from "./tokens.server.ts";

/** Answers that must not tell whether an address is known take at least this long. */
export const evenAnswerMs = 300;

/**
 * Opens an account that still has to prove its address. Somebody who has one already gets a mail that says so;
 * the answer, and the time it takes, are the same.
 */
export async function signUp(
  ctx: Caller,
  input: { name: string; email: string; password: string; lang: Lang; to: string | null },
): Promise<void> {
  const { name, email, lang } = input;
  countAttempt(ctx, "signUp", email);
  refuseWeakPassword(input.password, { name, email });
  await atLeast(evenAnswerMs, async () => {
    const passwordHash = await hashPassword(input.password);
    ctx.db.transaction((tx) => {
      const known = tx.select().from(users).where(eq(users.email, email)).get();
      if (known) {
        const params = {
          signInUrl: absoluteUrl(at(known.lang).signIn()),
          resetUrl: absoluteUrl(at(known.lang).forgotPassword()),
        };
        queueMail(tx, ctx.now, { to: email, lang: known.lang, template: "alreadyRegistered", params });
        return;
      }
      const user = tx
        .insert(users)
        .values({ name, email, lang, passwordHash, createdAt: ctx.now })
        .returning({ id: users.id })
        .get();
      const token = issueToken(tx, ctx.now, user.id, "verify");
      const url = absoluteUrl(at(lang).verifyEmail(token, { to: input.to }));
      queueMail(tx, ctx.now, { to: email, lang, template: "verifyEmail", params: { url } });
      recordAudit(tx, ctx, { action: "account.create", record: "user", recordId: user.id, to: "unverified" });
    });
  });
}
