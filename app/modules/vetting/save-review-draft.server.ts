import { and, eq } from "drizzle-orm";
import { vettingReviewDrafts } from "#db/schema/vetting.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { caseInRound } from "./reviewer.server.ts";
import { reviewDraftSchema, type ReviewDraft } from "./schema.ts";

/** Keeps the actor's unfinished review, for their eyes alone. @throws DomainError as `giveReview` */
export function saveReviewDraft(ctx: PersonCtx, id: string, body: ReviewDraft): void {
  ctx.db.transaction((tx) => {
    const { reviews } = caseInRound(tx, ctx, id);
    const { userId } = ctx.actor;
    if (reviews.some(({ reviewerId }) => reviewerId === userId)) throw new DomainError("vetting.reviewed");
    const row = { body, updatedAt: ctx.now };
    tx.insert(vettingReviewDrafts)
      .values({ caseId: id, reviewerId: userId, ...row })
      .onConflictDoUpdate({ target: [vettingReviewDrafts.caseId, vettingReviewDrafts.reviewerId], set: row })
      .run();
  });
}

/** The actor's own unfinished review; null when there is none. */
export function ownReviewDraft(ctx: PersonCtx, id: string): { body: ReviewDraft; updatedAt: Date } | null {
  const row = ctx.db
    .select()
    .from(vettingReviewDrafts)
    .where(and(eq(vettingReviewDrafts.caseId, id), eq(vettingReviewDrafts.reviewerId, ctx.actor.userId)))
    .get();
  const body = reviewDraftSchema.safeParse(row?.body);
  return row && body.success ? { body: body.data, updatedAt: row.updatedAt } : null;
}
