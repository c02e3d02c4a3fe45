import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { vettingReviewDrafts, vettingReviews, type VettingReasons } from "#db/schema/vetting.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { criteria, type Criterion, type Scores } from "./criteria.ts";
import { decide, type Decision } from "./decision.ts";
import { move, stopClock, type CaseRow } from "./move.server.ts";
import { caseInRound } from "./reviewer.server.ts";
import type { ReviewInput } from "./schema.ts";
import { follow, roundOf, twelveMonthsAfter } from "./states.ts";
import { tellFirm, tellVetters } from "./tell.server.ts";

/**
 * Gives the actor's review of a case. The last one that the round needs decides it: review, decision, step, audit
 * entry, notifications and letters stand in one transaction, so that a killed process leaves all of it or nothing.
 * Two people at once take their turns (every transaction starts by taking the database's one place to write);
 * unique indexes on place and person are the last guard. Returns what it came to.
 *
 * @throws DomainError right.missing, vetting.gone, vetting.tied, vetting.judgedBefore, vetting.reviewed, vetting.moved
 */
export function giveReview(ctx: PersonCtx, id: string, input: ReviewInput): Decision["kind"] {
  return ctx.db.transaction((tx) => {
    const { one, reviews } = caseInRound(tx, ctx, id);
    const { userId } = ctx.actor;
    if (reviews.some(({ reviewerId }) => reviewerId === userId)) throw new DomainError("vetting.reviewed");
    const before = decide(reviews.map(({ scores }) => scores));
    const taken = follow(one.state, "take") ? move(tx, ctx, one, "take") : one;
    if (taken.state !== "in_review" || before.kind !== "waiting") throw new DomainError("vetting.moved");

    const review = reviewOf(input);
    const round = roundOf(one);
    const place = before.for;
    tx.insert(vettingReviews)
      .values({ caseId: id, reviewerId: userId, round, place, ...review, createdAt: ctx.now })
      .run();
    tx.delete(vettingReviewDrafts)
      .where(and(eq(vettingReviewDrafts.caseId, id), eq(vettingReviewDrafts.reviewerId, userId)))
      .run();
    // That somebody reviewed, never how: whoever has not yet must not read it in the trail.
    recordAudit(tx, ctx, {
      action: "vetting.review",
      record: "vettingCase",
      recordId: id,
      detail: { round, place },
    });
    const all = [...reviews, review];
    const outcome = decide(all.map(({ scores }) => scores));
    if (outcome.kind === "waiting") {
      const key = outcome.for === 3 ? "vetting.toReviewThird" : "vetting.toReviewSecond";
      tellVetters(tx, ctx, taken, key, [...reviews.map(({ reviewerId }) => reviewerId), userId]);
    } else {
      finish(
        tx,
        ctx,
        taken,
        outcome,
        all.map(({ reasons }) => reasons),
      );
    }
    return outcome.kind;
  });
}

function reviewOf(input: ReviewInput): { scores: Scores; reasons: VettingReasons } {
  const scores = Object.fromEntries(criteria.map((name) => [name, input[name]])) as Scores;
  const why = Object.fromEntries(criteria.map((name) => [name, input[`${name}Why`]])) as Record<
    Criterion,
    string
  >;
  return { scores, reasons: { ...why, codes: input.codes, note: input.note } };
}

function finish(
  tx: Transaction,
  ctx: PersonCtx,
  one: CaseRow,
  outcome: Exclude<Decision, { kind: "waiting" }>,
  reasons: VettingReasons[],
): void {
  const notes = [...new Set(reasons.map(({ note }) => note ?? "").filter(Boolean))].join("\n\n");
  const set = { ...stopClock(one, ctx.now), scores: outcome.scores, decisionNote: notes, decidedAt: ctx.now };
  if (outcome.kind === "approved") {
    const expiresAt = twelveMonthsAfter(ctx.now);
    move(tx, ctx, one, "approve", { set: { ...set, expiresAt, reasonCodes: [] } });
    tellFirm(tx, ctx, one.organisationId, "approved", expiresAt);
    return;
  }
  const codes = [...new Set([...outcome.codes, ...reasons.flatMap((each) => each.codes ?? [])])];
  move(tx, ctx, one, "reject", { set: { ...set, reasonCodes: codes }, codes });
  tellFirm(tx, ctx, one.organisationId, "rejected");
}
