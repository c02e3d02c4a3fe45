import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { recoveryCodes, sessions, users } from "#db/schema/accounts.ts";
import { recordAudit, type AuditInput } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { seal, unseal } from "#app/platform/seal.server.ts";
import type { PersonCaller } from "./caller.ts";
import { endSessions } from "./end-sessions.server.ts";
import { provePassword } from "./prove-password.server.ts";
import { renewRecoveryCodes } from "./recovery-codes.server.ts";
import { mustHaveSecondFactor } from "./rights.ts";
import { acceptedStep, newTotpSecret } from "./second-factor.ts";

/** How long an offered secret can be confirmed. */
const offerMs = 3_600_000;

/**
 * A secret to set up, sealed for this person: it travels in the form, so that the one in use keeps working until
 * the new one is confirmed. `earlier` is what the form sent back, when the first try failed.
 */
export function offerSecret(ctx: PersonCtx, earlier?: string): { secret: string; sealed: string } {
  const kept = earlier === undefined ? null : openOffer(ctx, earlier);
  const secret = kept ?? newTotpSecret();
  const sealed = kept && earlier ? earlier : seal(`${ctx.actor.userId} ${ctx.now.getTime()} ${secret}`);
  return { secret, sealed };
}

function openOffer(ctx: PersonCtx, sealed: string): string | null {
  const [userId, offeredAt, secret] = (unseal(sealed) ?? "").split(" ");
  const fresh = ctx.now.getTime() - Number(offeredAt) < offerMs;
  return userId === ctx.actor.userId && fresh && secret ? secret : null;
}

function changed(tx: Transaction, ctx: PersonCtx, action: AuditInput["action"], ended: number): void {
  const { userId, name, email, lang } = ctx.actor;
  recordAudit(tx, ctx, { action, record: "user", recordId: userId, detail: { ended } });
  notify(tx, ctx, { userId, key: "secondFactor.changed", path: "/account/security" });
  const url = absoluteUrl(at(lang).forgotPassword());
  queueMail(tx, ctx.now, { to: email, lang, template: "secondFactorChanged", params: { name, url } });
}

/**
 * Takes the offered secret into use once the app has shown a code of it. Other sessions end, this one counts as
 * having passed. Returns ten recovery codes, to be shown once.
 */
export async function setUpSecondFactor(
  ctx: PersonCaller,
  input: { currentPassword: string; oneTimeCode: string; sealed: string },
): Promise<string[]> {
  const { userId, sessionId } = ctx.actor;
  await provePassword(ctx, input.currentPassword);
  const secret = openOffer(ctx, input.sealed);
  if (!secret) throw new DomainError("secondFactor.offerGone", { field: "oneTimeCode" });
  return ctx.db.transaction((tx) => {
    const step = acceptedStep(secret, input.oneTimeCode, ctx.now, null);
    if (step === null) throw new DomainError("secondFactor.wrong", { field: "oneTimeCode" });
    tx.update(users)
      .set({ totpSecret: seal(secret), totpConfirmedAt: ctx.now, totpLastStep: step })
      .where(eq(users.id, userId))
      .run();
    tx.update(sessions).set({ secondFactorAt: ctx.now }).where(eq(sessions.id, sessionId)).run();
    changed(tx, ctx, "secondFactor.setUp", endSessions(tx, userId, sessionId));
    return renewRecoveryCodes(tx, ctx.now, userId);
  });
}

/** Takes the second factor away, for people who need not have one. */
export async function removeSecondFactor(ctx: PersonCaller, currentPassword: string): Promise<void> {
  const { userId, sessionId } = ctx.actor;
  await provePassword(ctx, currentPassword);
  if (mustHaveSecondFactor(ctx.actor)) throw new DomainError("secondFactor.required");
  ctx.db.transaction((tx) => {
    tx.update(users)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(users.id, userId))
      .run();
    tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
    changed(tx, ctx, "secondFactor.remove", endSessions(tx, userId, sessionId));
  });
}

/** Ten new recovery codes, to be shown once; the old ones stop working. */
export async function replaceRecoveryCodes(ctx: PersonCaller, currentPassword: string): Promise<string[]> {
  const { userId, sessionId } = ctx.actor;
  await provePassword(ctx, currentPassword);
  if (!ctx.actor.secondFactorSetUp) throw new DomainError("secondFactor.none");
  return ctx.db.transaction((tx) => {
    changed(tx, ctx, "secondFactor.renewCodes", endSessions(tx, userId, sessionId));
    return renewRecoveryCodes(tx, ctx.now, userId);
  });
}
