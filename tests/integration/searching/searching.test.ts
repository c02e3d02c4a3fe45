import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "#db/client.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { sections } from "#db/schema/guides.ts";
import { searchOutbox } from "#db/schema/search.ts";
import { seedContent } from "#db/seed/content.ts";
import type { SearchEngine } from "#search/engine.ts";
import { rankEntries } from "#search/find-entries.ts";
import { rank } from "#search/find.ts";
import { entryKinds } from "#search/indexes/entry-kinds.ts";
import { overdueOn, sectionsIndex } from "#search/indexes/sections.ts";
import { loadKnowledge } from "#search/knowledge.ts";
import { drain, rebuild } from "#search/outbox.server.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";
import { understand } from "#search/understand.ts";
import { deleteSynonyms, saveSynonyms } from "#app/modules/search/edit-synonyms.server.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { noMeilisearch, realMeilisearch } from "#tests/factories/search.ts";
import { as } from "#tests/setup/caller.ts";
import { testNow } from "#tests/setup/database.ts";

const engines: [string, () => Promise<{ engine: SearchEngine; stop(): Promise<void> }>][] = [
  [
    "sqlite",
    () => {
      const engine = new SqliteEngine(":memory:");
      return Promise.resolve({ engine, stop: () => Promise.resolve(engine.close()) });
    },
  ],
  ["meilisearch", realMeilisearch],
];

describe.each(engines)("searching with %s", (name, open) => {
  const skipped = name === "meilisearch" ? noMeilisearch : null;
  let db: Database;
  let engine: SearchEngine;
  let words: SqliteEngine;
  let stop: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    if (skipped) return;
    db = openDatabase(":memory:", { durable: false });
    migrateDatabase(db);
    seedContent(db, testNow);
    ({ engine, stop } = await open());
    words = name === "sqlite" ? (engine as SqliteEngine) : new SqliteEngine(":memory:");
    await rebuild(db, engine);
    if (words !== engine) await rebuild(db, words);
  }, 120_000);
  afterAll(async () => {
    await stop();
    db?.$client.close();
  });

  const read = (q: string) => understand(q, loadKnowledge(db), words.vocabulary(sectionsIndex));
  const top = async (q: string, overdue?: Set<string>) => {
    const request = { q, lang: "zh" as const, markets: [], topics: [], page: 1, limit: 10 };
    const { hits } = await rank(engine, request, read(q), { ...(overdue ? { overdue } : {}) });
    return hits.map((hit) => `${hit.market}/${hit.topic}`);
  };

  it.for([
    ["deguo wanju biaozhun", "DE/standards"],
    ["meiguoguanshui", "US/tariffs-taxes"],
    ["riben pse", "JP/standards"],
    ["越男 标签", "VN/standards"],
    ["西般牙 增值税", "ES/tariffs-taxes"],
    ["德國 增值稅", "DE/tariffs-taxes"],
    ["SABER", "SA/standards"],
    ["TELEC 插座", "JP/standards"],
  ])("%s finds %s first", async ([q, place], { skip }) => {
    if (skipped) skip(skipped);
    expect((await top(q!))[0]).toBe(place);
  });

  it("an HS code finds where its goods are written about", async ({ skip }) => {
    if (skipped) skip(skipped);
    expect((await top("HS 950300 德国")).slice(0, 3)).toContain("DE/standards");
    expect(read("9503").words[0]?.also).toContain("玩具");
    expect((await top("9503")).length).toBeGreaterThan(3);
  });

  it("signs and single letters list nothing", async ({ skip }) => {
    if (skipped) skip(skipped);
    for (const q of ["😀", "a", "!?", "x"]) expect(await top(q), q).toEqual([]);
  });

  it("an overdue section ranks lower than its equals, and only then", async ({ skip }) => {
    if (skipped) skip(skipped);
    const q = "展会";
    const before = await top(q);
    const [market] = before[0]!.split("/");
    const first = and(eq(sections.marketCode, market!), eq(sections.topic, "fairs"));
    const due = db.select().from(sections).where(first).all();
    onTestFinished(() => {
      for (const { id, reviewDueAt } of due)
        db.update(sections).set({ reviewDueAt }).where(eq(sections.id, id)).run();
    });
    db.update(sections).set({ reviewDueAt: "2026-11-22" }).where(first).run();
    expect((await top(q, overdueOn(db, "2026-11-22")))[0]).toBe(before[0]);
    const late = overdueOn(db, "2026-11-23");
    expect([...late].filter((id) => id.startsWith(`${market}-fairs-`)).length).toBeGreaterThan(0);
    expect((await top(q, late))[0]).not.toBe(before[0]);
    // Asked for by name it is still what was meant.
    expect((await top("DE fairs", overdueOn(db, "2099-01-01")))[0]).toBe("DE/fairs");
  });

  it("finds fairs, providers and terms, each counted", async ({ skip }) => {
    if (skipped) skip(skipped);
    const find = (q: string) => rankEntries(engine, { kind: null, markets: [], page: 1, limit: 10 }, read(q));
    const fairs = await find("德国 玩具 展会");
    expect(fairs.fairs.ids[0]).toMatch(/^fairs-DE-fair-spielwarenmesse/);
    expect(Object.keys(fairs).sort()).toEqual([...entryKinds].sort());
    const all = await find("Germany fairs");
    expect(all.fairs.total).toBeGreaterThan(3);
    expect(all.fairs.ids).toHaveLength(3);
    expect(all.fairs.ids.every((id) => id.startsWith("fairs-DE-"))).toBe(true);
    // The words by which fairs are asked for name no goods: "toys" finds toy fairs, not all of them.
    expect((await find("toys")).fairs.total).toBeLessThan(30);
    expect((await find("增值税")).glossary.total).toBeGreaterThan(0);
    expect((await find("chamber of commerce Kenya")).providers.ids[0]).toMatch(/^providers-KE-/);
    expect((await find("😀")).fairs.total).toBe(0);
  });

  it("an editor's synonyms count without a restart, and no more once deleted", async ({ skip }) => {
    if (skipped) skip(skipped);
    const person = await signedIn(db, await makeUser(db, { secondFactor: true, staff: ["editor"] }), {
      secondFactor: true,
    });
    const ctx = as(db, person);
    const id = saveSynonyms(ctx, { terms: ["扎壳浪", "包装法"], note: "" });
    expect(db.select().from(searchOutbox).where(eq(searchOutbox.index, "synonyms")).all()).toHaveLength(1);
    expect((await drain(db, engine)).synonyms).toBe(true);
    expect(read("扎壳浪").words[0]?.also).toContain("包装法");
    expect((await top("德国 扎壳浪"))[0]).toBe("DE/standards");
    deleteSynonyms(ctx, id);
    await drain(db, engine);
    expect(read("扎壳浪").words[0]?.also).toEqual([]);
    const visitor = { ...ctx, actor: { kind: "visitor" as const } };
    expect(() => saveSynonyms(visitor, { terms: ["a", "b"], note: "" })).toThrow("right.missing");
  });
});
