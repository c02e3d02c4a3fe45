import { asc, count, eq, gt, lte, max, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { searchCursors, searchOutbox } from "#db/schema/search.ts";
import type { SearchEngine } from "./engine.ts";
import { allEntryDocuments, entriesIndex } from "./indexes/entries.ts";
import {
  allSectionDocuments,
  isMarketCode,
  marketsOf,
  possibleIds,
  sectionDocumentsOf,
  sectionsIndex,
} from "./indexes/sections.ts";
import { loadKnowledge } from "./knowledge.ts";
import { synonymsOf } from "./synonyms.ts";

const batchSize = 200;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Rows that an engine has not been told of yet. */
export function pendingFor(db: Database, engine: SearchEngine["name"]): number {
  const seq = cursorOf(db, engine)?.seq ?? 0;
  return db.select({ rows: count() }).from(searchOutbox).where(gt(searchOutbox.seq, seq)).get()?.rows ?? 0;
}

/**
 * Tells an engine everything that changed since its cursor, reading each document as it stands now. The cursor
 * moves only after the engine confirmed, so an engine that is down or dies half-way misses nothing. Returns whether
 * the words that mean the same were among it.
 */
export async function drain(db: Database, engine: SearchEngine): Promise<{ synonyms: boolean }> {
  let synonyms = false;
  for (;;) {
    const cursor = cursorOf(db, engine.name) ?? { seq: 0, build: 0 };
    const rows = db
      .select({ seq: searchOutbox.seq, index: searchOutbox.index, documentId: searchOutbox.documentId })
      .from(searchOutbox)
      .where(gt(searchOutbox.seq, cursor.seq))
      .orderBy(asc(searchOutbox.seq))
      .limit(batchSize)
      .all();
    if (rows.length === 0) return { synonyms };
    const ofSections = rows.filter((row) => row.index === sectionsIndex.name);
    if (ofSections.length > 0)
      await drainSections(db, engine, [...new Set(ofSections.map((row) => row.documentId))]);
    // The facts of a market are also fairs and contacts of their own.
    if (rows.some((row) => row.index === entriesIndex.name || isMarketCode(row.documentId)))
      await levelEntries(db, engine);
    if (rows.some((row) => row.index === "synonyms")) {
      const groups = synonymsOf(loadKnowledge(db));
      await engine.configure(sectionsIndex, groups);
      await engine.configure(entriesIndex, groups);
      synonyms = true;
    }
    moveCursor(db, engine, cursor.build, rows.at(-1)!.seq);
    await breathe();
  }
}

async function drainSections(db: Database, engine: SearchEngine, documentIds: string[]): Promise<void> {
  const marketCodes = marketsOf(db, documentIds);
  const documents = sectionDocumentsOf(db, marketCodes);
  const held = await engine.held(sectionsIndex);
  const present = new Set(documents.map((document) => document.id));
  const changed = documents.filter((document) => held.get(document.id) !== document.hash);
  const gone = marketCodes.flatMap(possibleIds).filter((id) => held.has(id) && !present.has(id));
  if (changed.length > 0) await engine.index(sectionsIndex, changed);
  if (gone.length > 0) await engine.remove(sectionsIndex, gone);
}

/** Brings fairs, programmes, providers and terms level: a few hundred, so all of them are compared. */
export async function levelEntries(db: Database, engine: SearchEngine): Promise<void> {
  const held = await engine.held(entriesIndex);
  const documents = allEntryDocuments(db);
  if (held.size === 0) return engine.rebuild(entriesIndex, synonymsOf(loadKnowledge(db)), documents);
  const present = new Set(documents.map((document) => document.id));
  const changed = documents.filter((document) => held.get(document.id) !== document.hash);
  const gone = [...held.keys()].filter((id) => !present.has(id));
  if (changed.length > 0) await engine.index(entriesIndex, changed);
  if (gone.length > 0) await engine.remove(entriesIndex, gone);
}

/**
 * Brings an engine level with the database when it starts: builds an index that is empty, else tells it what
 * differs, also when the outbox says nothing (a file restored, a server exchanged).
 */
export async function level(db: Database, engine: SearchEngine): Promise<void> {
  const held = await engine.held(sectionsIndex);
  if (held.size === 0) return rebuild(db, engine);
  await levelEntries(db, engine);
  const { build } = cursorOf(db, engine.name) ?? { build: 0 };
  const seq = newestSeq(db);
  const groups = synonymsOf(loadKnowledge(db));
  await engine.configure(sectionsIndex, groups);
  await engine.configure(entriesIndex, groups);
  const gone = new Set(held.keys());
  const changed = [];
  for (const document of allSectionDocuments(db)) {
    gone.delete(document.id);
    if (held.get(document.id) !== document.hash) changed.push(document);
    if (changed.length % 50 === 49) await breathe();
  }
  if (changed.length > 0) await engine.index(sectionsIndex, changed);
  if (gone.size > 0) await engine.remove(sectionsIndex, [...gone]);
  moveCursor(db, engine, build, seq);
}

/** Builds every index of an engine beside the live one and swaps; what changes meanwhile stays in the outbox. */
export async function rebuild(db: Database, engine: SearchEngine): Promise<void> {
  const seq = newestSeq(db);
  const groups = synonymsOf(loadKnowledge(db));
  await engine.rebuild(sectionsIndex, groups, allSectionDocuments(db));
  await engine.rebuild(entriesIndex, groups, allEntryDocuments(db));
  db.insert(searchCursors)
    .values({ engine: engine.name, seq, build: 1 })
    .onConflictDoUpdate({
      target: searchCursors.engine,
      set: { seq, build: sql`${searchCursors.build} + 1` },
    })
    .run();
}

/** Removes rows that every engine in use has been told of. */
export function prune(db: Database, engines: SearchEngine["name"][]): void {
  const told = Math.min(...engines.map((engine) => cursorOf(db, engine)?.seq ?? 0));
  if (told > 0) db.delete(searchOutbox).where(lte(searchOutbox.seq, told)).run();
}

function cursorOf(db: Database, engine: SearchEngine["name"]) {
  return db.select().from(searchCursors).where(eq(searchCursors.engine, engine)).get();
}

/** Moves the cursor unless a rebuild has put it back in the meantime. */
function moveCursor(db: Database, engine: SearchEngine, build: number, seq: number): void {
  db.insert(searchCursors)
    .values({ engine: engine.name, seq, build })
    .onConflictDoUpdate({
      target: searchCursors.engine,
      set: { seq },
      setWhere: eq(searchCursors.build, build),
    })
    .run();
}

/** Also counts rows that were pruned: the sequence never goes back. */
function newestSeq(db: Database): number {
  const newest =
    db
      .select({ seq: max(searchOutbox.seq) })
      .from(searchOutbox)
      .get()?.seq ?? 0;
  const told =
    db
      .select({ seq: max(searchCursors.seq) })
      .from(searchCursors)
      .get()?.seq ?? 0;
  return Math.max(newest, told);
}
