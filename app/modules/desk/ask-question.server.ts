import { eq, inArray } from "drizzle-orm";
import { staffRoles } from "#db/schema/accounts.ts";
import { deskQuestions } from "#db/schema/readers.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { AskInput } from "./schema.ts";

/** Puts a question into the desk's queue and tells those who answer. Returns its id. */
export function askQuestion(ctx: PersonCtx & { clientKey: string }, lang: Lang, input: AskInput): string {
  if (!may(ctx.actor, "desk.ask")) throw new DomainError("right.missing");
  const { userId } = ctx.actor;
  countAttempt(ctx, "deskQuestion", userId);
  return ctx.db.transaction((tx) => {
    const { id } = tx
      .insert(deskQuestions)
      .values({ userId, query: input.q, question: input.question, lang, state: "open", createdAt: ctx.now })
      .returning({ id: deskQuestions.id })
      .get();
    const staff = tx
      .selectDistinct({ userId: staffRoles.userId })
      .from(staffRoles)
      .where(inArray(staffRoles.role, ["editor", "organiser"]))
      .all();
    const params = { question: input.question.slice(0, 80) };
    for (const person of staff)
      notify(tx, ctx, { userId: person.userId, key: "desk.asked", params, path: `/staff/questions#q-${id}` });
    return id;
  });
}

/** The actor's own questions with their answers, newest first. */
export function myQuestions(ctx: PersonCtx) {
  const rows = ctx.db.select().from(deskQuestions).where(eq(deskQuestions.userId, ctx.actor.userId)).all();
  return rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
