import { and, eq } from "drizzle-orm";
import { facts, sources } from "#db/schema/markets.ts";
import type { Ctx } from "#app/platform/context.ts";

/** One fact of a market as its form needs it; null when there is none of that key. */
export function factToEdit(ctx: Ctx, market: string, key: string) {
  return (
    ctx.db
      .select()
      .from(facts)
      .where(and(eq(facts.marketCode, market), eq(facts.key, key)))
      .get() ?? null
  );
}

/** All sources that facts can name. */
export function listSources(ctx: Ctx) {
  return ctx.db.select().from(sources).orderBy(sources.nameEn).all();
}
