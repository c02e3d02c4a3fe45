import { and, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { contentVersion } from "#db/schema/guides.ts";
import { facts, marketBlocks, markets, sectors, sources } from "#db/schema/markets.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Ctx } from "#app/platform/context.ts";
import type { FactCount, MarketFact } from "./facts.ts";

export type Market = typeof markets.$inferSelect;
export type MarketName = { code: string; nameEn: string; nameZh: string };

export type MarketTile = Market & {
  /** Own facts and those inherited from a block. */
  facts: FactCount;
  /** Published topics by language. */
  written: { en: number; zh: number };
  /** Imports of goods and services in US dollars, and the share that comes from China in per cent. */
  imports: number | null;
  importShareChina: number | null;
};

// A market's own statement stands in for the block's of the same key.
const scope = `
  with scope (market, origin) as (
    select code, code from markets union all select market_code, block_code from market_blocks where inherits = 1
  )
  select %COLUMNS% from scope join facts f on f.market_code = scope.origin
  where (scope.origin = scope.market or not exists (
    select 1 from facts own where own.market_code = scope.market and own.key = f.key
  ))`;

const statements = prepared((db) => ({
  markets: db.select().from(markets).orderBy(markets.nameEn).prepare(),
  market: db
    .select()
    .from(markets)
    .where(eq(markets.code, sql.placeholder("code")))
    .prepare(),
  blocksOf: db
    .select({ code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh })
    .from(marketBlocks)
    .innerJoin(markets, eq(markets.code, marketBlocks.blockCode))
    .where(
      and(
        eq(marketBlocks.marketCode, sql.placeholder("code")),
        eq(marketBlocks.inherits, sql.placeholder("inherits")),
      ),
    )
    .orderBy(markets.nameEn)
    .prepare(),
  membersOf: db
    .select({ code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh })
    .from(marketBlocks)
    .innerJoin(markets, eq(markets.code, marketBlocks.marketCode))
    .where(eq(marketBlocks.blockCode, sql.placeholder("code")))
    .orderBy(markets.nameEn)
    .prepare(),
  factsFrom: db
    .select({
      fact: {
        key: facts.key,
        kind: facts.kind,
        topic: facts.topic,
        labelEn: facts.labelEn,
        labelZh: facts.labelZh,
        textEn: facts.textEn,
        textZh: facts.textZh,
        noteEn: facts.noteEn,
        noteZh: facts.noteZh,
        value: facts.value,
        unit: facts.unit,
        url: facts.url,
        detail: facts.detail,
        asOf: facts.asOf,
        confidence: facts.confidence,
        basis: facts.basis,
        gap: facts.gap,
      },
      source: sources,
    })
    .from(facts)
    .leftJoin(sources, eq(sources.id, facts.sourceId))
    .where(eq(facts.marketCode, sql.placeholder("code")))
    .orderBy(facts.position)
    .prepare(),
  counts: db.$client.prepare<[], FactCount & { market: string }>(
    `${scope.replace(
      "%COLUMNS%",
      `scope.market as market, count(*) as total, sum(f.gap) as gaps,
       sum(f.gap = 0 and f.basis = 'read') as checked, sum(f.gap = 0 and f.basis <> 'read') as toCheck`,
    )} group by scope.market`,
  ),
  written: db.$client.prepare<[], { market: string; lang: "en" | "zh"; topics: number }>(
    `select market_code as market, lang, count(*) as topics from sections
     where status = 'published' group by market_code, lang`,
  ),
  figures: db.$client.prepare<[], { market: string; key: string; value: number | null }>(
    `select market_code as market, key, value from facts where key in ('imports', 'import-share-china')`,
  ),
  topics: db.$client.prepare<[], { market: string; topic: Topic }>(
    `${scope.replace("%COLUMNS%", "scope.market as market, f.topic as topic")}
     union select market_code, topic from sections where status = 'published' order by 1`,
  ),
  version: db.select({ version: contentVersion.version }).from(contentVersion).prepare(),
}));

/** All markets, blocks and the export side, with what their guides hold. */
export function listMarkets(ctx: Ctx): MarketTile[] {
  const prepare = statements(ctx.db);
  const counts = new Map(prepare.counts.all().map(({ market, ...count }) => [market, count]));
  const written = prepare.written.all();
  const figures = prepare.figures.all();
  const topicsIn = (code: string, lang: "en" | "zh") =>
    written.find((row) => row.market === code && row.lang === lang)?.topics ?? 0;
  const figure = (code: string, key: string) =>
    figures.find((row) => row.market === code && row.key === key)?.value ?? null;
  return prepare.markets.all().map((market) => ({
    ...market,
    facts: counts.get(market.code) ?? { total: 0, checked: 0, toCheck: 0, gaps: 0 },
    written: { en: topicsIn(market.code, "en"), zh: topicsIn(market.code, "zh") },
    imports: figure(market.code, "imports"),
    importShareChina: figure(market.code, "import-share-china"),
  }));
}

/** Every market's row, without counts: for suggestions, sitemaps and links. */
export function marketRows(ctx: Ctx): Market[] {
  return statements(ctx.db).markets.all();
}

/** HS chapters with their names, for finding a product by words. */
export function hsChapters(ctx: Ctx) {
  return ctx.db
    .select({ code: sectors.code, nameEn: sectors.nameEn, nameZh: sectors.nameZh })
    .from(sectors)
    .where(eq(sectors.kind, "chapter"))
    .orderBy(sectors.code)
    .all();
}

/**
 * One market, block or export side by its canonical code, with the blocks whose facts it takes over, the groups it
 * belongs to beside them, and (for a block) its members.
 */
export function findMarket(ctx: Ctx, code: string) {
  const prepare = statements(ctx.db);
  const market = prepare.market.get({ code });
  if (!market) return null;
  return {
    ...market,
    blocks: prepare.blocksOf.all({ code, inherits: 1 }),
    groups: prepare.blocksOf.all({ code, inherits: 0 }),
    members: prepare.membersOf.all({ code }),
  };
}
export type FoundMarket = NonNullable<ReturnType<typeof findMarket>>;

/**
 * A market's facts: its own first, then those of its blocks in the same order, each naming where it comes from.
 * A block's fact gives way to the market's own of the same key.
 */
export function factsOf(ctx: Ctx, market: Pick<FoundMarket, "code" | "blocks">): MarketFact[] {
  const own = factsFrom(ctx, market.code, null);
  const keys = new Set(own.map((fact) => fact.key));
  const inherited = market.blocks.flatMap(({ code }) =>
    factsFrom(ctx, code, code).filter((fact) => !keys.has(fact.key)),
  );
  return [...own, ...inherited];
}

function factsFrom(ctx: Ctx, code: string, inheritedFrom: string | null): MarketFact[] {
  return statements(ctx.db)
    .factsFrom.all({ code })
    .map(({ fact, source }) => ({ ...fact, source, inheritedFrom }));
}

/** Which topics hold facts or published prose, by market: the guide pages that exist and are not empty. */
export function marketTopics(ctx: Ctx): { market: string; topics: Topic[] }[] {
  const byMarket = new Map<string, Topic[]>();
  for (const { market, topic } of statements(ctx.db).topics.all()) {
    byMarket.set(market, [...(byMarket.get(market) ?? []), topic]);
  }
  return [...byMarket].map(([market, topics]) => ({ market, topics }));
}

/** Rises with every change a visitor can see; what is derived from public content is kept by it. */
export function publicContentVersion(ctx: Ctx): number {
  return statements(ctx.db).version.get()?.version ?? 0;
}
