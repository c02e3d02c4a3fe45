import { eq } from "drizzle-orm";
import { sessions, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { knownBrowser } from "#app/platform/known-browser.server.ts";
import { passwordFits } from "#app/platform/password.server.ts";
import { countAttempt, forgetAttempts } from "#app/platform/rate-limits.server.ts";
import { startSession } from "#app/platform/sessions.server.ts";
import type { Caller } from "./caller.ts";

/** Starts a session for a person who has just proved to be who they are; the one of before, if any, ends. */
export async function openSession(
  ctx: Caller,
  session: { userId: string; userAgent: string | null; secondFactor: boolean },
): Promise<string> {
  const { cookie } = await startSession(ctx.db, { ...session, now: ctx.now });
  const { actor } = ctx;
  ctx.db.transaction((tx) => {
    if (actor.kind === "user") tx.delete(sessions).where(eq(sessions.id, actor.sessionId)).run();
    recordAudit(tx, ctx, {
      action: "session.start",
      record: "user",
      recordId: session.userId,
      detail: { secondFactor: session.secondFactor },
    });
  });
  return cookie;
}

/**
 * Signs in by e-mail and password. The same refusal, after the same work, whether the address is unknown or the
 * password wrong. A person with a second factor gets a session that may do no more than show it.
 *
 * Wrong passwords are counted by address; a browser that signed in to the account before has a count of its own, so
 * that a stranger's guesses lock out strangers only.
 *
 * Returns the Set-Cookie header, whose account it is, and what comes next: the second factor, proving the address,
 * or nothing.
 */
export async function signIn(
  ctx: Caller,
  input: { email: string; password: string; userAgent: string | null; cookies?: string | null },
): Promise<{ cookie: string; userId: string; next: "secondFactor" | "verifyEmail" | null }> {
  const user = ctx.db.select().from(users).where(eq(users.email, input.email)).get();
  const browser = knownBrowser(input.cookies ?? null, user?.id ?? "nobody");
  const counted = browser ? `${input.email} from ${browser}` : input.email;
  countAttempt(ctx, "signIn", counted);
  if (!(await passwordFits(user?.passwordHash, input.password)) || !user) {
    throw new DomainError("signIn.wrong");
  }
  if (user.disabledAt) throw new DomainError("signIn.disabled");
  forgetAttempts(ctx, "signIn", counted);
  const cookie = await openSession(ctx, {
    userId: user.id,
    userAgent: input.userAgent,
    secondFactor: false,
  });
  const next = user.totpConfirmedAt ? "secondFactor" : user.emailVerifiedAt ? null : "verifyEmail";
  return { cookie, userId: user.id, next };
}
