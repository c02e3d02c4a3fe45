import { eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { demoTotpSecret } from "#db/seed/demo-accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt, forgetAttempts } from "#app/platform/rate-limits.server.ts";
import { unseal } from "#app/platform/seal.server.ts";
import type { PersonCaller } from "./caller.ts";
import { redeemRecoveryCode } from "./recovery-codes.server.ts";
import { acceptedStep, codeOfStep, stepAt } from "./second-factor.ts";
import { openSession } from "./sign-in.server.ts";

/**
 * Shows the second factor after the password: a code of the app, or a recovery code. Each works once. The session
 * is replaced by a new one (returned as Set-Cookie header), so that an id known from before gains nothing.
 */
export async function passSecondFactor(
  ctx: PersonCaller,
  input: { oneTimeCode: string; userAgent: string | null },
): Promise<string> {
  const { userId } = ctx.actor;
  countAttempt(ctx, "secondFactor", userId);
  ctx.db.transaction((tx) => {
    const user = tx.select().from(users).where(eq(users.id, userId)).get();
    const secret = user?.totpConfirmedAt && user.totpSecret ? unseal(user.totpSecret) : null;
    if (!user || !secret) throw new DomainError("secondFactor.wrong", { field: "oneTimeCode" });
    if (/^\d{6}$/.test(input.oneTimeCode)) {
      const step = acceptedStep(secret, input.oneTimeCode, ctx.now, user.totpLastStep);
      if (step === null) throw new DomainError("secondFactor.wrong", { field: "oneTimeCode" });
      tx.update(users).set({ totpLastStep: step }).where(eq(users.id, userId)).run();
      return;
    }
    if (!redeemRecoveryCode(tx, ctx.now, userId, input.oneTimeCode)) {
      throw new DomainError("secondFactor.wrong", { field: "oneTimeCode" });
    }
    recordAudit(tx, ctx, { action: "secondFactor.useRecoveryCode", record: "user", recordId: userId });
    notify(tx, ctx, { userId, key: "secondFactor.recoveryUsed", path: "/account/security" });
  });
  forgetAttempts(ctx, "secondFactor", userId);
  return openSession(ctx, { userId, userAgent: input.userAgent, secondFactor: true });
}

/**
 * In the demo town the accounts of staff share a published secret, so that a newcomer can enter with nothing else:
 * the next code that will be accepted, or null for any other account.
 */
export function demoCode(ctx: PersonCtx): string | null {
  const user = ctx.db
    .select({ sealed: users.totpSecret, lastStep: users.totpLastStep })
    .from(users)
    .where(eq(users.id, ctx.actor.userId))
    .get();
  if (!user?.sealed || unseal(user.sealed) !== demoTotpSecret) return null;
  const now = stepAt(ctx.now);
  return codeOfStep(demoTotpSecret, Math.min(now + 1, Math.max(now, (user.lastStep ?? 0) + 1)));
}
