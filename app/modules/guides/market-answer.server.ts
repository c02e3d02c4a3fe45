import { countFacts, type MarketFact } from "#app/modules/markets/facts.ts";
import { factsOf, findMarket, marketRows, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import type { MarketAnswer } from "#app/modules/markets/schema.ts";
import type { Ctx } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { sectionsOf } from "./queries.server.ts";
import { topics } from "./topics.ts";

/** A market as the public API shows it: names, facts with source, year and confidence, topics present. */
export function marketAnswer(ctx: Ctx, market: FoundMarket): MarketAnswer {
  const facts = factsOf(ctx, market);
  const heads = sectionsOf(ctx, market.code);
  const { code, kind, iso3, region, currency } = market;
  return {
    code,
    kind,
    iso3,
    names: { en: market.nameEn, zh: market.nameZh },
    region,
    currency,
    languages: market.languages.map(({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh })),
    inherits: market.blocks.map((block) => block.code),
    url: { en: at("en").guide(code), zh: at("zh").guide(code) },
    counts: countFacts(facts),
    topics: topics.filter((topic) => heads.some((head) => head.topic === topic)),
    guides: heads.map(({ topic, lang, title, verifiedAt }) => ({
      topic,
      lang,
      title,
      url: at(lang).section(code, topic),
      verifiedAt,
    })),
    facts: facts.map(factAnswer),
  };
}

/** All markets (not the blocks, not the export side), by English name. */
export function marketAnswers(ctx: Ctx): MarketAnswer[] {
  return marketRows(ctx)
    .filter(({ kind }) => kind === "market")
    .map(({ code }) => marketAnswer(ctx, findMarket(ctx, code)!));
}

function factAnswer(fact: MarketFact): MarketAnswer["facts"][number] {
  const { key, kind, topic, value, unit, url, detail, asOf, confidence, basis, gap, inheritedFrom } = fact;
  const pair = (en: string | null, zh: string | null) => (en === null && zh === null ? null : { en, zh });
  const source = fact.source && {
    name: { en: fact.source.nameEn, zh: fact.source.nameZh },
    url: fact.source.url,
  };
  return {
    ...{ key, kind, topic, value, unit, url, asOf, confidence, basis, gap, inheritedFrom, source },
    label: { en: fact.labelEn, zh: fact.labelZh },
    text: pair(fact.textEn, fact.textZh),
    note: pair(fact.noteEn, fact.noteZh),
    detail: { ...detail },
  };
}
