import { vettingMessages } from "#db/schema/vetting.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { move, stopClock } from "./move.server.ts";
import { caseInRound } from "./reviewer.server.ts";
import type { AskInput } from "./schema.ts";
import { follow } from "./states.ts";
import { tellFirm } from "./tell.server.ts";

const dayMs = 86_400_000;
/** The firm gets this many days at the least and at the most. */
const answerWithin = { least: 3, most: 60 };

/**
 * Asks the firm for more, in both languages or one, with a day to answer by (end of that day in Beijing). The
 * chamber's clock stands until the answer.
 *
 * @throws DomainError right.missing, vetting.gone, vetting.tied, vetting.judgedBefore, vetting.moved, vetting.askText, vetting.answerBy
 */
export function askMore(ctx: PersonCtx, id: string, input: AskInput): void {
  if (!input.textEn && !input.textZh) throw new DomainError("vetting.askText", { field: "textZh" });
  // 24:00 in Beijing is 16:00 UTC.
  const answerBy = new Date(Date.parse(`${input.answerBy}T16:00:00Z`) - 1);
  const days = (answerBy.getTime() - ctx.now.getTime()) / dayMs;
  if (days < answerWithin.least - 1 || days > answerWithin.most + 1) {
    throw new DomainError("vetting.answerBy", { field: "answerBy", params: answerWithin });
  }
  ctx.db.transaction((tx) => {
    const { one } = caseInRound(tx, ctx, id);
    const taken = follow(one.state, "take") ? move(tx, ctx, one, "take") : one;
    move(tx, ctx, taken, "ask", { set: stopClock(taken, ctx.now) });
    tx.insert(vettingMessages)
      .values({
        caseId: id,
        fromStaff: true,
        authorId: ctx.actor.userId,
        template: input.template ?? null,
        textEn: input.textEn,
        textZh: input.textZh,
        answerBy,
        createdAt: ctx.now,
      })
      .run();
    tellFirm(tx, ctx, one.organisationId, "moreInfo", answerBy);
  });
}
