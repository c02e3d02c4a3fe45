import { may } from "#app/modules/accounts/rights.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { isReachable } from "./introductions.server.ts";
import { takeStep, type Introduction } from "./step-introduction.server.ts";
import { bodyOf, tellBody, toAsked } from "./tell.server.ts";

/**
 * The firm accepts, declines (no reason is asked for or kept), or ends what it had accepted. Accepting makes the
 * asking body one of the firm's matched ones and hands over the contact; see docs/decisions/012.
 *
 * @returns false for an id that is not of the actor's firm
 * @throws DomainError right.missing, introduction.moved, introduction.consentNeeded
 */
export function answerIntroduction(ctx: PersonCtx, id: string, step: "accept" | "decline" | "end"): boolean {
  const { organisation } = ctx.actor;
  if (!may(ctx.actor, "introductions.answer") || !organisation) throw new DomainError("right.missing");
  // What has not been passed on does not exist for the firm.
  const isMine = (row: Introduction) => row.msmeId === organisation.id && row.forwardedAt !== null;
  const answer = { answeredById: ctx.actor.userId, answeredAt: ctx.now };
  return ctx.db.transaction((tx) => {
    const row = takeStep(tx, ctx, id, step, isMine, step === "end" ? {} : answer);
    if (!row) return false;
    if (step === "accept" && !isReachable(ctx, row)) throw new DomainError("introduction.consentNeeded");
    const keys = {
      accept: "introduction.accepted",
      decline: "introduction.declined",
      end: "introduction.ended",
    } as const;
    tellBody(tx, ctx, {
      organisationId: row.organisationId,
      first: row.askedById,
      key: keys[step],
      about: bodyOf(tx, row.msmeId),
      path: "/introductions",
      mail: step === "end" ? null : { template: "introductionAnswered", url: toAsked },
    });
    return true;
  });
}
