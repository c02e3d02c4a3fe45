import { eq } from "drizzle-orm";
import { vettingReviews } from "#db/schema/vetting.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { move } from "./move.server.ts";
import { casesOf, demandFirm, openCaseOf } from "./own-case.server.ts";
import { appealDays, mayAppeal } from "./states.ts";
import { tellFirm, tellVetters } from "./tell.server.ts";

/**
 * Appeals against the refusal of the own firm's last case, once and within 30 days. Two people who have not
 * reviewed it before judge it anew, with a clock of its own.
 *
 * @throws DomainError right.missing, vetting.noAppeal, vetting.openElsewhere
 */
export function appealCase(ctx: PersonCtx, text: string): void {
  const { id: organisationId } = demandFirm(ctx.actor);
  ctx.db.transaction((tx) => {
    if (openCaseOf(tx, organisationId)) throw new DomainError("vetting.openElsewhere");
    const [last] = casesOf(tx, organisationId);
    if (!last || !mayAppeal(last, ctx.now)) {
      throw new DomainError("vetting.noAppeal", { params: { days: appealDays } });
    }
    const set = { appealText: text, appealedAt: ctx.now, waitingSince: ctx.now, usedMs: 0 };
    const one = move(tx, ctx, last, "appeal", { set });
    const before = tx
      .select({ id: vettingReviews.reviewerId })
      .from(vettingReviews)
      .where(eq(vettingReviews.caseId, one.id))
      .all();
    tellFirm(tx, ctx, organisationId, "appealed");
    tellVetters(
      tx,
      ctx,
      one,
      "vetting.toReview",
      before.map(({ id }) => id),
    );
  });
}
