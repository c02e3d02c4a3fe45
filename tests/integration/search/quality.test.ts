import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedContent } from "#db/seed/content.ts";
import type { SearchEngine } from "#search/engine.ts";
import { rank } from "#search/find.ts";
import { allSectionDocuments, sectionsIndex } from "#search/indexes/sections.ts";
import { loadKnowledge, type Knowledge } from "#search/knowledge.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";
import { synonymsOf } from "#search/synonyms.ts";
import { understand } from "#search/understand.ts";
import { noMeilisearch, realMeilisearch } from "#tests/factories/search.ts";
import { testNow } from "#tests/setup/database.ts";
import { heldOut, heldOutLater, tuning, type Expected } from "./queries.ts";

let db: Database;
let knowledge: Knowledge;
let sqlite: SqliteEngine;

beforeAll(async () => {
  db = openDatabase(":memory:", { durable: false });
  migrateDatabase(db);
  seedContent(db, testNow);
  knowledge = loadKnowledge(db);
  sqlite = new SqliteEngine(":memory:");
  await sqlite.rebuild(sectionsIndex, {}, allSectionDocuments(db));
});
afterAll(() => {
  sqlite.close();
  db.$client.close();
});

/** Shares of queries whose market, and whose topic in that market, stands among the first three hits. */
async function figures(engine: SearchEngine, queries: Expected[]) {
  const missed: string[] = [];
  const right = { market: 0, topic: 0, topics: 0 };
  for (const { q, lang, market, topic } of queries) {
    const understood = understand(q, knowledge, sqlite.vocabulary(sectionsIndex));
    const request = { q, lang, markets: [], topics: [], page: 1, limit: 10 };
    const { hits } = await rank(engine, request, understood);
    const first = hits.slice(0, 3).filter((hit) => market === null || market.includes(hit.market));
    const topicFound = topic === null || first.some((hit) => topic.includes(hit.topic));
    if (first.length > 0) right.market++;
    if (topic !== null) right.topics++;
    if (topic !== null && topicFound) right.topic++;
    if (first.length === 0 || !topicFound) missed.push(q);
  }
  return { market: right.market / queries.length, topic: right.topic / right.topics, missed };
}

const sets = [
  { name: "tuning", queries: tuning },
  { name: "held-out", queries: heldOut },
  { name: "later held-out", queries: heldOutLater },
];

describe("with the embedded engine", () => {
  it.for(sets)("$name queries find their market in 85 percent, their topic in 75", async ({ queries }) => {
    const found = await figures(sqlite, queries);
    expect(found.market, found.missed.join("\n")).toBeGreaterThanOrEqual(0.85);
    expect(found.topic, found.missed.join("\n")).toBeGreaterThanOrEqual(0.75);
  });
});

describe("with Meilisearch", () => {
  let engine: SearchEngine;
  let stop: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    if (noMeilisearch) return;
    ({ engine, stop } = await realMeilisearch());
    await engine.rebuild(sectionsIndex, synonymsOf(knowledge), allSectionDocuments(db));
  });
  afterAll(() => stop());

  it.for(sets)(
    "$name queries find their market in 95 percent, their topic in 85",
    async ({ queries }, { skip }) => {
      if (noMeilisearch) skip(noMeilisearch);
      const found = await figures(engine, queries);
      expect(found.market, found.missed.join("\n")).toBeGreaterThanOrEqual(0.95);
      expect(found.topic, found.missed.join("\n")).toBeGreaterThanOrEqual(0.85);
    },
  );
});
