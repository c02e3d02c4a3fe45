import { and, eq } from "drizzle-orm";
import { sectionFeedback, sections } from "#db/schema/guides.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { placeParams } from "./tell.server.ts";

/** Closes what a reader said of a section, as fixed or declined, with an answer; a signed-in reader is told. */
export function answerFeedback(
  ctx: PersonCtx,
  id: string,
  outcome: { state: "fixed" | "declined"; answer: string },
): void {
  demand(ctx.actor, "guides.edit");
  ctx.db.transaction((tx) => {
    const found = tx
      .select({ report: sectionFeedback, section: sections })
      .from(sectionFeedback)
      .innerJoin(sections, eq(sections.id, sectionFeedback.sectionId))
      .where(and(eq(sectionFeedback.id, id), eq(sectionFeedback.state, "open")))
      .get();
    if (!found) throw new DomainError("guide.feedbackClosed");
    const { report, section } = found;
    tx.update(sectionFeedback)
      .set({ ...outcome, closedById: ctx.actor.userId, closedAt: ctx.now })
      .where(eq(sectionFeedback.id, id))
      .run();
    recordAudit(tx, ctx, {
      action: "feedback.close",
      record: "section",
      recordId: section.id,
      from: "open",
      to: outcome.state,
      detail: { feedback: id, kind: report.kind },
    });
    if (report.userId === null || report.userId === ctx.actor.userId) return;
    notify(tx, ctx, {
      userId: report.userId,
      key: outcome.state === "fixed" ? "guide.feedbackFixed" : "guide.feedbackDeclined",
      params: { ...placeParams(tx, section.marketCode, section.topic), answer: outcome.answer },
      path: `/guides/${section.marketCode}/${section.topic}`,
    });
  });
}
