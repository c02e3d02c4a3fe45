import { vettingMessages } from "#db/schema/vetting.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { move } from "./move.server.ts";
import { demandFirm, openCaseOf } from "./own-case.server.ts";
import { tellVetters } from "./tell.server.ts";

/**
 * Answers what the chamber asked, in the person's own language; files were added to the case before. The clock goes
 * on from here, with what was used up before the question.
 *
 * @throws DomainError right.missing, vetting.moved
 */
export function answerMore(ctx: PersonCtx, text: string): void {
  const { id: organisationId } = demandFirm(ctx.actor);
  ctx.db.transaction((tx) => {
    const one = openCaseOf(tx, organisationId);
    if (!one) throw new DomainError("vetting.moved");
    move(tx, ctx, one, "answer", { set: { waitingSince: ctx.now } });
    const words = ctx.actor.lang === "zh" ? { textZh: text } : { textEn: text };
    tx.insert(vettingMessages)
      .values({ caseId: one.id, fromStaff: false, authorId: ctx.actor.userId, ...words, createdAt: ctx.now })
      .run();
    tellVetters(tx, ctx, one, "vetting.answered");
  });
}
