import { and, asc, count, desc, eq } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { deskQuestions } from "#db/schema/readers.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import type { AnswerInput, QuestionState } from "./schema.ts";

/** One page of the queue: open ones the longest waiting first, answered ones the newest first. */
export function listQuestions(ctx: Ctx, state: QuestionState, page: number, perPage = 20) {
  const where = eq(deskQuestions.state, state);
  const rows = ctx.db
    .select({ question: deskQuestions, name: users.name })
    .from(deskQuestions)
    .innerJoin(users, eq(users.id, deskQuestions.userId))
    .where(where)
    .orderBy(
      state === "open" ? asc(deskQuestions.createdAt) : desc(deskQuestions.answeredAt),
      asc(deskQuestions.id),
    )
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
  const { total } = ctx.db.select({ total: count() }).from(deskQuestions).where(where).get()!;
  return { questions: rows.map(({ question, name }) => ({ ...question, name })), total };
}

/** Answers an open question: the reader hears of it under the bell and, at a proven address, by mail. */
export function answerQuestion(ctx: PersonCtx, { id, answer }: AnswerInput): void {
  if (!may(ctx.actor, "desk.answer")) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const asked = tx
      .update(deskQuestions)
      .set({ state: "answered", answer, answeredById: ctx.actor.userId, answeredAt: ctx.now })
      .where(and(eq(deskQuestions.id, id), eq(deskQuestions.state, "open")))
      .returning()
      .get();
    if (!asked) throw new DomainError("desk.alreadyAnswered");
    recordAudit(tx, ctx, {
      action: "question.answer",
      record: "question",
      recordId: id,
      from: "open",
      to: "answered",
    });
    const reader = tx.select().from(users).where(eq(users.id, asked.userId)).get()!;
    const params = { question: asked.question.slice(0, 80) };
    notify(tx, ctx, { userId: reader.id, key: "desk.answered", params, path: `/account/questions#q-${id}` });
    if (!reader.emailVerifiedAt || reader.disabledAt) return;
    queueMail(tx, ctx.now, {
      to: reader.email,
      lang: reader.lang,
      template: "deskAnswer",
      params: {
        name: reader.name,
        question: asked.question,
        answer,
        url: absoluteUrl(at(reader.lang).questions()),
      },
    });
  });
}
