import { and, count, eq, isNull } from "drizzle-orm";
import { checklistItems, checklists } from "#db/schema/readers.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { factsOf, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { dueDay, stepsFor } from "./steps.ts";

const mostLists = 50;

/** Keeps a market's steps for a product as a list of the actor's own; returns its id. */
export function keepChecklist(
  ctx: PersonCtx,
  market: FoundMarket,
  input: { title: string; hs: string | null; ship: string | null },
): string {
  if (!may(ctx.actor, "checklists.keep")) throw new DomainError("right.missing");
  const { userId } = ctx.actor;
  const today = chamberDay(ctx.now);
  const { steps } = stepsFor(factsOf(ctx, market), input.hs);
  return ctx.db.transaction((tx) => {
    const mine = and(eq(checklists.userId, userId), isNull(checklists.deletedAt));
    const { kept } = tx.select({ kept: count() }).from(checklists).where(mine).get()!;
    if (kept >= mostLists) throw new DomainError("checklist.tooMany", { params: { max: mostLists } });
    const { id } = tx
      .insert(checklists)
      .values({
        userId,
        marketCode: market.code,
        hs: input.hs,
        title: input.title,
        shipOn: input.ship,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning({ id: checklists.id })
      .get();
    steps.forEach((step, position) => {
      tx.insert(checklistItems)
        .values({
          ...step,
          checklistId: id,
          position,
          dueOn: input.ship ? dueDay(step.step, input.ship, today) : null,
          seenAt: ctx.now,
        })
        .run();
    });
    return id;
  });
}
