import { asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { vettingReviews } from "#db/schema/vetting.ts";
import { may, type Right } from "#app/modules/accounts/rights.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { isTied } from "./conflicts.server.ts";
import { caseRow, type CaseRow } from "./move.server.ts";
import { roundOf } from "./states.ts";

export type ReviewRow = typeof vettingReviews.$inferSelect;

/**
 * A case as somebody of the chamber may act on it: it has been handed in, and the person has no tie to the firm.
 *
 * @throws DomainError right.missing, vetting.gone, vetting.tied
 */
export function caseFor(
  tx: Transaction,
  ctx: PersonCtx,
  id: string,
  right: Right = "vetting.review",
): CaseRow {
  if (!may(ctx.actor, right)) throw new DomainError("right.missing");
  const one = caseRow(tx, id);
  if (one.state === "draft") throw new DomainError("vetting.gone");
  if (isTied(tx, ctx.actor.userId, one.organisationId)) throw new DomainError("vetting.tied");
  return one;
}

/** All reviews of a case, in the order in which they were given. */
export function reviewsOf(tx: Transaction | PersonCtx["db"], caseId: string): ReviewRow[] {
  return tx
    .select()
    .from(vettingReviews)
    .where(eq(vettingReviews.caseId, caseId))
    .orderBy(asc(vettingReviews.round), asc(vettingReviews.place))
    .all();
}

/**
 * As `caseFor`, for whoever takes part in the present round: not somebody who judged the case before its appeal.
 *
 * @throws DomainError vetting.judgedBefore
 */
export function caseInRound(
  tx: Transaction,
  ctx: PersonCtx,
  id: string,
): { one: CaseRow; reviews: ReviewRow[] } {
  const one = caseFor(tx, ctx, id);
  const all = reviewsOf(tx, id);
  const round = roundOf(one);
  if (all.some((review) => review.round < round && review.reviewerId === ctx.actor.userId)) {
    throw new DomainError("vetting.judgedBefore");
  }
  return { one, reviews: all.filter((review) => review.round === round) };
}
