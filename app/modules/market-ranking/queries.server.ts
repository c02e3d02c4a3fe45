import { asc } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { sectors } from "#db/schema/markets.ts";
import {
  factsOf,
  findMarket,
  marketRows,
  publicContentVersion,
} from "#app/modules/markets/queries.server.ts";
import { regionGroup, type RegionGroup } from "#app/modules/markets/regions.ts";
import { sectorLabel } from "#app/modules/matching/sector-names.ts";
import { ownFirm } from "#app/modules/msmes/policy.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { languageName } from "#app/platform/language-names.ts";
import type { MarketFigures } from "./measure.ts";
import { networks } from "./network.server.ts";
import { resolveProducts, type Resolved } from "./products.ts";
import { measureAll, rankMeasured, type Measured, type Ranking } from "./rank.ts";
import { readQuestion, type Question } from "./schema.ts";

export type RankedMarket = { code: string; nameEn: string; nameZh: string; region: RegionGroup };
type Known = { market: RankedMarket; figures: MarketFigures };

/** Facts change seldom and are read whole: kept until anything that a visitor can see changes. */
const kept = new WeakMap<Database, { version: number; known: Known[] }>();

function knownMarkets(ctx: Ctx): Known[] {
  const version = publicContentVersion(ctx);
  const held = kept.get(ctx.db);
  if (held?.version === version) return held.known;
  const known = marketRows(ctx)
    .filter(({ kind }) => kind === "market")
    .map(({ code, nameEn, nameZh, region, languages }): Known => ({
      market: { code, nameEn, nameZh, region: regionGroup(region) },
      figures: { code, languages, facts: factsOf(ctx, findMarket(ctx, code)!) },
    }));
  kept.set(ctx.db, { version, known });
  return known;
}

/** The reader's own start: products and languages of the profile, for a signed-in msme; none for anybody else. */
type Own = { products: string; team: string[] } | null;

function ownStart(ctx: Ctx): Own {
  if (!ownFirm(ctx.actor)) return null;
  const profile = ownProfile(ctx);
  return { products: profile.products.map(({ hs }) => hs).join(", "), team: profile.languages };
}

/** Without a word from the reader: Chinese and English. */
const usualTeam = ["zh", "en"];

export type Asked = {
  /** What the products field shows. */
  typed: string;
  resolved: Resolved;
  /** Words for the codes that were found. */
  sectorNames: Record<string, string>;
  team: string[];
  /** Products or languages come from the reader's profile, not from the URL. */
  fromProfile: boolean;
  own: Own;
};

function understand(ctx: Ctx, lang: Lang, question: Pick<Question, "typed" | "team">): Asked {
  const own = ownStart(ctx);
  const fromProfile = question.typed === undefined && Boolean(own?.products);
  const typed = question.typed ?? own?.products ?? "";
  const tree = ctx.db.select().from(sectors).orderBy(asc(sectors.position)).all();
  const resolved = resolveProducts(typed, tree);
  const nameOf = (code: string) => {
    const sector = tree.find((one) => one.code === code) ?? tree.find((one) => one.code === code.slice(0, 2));
    return sector
      ? sectorLabel(lang, { ...sector, code: /^\d/.test(code) ? code.slice(0, 2) : sector.code })
      : code;
  };
  const codes = resolved.products.flatMap((product) => product.codes);
  return {
    typed,
    resolved,
    sectorNames: Object.fromEntries(codes.map((code) => [code, nameOf(code)])),
    team: question.team ?? (own && own.team.length > 0 ? own.team : usualTeam),
    fromProfile,
    own,
  };
}

function measureFor(ctx: Ctx, asked: Asked, known: Known[]): Measured[] {
  return measureAll(
    known.map(({ figures }) => figures),
    networks(ctx),
    {
      products: [...new Set(asked.resolved.products.flatMap((product) => product.codes))],
      languages: asked.team.map((code) => languageName("en", code)),
      now: ctx.now,
    },
  );
}

export type RankingAnswer = {
  asked: Asked;
  ranking: Ranking;
  markets: RankedMarket[];
  leftOut: RankedMarket[];
};

/** The ranking for a question: markets of the region asked for, without those left out. */
export function answerRanking(ctx: Ctx, lang: Lang, question: Question): RankingAnswer {
  const asked = understand(ctx, lang, question);
  const inRegion = knownMarkets(ctx).filter(
    ({ market }) => question.region === null || market.region === question.region,
  );
  const known = inRegion.filter(({ market }) => !question.without.includes(market.code));
  return {
    asked,
    ranking: rankMeasured(measureFor(ctx, asked, known), question.weights),
    markets: known.map(({ market }) => market),
    leftOut: knownMarkets(ctx)
      .map(({ market }) => market)
      .filter(({ code }) => question.without.includes(code)),
  };
}

export type LeadingMarket = RankedMarket & { score: number; low: number; high: number };

/** The first markets for these HS codes by the usual weights, best first: a start, not an answer. */
export function leadingMarkets(ctx: Ctx, lang: Lang, codes: string[], most = 5): LeadingMarket[] {
  const question = readQuestion(new URLSearchParams({ products: codes.join(", ") }));
  const { ranking, markets } = answerRanking(ctx, lang, question);
  return ranking.rows.slice(0, most).map(({ code, score, low, high }) => ({
    ...markets.find((market) => market.code === code)!,
    score,
    low,
    high,
  }));
}

export type ComparedMarket = RankedMarket & { measures: Measured["measures"]; facts: MarketFigures["facts"] };
export type Comparison = { asked: Asked; compared: ComparedMarket[]; others: RankedMarket[] };

/** Markets side by side in the order asked for; codes that are no market are left out. */
export function compareMarkets(
  ctx: Ctx,
  lang: Lang,
  question: Pick<Question, "typed" | "team">,
  codes: string[],
): Comparison {
  const asked = understand(ctx, lang, question);
  const all = knownMarkets(ctx);
  const chosen = codes.flatMap((code) => all.filter(({ market }) => market.code === code));
  const measured = measureFor(ctx, asked, chosen);
  return {
    asked,
    compared: chosen.map(({ market, figures }, index) => ({
      ...market,
      measures: measured[index]!.measures,
      facts: figures.facts,
    })),
    others: all.map(({ market }) => market).filter(({ code }) => !codes.includes(code)),
  };
}
