import { eq } from "drizzle-orm";
import { organisations, users } from "#db/schema/accounts.ts";
import { uploads } from "#db/schema/uploads.ts";
import { vettingCases, vettingEvidence } from "#db/schema/vetting.ts";
import { may } from "#app/modules/accounts/rights.ts";
import type { Upload } from "#app/modules/uploads/read-upload.server.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ageOf } from "./clock.ts";
import { isTied } from "./conflicts.server.ts";
import { isScoreCode } from "./criteria.ts";
import { decide } from "./decision.ts";
import { evidenceOf, messagesOf, stepsOf } from "./own-vetting.server.ts";
import { reviewsOf, type ReviewRow } from "./reviewer.server.ts";
import { ownReviewDraft } from "./save-review-draft.server.ts";
import type { Snapshot } from "./snapshot-fields.ts";
import { changedFields, snapshotOf } from "./snapshot.server.ts";
import { chamberOwes, roundOf } from "./states.ts";

/**
 * A case as a vetter reads it; null when there is none, it has not been handed in, or the vetter is tied to the firm.
 *
 * Reviews of others are in it only for who has given theirs in the same round, or once the round is decided; those of
 * the round before an appeal only for who has judged since, or then. So is everything that would tell them: the
 * middle scores of an earlier round, and the codes that follow from points.
 *
 * @throws DomainError right.missing
 */
export function caseFile(ctx: PersonCtx, id: string) {
  if (!may(ctx.actor, "vetting.review")) throw new DomainError("right.missing");
  const { db, now } = ctx;
  const { userId } = ctx.actor;
  const one = db.select().from(vettingCases).where(eq(vettingCases.id, id)).get();
  if (!one || one.state === "draft" || isTied(db, userId, one.organisationId)) return null;
  const firm = db.select().from(organisations).where(eq(organisations.id, one.organisationId)).get()!;
  const all = reviewsOf(db, id);
  const round = roundOf(one);
  const present = all.filter((review) => review.round === round);
  const outcome = decide(present.map(({ scores }) => scores));
  const owed = chamberOwes.some((state) => state === one.state);
  const decided = !owed && one.state !== "more_info";
  const given = present.some(({ reviewerId }) => reviewerId === userId);
  const judgedBefore = all.some((review) => review.round < round && review.reviewerId === userId);
  const open = (review: ReviewRow) => review.reviewerId === userId || given || decided;
  const told = (codes: string[]) => (given || decided ? codes : codes.filter((code) => !isScoreCode(code)));
  const snapshot = (one.snapshot ?? {}) as Partial<Snapshot>;
  const current = snapshotOf(db, one.organisationId);
  return {
    id,
    state: one.state,
    round,
    firm: { id: firm.id, nameEn: firm.nameEn, nameZh: firm.nameZh },
    submittedAt: one.submittedAt,
    decidedAt: one.decidedAt,
    expiresAt: one.expiresAt,
    reasonCodes: told(one.reasonCodes),
    decisionNote: given || decided ? one.decisionNote : "",
    appealText: one.appealText,
    scores: decided ? one.scores : null,
    age: decided ? null : ageOf(one, now),
    needs: outcome.kind === "waiting" && !decided ? outcome.for : null,
    reviewsIn: present.length,
    reviews: all.filter(open).map((review) => ({
      place: review.place,
      round: review.round,
      by: db.select({ name: users.name }).from(users).where(eq(users.id, review.reviewerId)).get()!.name,
      own: review.reviewerId === userId,
      scores: review.scores,
      reasons: review.reasons,
      createdAt: review.createdAt,
    })),
    mayReview: owed && !given && !judgedBefore,
    mayAsk: owed && !judgedBefore,
    mayResume: one.state === "more_info" && !judgedBefore,
    judgedBefore,
    given,
    draft: ownReviewDraft(ctx, id),
    snapshot: one.snapshot ? snapshot : null,
    current,
    changed: one.snapshot ? changedFields(snapshot, current) : [],
    evidence: evidenceOf(db, id),
    messages: messagesOf(db, id),
    steps: stepsOf(db, id).map((step) => ({ ...step, codes: told(step.codes) })),
  };
}
export type CaseFile = NonNullable<ReturnType<typeof caseFile>>;

/** Whether an upload is evidence of a case that this vetter may read. */
export function mayReadEvidence(ctx: Ctx, upload: Upload): boolean {
  const { actor, db } = ctx;
  if (actor.kind !== "user" || !may(actor, "vetting.review")) return false;
  const found = db
    .select({ state: vettingCases.state })
    .from(vettingEvidence)
    .innerJoin(uploads, eq(uploads.id, vettingEvidence.uploadId))
    .innerJoin(vettingCases, eq(vettingCases.id, vettingEvidence.caseId))
    .where(eq(vettingEvidence.uploadId, upload.id))
    .get();
  return found !== undefined && found.state !== "draft" && !isTied(db, actor.userId, upload.organisationId);
}
