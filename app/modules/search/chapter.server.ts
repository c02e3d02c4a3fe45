import { eq } from "drizzle-orm";
import { sectors } from "#db/schema/markets.ts";
import { goodsOf } from "#search/goods.ts";
import type { Ctx } from "#app/platform/context.ts";

/** What an HS code stands for: its chapter in the sector tree and the words it was searched as; null for none. */
export function chapterOf(ctx: Ctx, hs: { code: string; chapter: string } | null) {
  if (!hs) return null;
  const row = ctx.db.select().from(sectors).where(eq(sectors.code, hs.chapter)).get();
  const goods = goodsOf(hs.code);
  if (!row || !goods) return null;
  return { ...hs, nameEn: row.nameEn, nameZh: row.nameZh, words: { en: goods.en, zh: goods.zh } };
}
export type Chapter = NonNullable<ReturnType<typeof chapterOf>>;
