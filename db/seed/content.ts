import { randomUUID } from "node:crypto";
import { getTableColumns, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database, Transaction } from "../client.server.ts";
import { glossaryTerms, sectionRevisions, sections } from "../schema/guides.ts";
import { facts, marketBlocks, markets, sectors, sources, type FactDetail } from "../schema/markets.ts";
import { searchOutbox } from "../schema/search.ts";
import type { GuideRecord } from "./guide-record.ts";
import { readContent, type Content } from "./read-content.ts";

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

// Never compared or replaced: they say which row it is or when it was written, not what it says.
const bookkeeping = new Set(["id", "updated_at"]);
const rowsAtOnce = 200;

/**
 * Inserts rows, or brings those with the same key up to date where something differs, so that a second run
 * doesn't make cached pages stale.
 */
function upsert<T extends SQLiteTable>(
  tx: Transaction,
  table: T,
  key: SQLiteColumn[],
  rows: T["$inferInsert"][],
): void {
  const keys = new Set(key.map(({ name }) => name));
  const columns = Object.entries(getTableColumns(table)).filter(([, { name }]) => !keys.has(name));
  const said = columns.filter(([, { name }]) => !bookkeeping.has(name));
  const set = Object.fromEntries(
    columns
      .filter(([, { name }]) => name !== "id")
      .map(([field, { name }]) => [field, sql.raw(`excluded."${name}"`)]),
  );
  const setWhere = sql.raw(said.map(([, { name }]) => `"${name}" is not excluded."${name}"`).join(" or "));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    tx.insert(table)
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflictDoUpdate({ target: key, set: set as never, setWhere })
      .run();
  }
}

function seedMarkets(tx: Transaction, content: Content, now: Date): void {
  upsert(
    tx,
    sources,
    [sources.id],
    content.sources.map(({ id, en, zh, url }) => ({ id, nameEn: en, nameZh: zh, url })),
  );
  upsert(
    tx,
    markets,
    [markets.code],
    content.markets.map(({ code, kind, iso3, nameEn, nameZh, region, currency, languages, aliases }) => ({
      ...{ code, kind, iso3, nameEn, nameZh, region, currency, languages, aliases },
      updatedAt: now,
    })),
  );
  upsert(tx, marketBlocks, [marketBlocks.marketCode, marketBlocks.blockCode], blockRows(content));
  upsert(
    tx,
    facts,
    [facts.marketCode, facts.key],
    content.markets.flatMap((market) =>
      market.facts.map((fact, position) => ({
        ...factRow(fact, content.memberships),
        marketCode: market.code,
        position,
        updatedAt: now,
      })),
    ),
  );
}

/** Whose facts a market takes over its file says; what else it belongs to follows from its membership fact. */
function blockRows(content: Content): (typeof marketBlocks.$inferInsert)[] {
  const blocks = new Set(content.markets.filter(({ kind }) => kind === "block").map(({ code }) => code));
  return content.markets.flatMap(({ code, kind, inherits, facts: stated }) => {
    const named = kind === "market" ? stated.flatMap(({ list }) => list ?? []) : [];
    const further = named.filter((name) => blocks.has(name) && !inherits.includes(name));
    return [
      ...inherits.map((blockCode) => ({ marketCode: code, blockCode, inherits: true })),
      ...further.map((blockCode) => ({ marketCode: code, blockCode, inherits: false })),
    ];
  });
}

function factRow(fact: Content["markets"][number]["facts"][number], memberships: Content["memberships"]) {
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
  upsert(
    tx,
    sectors,
    [sectors.code],
    content.sectors.map(({ parent, ...sector }, position) => ({ ...sector, parentCode: parent, position })),
  );
  upsert(
    tx,
    glossaryTerms,
    [glossaryTerms.id],
    content.glossary.map(({ en, zh, ...term }) => ({ ...term, termEn: en, termZh: zh })),
  );
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
