import { may } from "#app/modules/accounts/rights.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { isReachable } from "./introductions.server.ts";
import { answerBy } from "./policy.ts";
import type { DeskInput } from "./schema.ts";
import { takeStep } from "./step-introduction.server.ts";
import { bodyOf, tellBody, toAsked, toReceived } from "./tell.server.ts";

/**
 * The desk passes a request on to the firm, with a date to answer by, or refuses it with a word to the asker.
 *
 * @returns false when there is no such request
 * @throws DomainError right.missing, introduction.moved, introduction.firmClosed
 */
export function forwardIntroduction(ctx: PersonCtx, { id, intent, note }: DeskInput): boolean {
  if (!may(ctx.actor, "introductions.forward")) throw new DomainError("right.missing");
  const desk = { deskById: ctx.actor.userId, deskNote: note };
  return ctx.db.transaction((tx) => {
    const set = intent === "forward" ? { ...desk, forwardedAt: ctx.now, answerBy: answerBy(ctx.now) } : desk;
    const row = takeStep(tx, ctx, id, intent, () => true, set);
    if (!row) return false;
    if (intent === "refuse") {
      tellBody(tx, ctx, {
        organisationId: row.organisationId,
        first: row.askedById,
        key: "introduction.refused",
        about: bodyOf(tx, row.msmeId),
        path: "/introductions",
        mail: { template: "introductionAnswered", url: toAsked },
      });
      return true;
    }
    // Consent, vetting or the body's own standing may have gone since it asked.
    if (!isReachable(ctx, row)) throw new DomainError("introduction.firmClosed");
    tellBody(tx, ctx, {
      organisationId: row.msmeId,
      key: "introduction.forwarded",
      about: bodyOf(tx, row.organisationId),
      path: "/introductions/received",
      mail: { template: "introductionForwarded", url: toReceived },
    });
    return true;
  });
}
