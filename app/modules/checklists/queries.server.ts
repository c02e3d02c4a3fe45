import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { facts, markets } from "#db/schema/markets.ts";
import { checklistItems, checklists } from "#db/schema/readers.ts";
import { freshness, type Freshness } from "#app/modules/guides/freshness.ts";
import { sectionsOf } from "#app/modules/guides/queries.server.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import { factsOf, findMarket, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import type { Ctx, Lang, PersonCtx } from "#app/platform/context.ts";

/** The actor's lists, newest change first, with how far each is. */
export function listChecklists(ctx: PersonCtx) {
  const rows = ctx.db
    .select({ list: checklists, nameEn: markets.nameEn, nameZh: markets.nameZh })
    .from(checklists)
    .innerJoin(markets, eq(markets.code, checklists.marketCode))
    .where(and(eq(checklists.userId, ctx.actor.userId), isNull(checklists.deletedAt)))
    .orderBy(desc(checklists.updatedAt), desc(checklists.id))
    .all();
  return rows.map(({ list, ...names }) => {
    const items = shownItems(ctx, list.id);
    const open = items.filter((item) => item.doneAt === null);
    const dues = open.flatMap((item) => (item.dueOn ? [item.dueOn] : []));
    return {
      ...{ id: list.id, title: list.title, hs: list.hs, ...names },
      total: items.length,
      done: items.length - open.length,
      nextDue: dues.sort()[0] ?? null,
    };
  });
}

/** One list of the actor's own with its market, or null; also one that was thrown away, to have it back. */
export function findChecklist(ctx: PersonCtx, id: string) {
  const mine = and(eq(checklists.id, id), eq(checklists.userId, ctx.actor.userId));
  const list = ctx.db.select().from(checklists).where(mine).get();
  const market = list ? findMarket(ctx, list.marketCode) : null;
  return list && market ? { list, market } : null;
}
export type FoundChecklist = NonNullable<ReturnType<typeof findChecklist>>;

/** The steps of a list as they stand today: what is behind each, how far that can be relied on, what changed since. */
export function checklistSteps(ctx: Ctx, lang: Lang, { list, market }: FoundChecklist) {
  const behind = groundsOf(ctx, lang, market);
  return shownItems(ctx, list.id).map((item) => {
    const ground = behind(item.topic, item.factKey);
    const since = item.seenAt ?? list.createdAt;
    const changedAt = [ground.sectionChanged, ground.factChanged]
      .filter((at): at is Date => at !== null && at > since)
      .sort((a, b) => b.getTime() - a.getTime())[0];
    return { ...item, fact: ground.fact, freshness: ground.freshness, changedAt: changedAt ?? null };
  });
}
export type ChecklistStep = ReturnType<typeof checklistSteps>[number];

/** What stands behind a step: its fact and its section's state, and when each was last changed. */
export function groundsOf(ctx: Ctx, lang: Lang, market: FoundMarket) {
  const all = new Map(factsOf(ctx, market).map((fact) => [fact.key, fact]));
  const heads = sectionsOf(ctx, market.code);
  const changed = new Map<string, Date>();
  for (const code of [...market.blocks.map((block) => block.code), market.code]) {
    const rows = ctx.db
      .select({ key: facts.key, at: facts.updatedAt })
      .from(facts)
      .where(eq(facts.marketCode, code))
      .all();
    for (const { key, at } of rows) changed.set(key, at);
  }
  return (
    topic: Topic | null,
    factKey: string | null,
  ): {
    fact: MarketFact | null;
    freshness: Freshness | null;
    sectionChanged: Date | null;
    factChanged: Date | null;
  } => {
    const sides = heads.filter((head) => head.topic === topic);
    const head = sides.find((side) => side.lang === lang) ?? sides[0];
    return {
      fact: (factKey === null ? null : all.get(factKey)) ?? null,
      freshness: head ? freshness(head, ctx.now) : null,
      sectionChanged: head?.publishedAt ?? null,
      factChanged: (factKey === null ? null : changed.get(factKey)) ?? null,
    };
  };
}

/** The last step that was taken off a list, for having it back; null where it is on the list. */
export function removedStep(ctx: Ctx, checklistId: string, itemId: string) {
  const row = ctx.db
    .select()
    .from(checklistItems)
    .where(and(eq(checklistItems.id, itemId), eq(checklistItems.checklistId, checklistId)))
    .get();
  return row?.removedAt ? row : null;
}

function shownItems(ctx: Ctx, checklistId: string) {
  return ctx.db
    .select()
    .from(checklistItems)
    .where(and(eq(checklistItems.checklistId, checklistId), isNull(checklistItems.removedAt)))
    .orderBy(asc(checklistItems.position))
    .all();
}
