import { and, desc, eq } from "drizzle-orm";
import { vettingMessages } from "#db/schema/vetting.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { move } from "./move.server.ts";
import { caseInRound } from "./reviewer.server.ts";

/**
 * Goes on without an answer once the day to answer by has passed: the case is judged on what is there, again by two.
 *
 * @throws DomainError right.missing, vetting.gone, vetting.tied, vetting.judgedBefore, vetting.moved, vetting.notYet
 */
export function resumeCase(ctx: PersonCtx, id: string): void {
  ctx.db.transaction((tx) => {
    const { one } = caseInRound(tx, ctx, id);
    const asked = tx
      .select()
      .from(vettingMessages)
      .where(and(eq(vettingMessages.caseId, id), eq(vettingMessages.fromStaff, true)))
      .orderBy(desc(vettingMessages.createdAt))
      .get();
    if (asked?.answerBy && asked.answerBy > ctx.now) throw new DomainError("vetting.notYet");
    move(tx, ctx, one, "resume", { set: { waitingSince: ctx.now } });
  });
}
