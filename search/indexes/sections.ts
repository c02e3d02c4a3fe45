import { createHash } from "node:crypto";
import { and, eq, inArray, lt, ne } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { sectionRevisions, sections } from "#db/schema/guides.ts";
import { facts, marketBlocks, markets } from "#db/schema/markets.ts";
import { topics, type Topic } from "#db/schema/topics.ts";
import type { IndexDefinition, SearchDocument } from "../engine.ts";
import { intents } from "../intents.ts";
import { placeNames } from "../places.ts";
import { fillFigures, formatValue } from "../figures.ts";
import { cleanText, shownText } from "../text.ts";
import { topicNames, type Lang } from "../topics.ts";

/**
 * One document per market × topic × language: what the guide page of that address shows, in the words of both
 * languages, so that a Chinese query finds the English section and the other way round.
 */
export const sectionsIndex: IndexDefinition = {
  name: "sections",
  searchable: {
    titleEn: 8,
    titleZh: 8,
    names: 5,
    keywords: 3,
    summaryEn: 3,
    summaryZh: 3,
    bodyEn: 1,
    bodyZh: 1,
  },
  filterable: ["market", "topic", "readers"],
  facets: ["market", "topic"],
  languages: { zh: ["*Zh"], en: ["*En"] },
};

/**
 * Values of `readers`: the language of those who get this document among all others, or, for a section in which
 * nothing stands yet, only when they ask for its topic.
 */
export const readersOf = (lang: Lang): string => lang;
export const readersOfEmpty = (lang: Lang, topic: Topic): string => `${lang}-empty-${topic}`;

const documentId = (market: string, topic: string, lang: Lang) => `${market}-${topic}-${lang}`;

/** The parts of a document id, or null. */
export function partsOf(id: string): { market: string; topic: Topic; lang: Lang } | null {
  const match = /^([A-Z]{2,5})-([a-z-]+)-(en|zh)$/.exec(id);
  if (!match || !topics.some((topic) => topic === match[2])) return null;
  return { market: match[1]!, topic: match[2] as Topic, lang: match[3] as Lang };
}

type FactRow = typeof facts.$inferSelect;
type MarketRow = typeof markets.$inferSelect;
/** The figure behind `{{key}}` as this language's reader sees it. */
type FigureOf = (lang: Lang, key: string) => string | null;
type Prose = { title: string; summary: string; body: string; verifiedAt: string | null };

/** All documents, market by market; lazily, so that a large corpus never stands in memory at once. */
export function* allSectionDocuments(db: Database): Generator<SearchDocument> {
  const rows = db.select().from(markets).where(ne(markets.kind, "origin")).all();
  for (const market of rows) yield* documentsOf(db, market);
}

/** The documents of these markets as they stand now. */
export function sectionDocumentsOf(db: Database, marketCodes: string[]): SearchDocument[] {
  if (marketCodes.length === 0) return [];
  const rows = db
    .select()
    .from(markets)
    .where(and(ne(markets.kind, "origin"), inArray(markets.code, marketCodes)))
    .all();
  return rows.flatMap((market) => documentsOf(db, market));
}

/**
 * The markets whose documents an outbox row concerns. A row names a document (`DE-standards-en`), a section's id,
 * or a market or block whose facts changed.
 */
export function marketsOf(db: Database, documentIds: string[]): string[] {
  const found = new Set<string>();
  for (const id of documentIds) {
    const parts = partsOf(id);
    if (parts) found.add(parts.market);
    else if (isMarketCode(id)) {
      found.add(id);
      const members = db
        .select()
        .from(marketBlocks)
        .where(and(eq(marketBlocks.blockCode, id), eq(marketBlocks.inherits, true)))
        .all();
      for (const { marketCode } of members) found.add(marketCode);
    } else {
      const section = db
        .select({ market: sections.marketCode })
        .from(sections)
        .where(eq(sections.id, id))
        .get();
      if (section) found.add(section.market);
    }
  }
  return [...found];
}

/** Whether an outbox row names a market or block rather than a document. */
export const isMarketCode = (id: string): boolean => /^[A-Z]{2,5}$/.test(id);

/** Every id that a market's documents can have; those that no longer exist are to be removed. */
export function possibleIds(market: string): string[] {
  return topics.flatMap((topic) => [documentId(market, topic, "en"), documentId(market, topic, "zh")]);
}

function documentsOf(db: Database, market: MarketRow): SearchDocument[] {
  const blocks = db
    .select({ code: marketBlocks.blockCode })
    .from(marketBlocks)
    .where(and(eq(marketBlocks.marketCode, market.code), eq(marketBlocks.inherits, true)))
    .all()
    .map(({ code }) => code);
  const factRows = db
    .select()
    .from(facts)
    .where(inArray(facts.marketCode, [market.code, ...blocks]))
    .orderBy(facts.position)
    .all();
  const prose = new Map(
    db
      .select({
        topic: sections.topic,
        lang: sections.lang,
        title: sectionRevisions.title,
        summary: sectionRevisions.summary,
        body: sectionRevisions.body,
        verifiedAt: sections.verifiedAt,
      })
      .from(sections)
      .innerJoin(sectionRevisions, eq(sectionRevisions.id, sections.publishedRevisionId))
      .where(and(eq(sections.marketCode, market.code), eq(sections.status, "published")))
      .all()
      .map((row) => [`${row.topic} ${row.lang}`, row]),
  );
  const byKey = new Map(factRows.map((fact) => [fact.key, fact]));
  const figures: FigureOf = (lang, key) => {
    const fact = byKey.get(key);
    return fact ? formatValue(lang, fact) : null;
  };
  return topics.flatMap((topic) => {
    const ofTopic = factRows.filter((fact) => fact.topic === topic);
    return documentsOfTopic(
      market,
      topic,
      ofTopic,
      {
        en: prose.get(`${topic} en`),
        zh: prose.get(`${topic} zh`),
      },
      figures,
    );
  });
}

function documentsOfTopic(
  market: MarketRow,
  topic: Topic,
  factRows: FactRow[],
  prose: Record<Lang, Prose | undefined>,
  figures: FigureOf,
): SearchDocument[] {
  // Prose in one language only: that document serves both readers, and the page marks it as such.
  const langs: Lang[] = prose.en && !prose.zh ? ["en"] : prose.zh && !prose.en ? ["zh"] : ["en", "zh"];
  const empty = factRows.length === 0 && !prose.en && !prose.zh;
  // Of a market the reader is told that nothing is known; a block or the general guide was never meant to hold all.
  if (empty && market.kind !== "market") return [];
  const shown = {
    titleEn: titleOf("en", market, topic, prose.en),
    titleZh: titleOf("zh", market, topic, prose.zh),
    summaryEn: shownText(prose.en?.summary ?? ""),
    summaryZh: shownText(prose.zh?.summary ?? ""),
    bodyEn: bodyOf("en", prose.en, factRows, figures),
    bodyZh: bodyOf("zh", prose.zh, factRows, figures),
  };
  const text = {
    ...Object.fromEntries(Object.entries(shown).map(([field, words]) => [field, cleanText(words)])),
    names: namesOf(market),
    keywords: keywordsOf(topic),
  };
  return langs.map((lang) => {
    const own = lang === "en" ? "En" : "Zh";
    const document = {
      id: documentId(market.code, topic, lang),
      text,
      filter: {
        market: market.code,
        topic,
        readers: (langs.length === 1 ? (["en", "zh"] as const) : [lang]).map((reader) =>
          empty ? readersOfEmpty(reader, topic) : readersOf(reader),
        ),
      },
      shown: {
        title: shown[`title${own}`],
        summary: shown[`summary${own}`],
        body: shown[`body${own}`],
        verifiedAt: prose[lang]?.verifiedAt ?? null,
        hasProse: prose[lang] !== undefined,
        unchecked: factRows.some((fact) => !fact.gap && fact.basis === "knowledge"),
        empty,
      },
    };
    return { ...document, hash: createHash("sha256").update(JSON.stringify(document)).digest("base64url") };
  });
}

function titleOf(lang: Lang, market: MarketRow, topic: Topic, prose: Prose | undefined): string {
  const name = topicNames[topic][lang === "en" ? 0 : 1];
  const heading = prose && prose.title !== name ? prose.title : name;
  return lang === "en"
    ? `${market.nameEn}: ${shownText(heading)}`
    : `${market.nameZh}：${shownText(heading)}`;
}

function namesOf(market: MarketRow): string {
  return cleanText(
    [market.code, market.iso3, market.nameEn, market.nameZh, ...market.aliases, placeNames[market.code]]
      .filter(Boolean)
      .join(", "),
  );
}

function keywordsOf(topic: Topic): string {
  return cleanText(`${topicNames[topic].join(" ")} ${intents[topic].strong.replaceAll("*", "")}`);
}

function bodyOf(lang: Lang, prose: Prose | undefined, factRows: FactRow[], figures: FigureOf): string {
  const body = fillFigures(prose?.body ?? "", (key) => figures(lang, key));
  const lines = [plainText(body), ...factRows.map((fact) => factText(lang, fact))];
  return lines.filter(Boolean).join("\n");
}

function factText(lang: Lang, fact: FactRow): string {
  const { detail } = fact;
  const zh = lang === "zh";
  const parts = [
    zh ? (fact.labelZh ?? fact.labelEn) : fact.labelEn,
    detail.code,
    formatValue(lang, fact),
    zh ? fact.textZh : fact.textEn,
    zh ? fact.noteZh : fact.noteEn,
    zh ? detail.statusZh : detail.statusEn,
    zh ? detail.originProofZh : detail.originProofEn,
    zh ? detail.cityZh : detail.cityEn,
    zh ? detail.whenZh : detail.whenEn,
    zh ? detail.sectorsZh : detail.sectorsEn,
    detail.organiser,
    detail.list?.join(", "),
  ];
  return shownText(parts.filter(Boolean).join(zh ? "；" : "; "));
}

/** Markdown without its signs: headings, lists, links and emphasis keep their words. */
export function plainText(markdown: string): string {
  const plain = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+\.\s+)/gm, "")
    .replace(/[*_`~|]+/g, "")
    .replace(/<[^>\n]*>/g, " ");
  return plain
    .split("\n")
    .map((line) => shownText(line).trim())
    .filter(Boolean)
    .join("\n");
}

/** Published sections whose review was due before this day (YYYY-MM-DD), as document ids: they rank lower. */
export function overdueOn(db: Database, day: string): Set<string> {
  const rows = db
    .select({ market: sections.marketCode, topic: sections.topic, lang: sections.lang })
    .from(sections)
    .where(and(eq(sections.status, "published"), lt(sections.reviewDueAt, day)))
    .all();
  return new Set(rows.map(({ market, topic, lang }) => documentId(market, topic, lang)));
}
