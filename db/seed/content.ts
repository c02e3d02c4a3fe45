import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database, Transaction } from "../client.server.ts";
import { glossaryTerms, sectionRevisions, sections } from "../schema/guides.ts";
import {
  factKinds,
  facts,
  marketBlocks,
  markets,
  sectors,
  sources,
  type FactDetail,
} from "../schema/markets.ts";
import { searchOutbox } from "../schema/search.ts";
import { topics } from "../schema/topics.ts";
import { parseMarkdownRecord, type GuideRecord } from "./guide-record.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const text = z.string().min(1);
const maybe = text.nullish().transform((value) => value ?? null);

const factSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(factKinds),
  topic: z.enum(topics),
  labelEn: text,
  labelZh: maybe,
  textEn: maybe,
  textZh: maybe,
  noteEn: maybe,
  noteZh: maybe,
  value: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  unit: maybe,
  url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .transform((value) => value ?? null),
  source: maybe,
  asOf: z
    .number()
    .int()
    .min(1990)
    .max(2100)
    .nullish()
    .transform((value) => value ?? null),
  confidence: z
    .enum(["high", "medium"])
    .nullish()
    .transform((value) => value ?? null),
  basis: z
    .enum(["read", "knowledge"])
    .nullish()
    .transform((value) => value ?? null),
  gap: z.boolean().default(false),
  // What only some kinds carry; stored together as `detail`.
  code: text.optional(),
  statusEn: text.optional(),
  statusZh: text.optional(),
  ftaKind: text.optional(),
  inForce: z.union([text, z.number()]).nullish(),
  originProofEn: text.nullish().transform((value) => value ?? undefined),
  originProofZh: text.nullish().transform((value) => value ?? undefined),
  list: z.array(text).optional(),
  taxFrom: z.number().nullish(),
  cityEn: text.optional(),
  cityZh: text.optional(),
  months: z.array(z.number().int().min(1).max(12)).optional(),
  whenEn: text.optional(),
  whenZh: text.optional(),
  sectorsEn: text.optional(),
  sectorsZh: text.optional(),
  organiser: maybe.transform((value) => value ?? undefined),
  frequency: maybe.transform((value) => value ?? undefined),
});

const marketSchema = z.object({
  code: z.string().regex(/^[A-Z]{2,4}$/),
  kind: z.enum(["market", "block", "origin"]),
  iso3: maybe,
  nameEn: text,
  nameZh: text,
  aliases: z.array(text).default([]),
  region: maybe,
  currency: maybe,
  languages: z.array(z.object({ nameEn: text, nameZh: text, status: text })).default([]),
  inherits: z.array(text).default([]),
  facts: z.array(factSchema),
});

const sourceSchema = z.object({ id: text, en: text, zh: text, url: maybe });
const termSchema = z.object({
  en: text,
  zh: text,
  alsoSearchedAs: z.array(text),
  definitionEn: text,
  definitionZh: text,
});
const sectorSchema = z.object({
  code: text,
  parent: maybe,
  kind: z.enum(["section", "chapter", "service"]),
  nameEn: text,
  nameZh: text,
});
const namePair = z.object({ en: text, zh: text });

/** Reads one JSON file of the seed. @throws Error naming the file and the first bad field. */
function read<T extends z.ZodType>(file: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(here(file), "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`db/seed/${file}: ${issue.path.join(".")}: ${issue.message}`);
}

/** Everything the seed's files hold, validated. */
export function readContent() {
  const memberships = read("memberships.json", z.record(z.string(), namePair));
  const marketFiles = readdirSync(here("markets"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => read(`markets/${name}`, marketSchema));
  return {
    markets: marketFiles,
    memberships,
    sources: read("sources.json", z.array(sourceSchema)),
    glossary: read("glossary.json", z.array(termSchema)),
    sectors: read("sectors.json", z.array(sectorSchema)),
    guides: readGuides(),
  };
}
type Content = ReturnType<typeof readContent>;
type MarketFile = Content["markets"][number];

function readGuides(): GuideRecord[] {
  const files = readdirSync(here("guides"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  return files.map((name) => {
    const parsed = parseMarkdownRecord(readFileSync(here(`guides/${name}`), "utf8"), name);
    if (parsed.ok) return parsed.record;
    const { line, field, message } = parsed.problems[0]!;
    throw new Error(`db/seed/guides/${name}:${line}: ${field} ${message}`);
  });
}

/**
 * Fills markets, blocks, sources, facts, sectors, glossary and published guide sections from db/seed, in one
 * transaction. Idempotent by key: rows that are there already and equal are not touched, facts whose file
 * changed are brought up to date, and a section that exists is left to its editors.
 *
 * @throws Error naming the file and field when the seed's files are not valid; nothing is written then.
 */
export function seedContent(db: Database, now: Date): void {
  const content = readContent();
  db.transaction((tx) => {
    seedMarkets(tx, content, now);
    seedVocabulary(tx, content);
    seedSections(tx, content.guides, now);
  });
}

/** Inserts or updates where something differs, so that a second run doesn't make cached pages stale. */
function differs(columns: string[]) {
  return sql.raw(columns.map((name) => `"${name}" is not excluded."${name}"`).join(" or "));
}

function seedMarkets(tx: Transaction, content: Content, now: Date): void {
  for (const { id, en, zh, url } of content.sources) {
    const row = { nameEn: en, nameZh: zh, url };
    tx.insert(sources)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: sources.id, set: row, setWhere: differs(["name_en", "name_zh", "url"]) })
      .run();
  }
  for (const market of content.markets) {
    const { code, kind, iso3, nameEn, nameZh, aliases, region, currency, languages } = market;
    const names = { kind, iso3, nameEn, nameZh, aliases, region, currency, languages };
    tx.insert(markets)
      .values({ code, ...names, updatedAt: now })
      .onConflictDoUpdate({
        target: markets.code,
        set: { ...names, updatedAt: now },
        setWhere: differs([
          "kind",
          "iso3",
          "name_en",
          "name_zh",
          "region",
          "currency",
          "languages",
          "aliases",
        ]),
      })
      .run();
  }
  for (const market of content.markets) {
    for (const blockCode of market.inherits) {
      tx.insert(marketBlocks).values({ marketCode: market.code, blockCode }).onConflictDoNothing().run();
    }
    market.facts.forEach((fact, position) => {
      const row = factRow(fact, content.memberships);
      const values = { ...row, marketCode: market.code, position, updatedAt: now };
      tx.insert(facts)
        .values(values)
        .onConflictDoUpdate({
          target: [facts.marketCode, facts.key],
          set: values,
          setWhere: differs(factColumns),
        })
        .run();
    });
  }
}

const factColumns = [
  "kind",
  "topic",
  "position",
  "label_en",
  "label_zh",
  "text_en",
  "text_zh",
  "note_en",
  "note_zh",
  "value",
  "unit",
  "url",
  "detail",
  "source_id",
  "as_of",
  "confidence",
  "basis",
  "gap",
];

function factRow(fact: MarketFile["facts"][number], memberships: Content["memberships"]) {
  const { source, list, code, statusEn, statusZh, ftaKind, inForce, originProofEn, originProofZh } = fact;
  const { taxFrom, cityEn, cityZh, months, whenEn, whenZh, sectorsEn, sectorsZh, organiser, frequency } =
    fact;
  const detail: FactDetail = {
    code,
    statusEn,
    statusZh,
    ftaKind,
    inForce,
    originProofEn,
    originProofZh,
    list: list?.map((name) => memberships[name] ?? { en: name, zh: name }),
    taxFrom,
    cityEn,
    cityZh,
    months,
    whenEn,
    whenZh,
    sectorsEn,
    sectorsZh,
    organiser,
    frequency,
  };
  const { key, kind, topic, labelEn, labelZh, textEn, textZh, noteEn, noteZh } = fact;
  const { value, unit, url, asOf, confidence, basis, gap } = fact;
  return {
    ...{ key, kind, topic, labelEn, labelZh, textEn, textZh, noteEn, noteZh },
    ...{ value, unit, url, asOf, confidence, basis, gap },
    detail,
    sourceId: source,
  };
}

function seedVocabulary(tx: Transaction, content: Content): void {
  content.sectors.forEach(({ code, parent, kind, nameEn, nameZh }, position) => {
    const row = { parentCode: parent, kind, nameEn, nameZh, position };
    tx.insert(sectors)
      .values({ code, ...row })
      .onConflictDoUpdate({
        target: sectors.code,
        set: row,
        setWhere: differs(["parent_code", "kind", "name_en", "name_zh", "position"]),
      })
      .run();
  });
  for (const { en, zh, alsoSearchedAs, definitionEn, definitionZh } of content.glossary) {
    const id = en
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    const row = { termEn: en, termZh: zh, definitionEn, definitionZh, alsoSearchedAs };
    tx.insert(glossaryTerms)
      .values({ id, ...row })
      .onConflictDoUpdate({
        target: glossaryTerms.id,
        set: row,
        setWhere: differs(["term_en", "term_zh", "definition_en", "definition_zh", "also_searched_as"]),
      })
      .run();
  }
}

const reviewAfterDays = 180;

function seedSections(tx: Transaction, guides: GuideRecord[], now: Date): void {
  const place = (market: string, topic: string, lang: string) => `${market}/${topic}.${lang}`;
  const present = new Set(
    tx
      .select({ market: sections.marketCode, topic: sections.topic, lang: sections.lang })
      .from(sections)
      .all()
      .map(({ market, topic, lang }) => place(market, topic, lang)),
  );
  const fresh = guides.filter((guide) => !present.has(place(guide.market, guide.topic, guide.lang)));
  const revisionIds = new Map(
    fresh.map((guide) => [place(guide.market, guide.topic, guide.lang), randomUUID()]),
  );
  const due = new Date(now.getTime() + reviewAfterDays * 86_400_000).toISOString().slice(0, 10);
  for (const { market, topic, lang, title, summary, body, ...guide } of fresh) {
    const revisionId = revisionIds.get(place(market, topic, lang))!;
    const { id: sectionId } = tx
      .insert(sections)
      .values({
        marketCode: market,
        topic,
        lang,
        status: "published",
        publishedRevisionId: revisionId,
        publishedAt: now,
        verifiedAt: guide.verifiedAt,
        reviewDueAt: guide.reviewDueAt ?? due,
        basis: guide.basis,
        levelWithRevisionId: revisionIds.get(place(market, topic, lang === "en" ? "zh" : "en")) ?? null,
        createdAt: now,
      })
      .returning({ id: sections.id })
      .get();
    tx.insert(sectionRevisions)
      .values({
        id: revisionId,
        sectionId,
        number: 1,
        title,
        summary,
        body,
        sources: guide.sources,
        createdAt: now,
      })
      .run();
    tx.insert(searchOutbox).values({ index: "sections", documentId: sectionId, createdAt: now }).run();
  }
}
