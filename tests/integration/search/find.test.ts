import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "#db/client.server.ts";
import { sections } from "#db/schema/guides.ts";
import { facts } from "#db/schema/markets.ts";
import type { SearchRequest } from "#search/find.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { startSearch } from "#search/runtime.server.ts";
import type { SearchRuntime } from "#search/runtime.ts";
import { contentDatabase, quietLog, testFolder } from "#tests/factories/search.ts";
import { testNow } from "#tests/setup/database.ts";

async function embedded(db: Database = contentDatabase()) {
  const search = startSearch({ db, engine: "sqlite", dataDir: testFolder(), log: quietLog });
  onTestFinished(() => search.stop());
  await search.ready();
  const find = (q: string, more: Partial<SearchRequest> = {}) =>
    search.query({ q, lang: "en", markets: [], topics: [], page: 1, limit: 10, ...more });
  return { db, search, find };
}

/** Waits until the outbox is drained, as a reader would see it. */
async function drained(search: SearchRuntime) {
  search.wake();
  await expect.poll(() => search.status().pending, { timeout: 5000, interval: 20 }).toBe(0);
}

describe("a page of hits", () => {
  it("adds up over all pages, without a gap or a repeat, and the facets with it", async () => {
    const { find } = await embedded();
    for (const q of ["tax", "germany toys certification", "EU customs", ""]) {
      const first = await find(q, { limit: 50 });
      const ids: string[] = [];
      for (let page = 1; ids.length < first.total && page < 30; page++) {
        ids.push(...(await find(q, { limit: 50, page })).hits.map((hit) => hit.id));
      }
      expect(ids).toHaveLength(first.total);
      expect(new Set(ids).size).toBe(first.total);
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum(first.facets.market)).toBe(first.total);
      expect(sum(first.facets.topic)).toBe(first.total);
    }
  });

  it("counts the other choices of a filter that the reader has set", async () => {
    const { find } = await embedded();
    const all = await find("packaging");
    const france = await find("packaging", { markets: ["FR"] });
    expect(france.hits.every((hit) => hit.market === "FR")).toBe(true);
    expect(france.total).toBe(france.facets.market.FR);
    expect(Object.keys(france.facets.market).length).toBeGreaterThan(1);
    expect(all.facets.market.FR).toBeDefined();
    expect(Object.keys(france.facets.topic).length).toBeLessThanOrEqual(Object.keys(all.facets.topic).length);
  });

  it("lets the reader's own market win over the one in the words", async () => {
    const { find } = await embedded();
    const found = await find("germany vat", { markets: ["JP"] });
    expect(found.hits[0]).toMatchObject({ market: "JP", topic: "tariffs-taxes" });
  });

  it("shows each section once, in the reader's language", async () => {
    const { find } = await embedded();
    const found = await find("美国关税", { lang: "en", limit: 50 });
    expect(found.hits.length).toBeGreaterThan(0);
    expect(found.hits.every((hit) => hit.lang === "en")).toBe(true);
    const chinese = await find("US tariffs", { lang: "zh", limit: 50 });
    expect(chinese.hits.every((hit) => hit.lang === "zh")).toBe(true);
    expect(chinese.hits[0]!.title).toContain("美国");
  });

  it("falls back to the other language, marked as such, when a section exists in one only", async () => {
    const db = contentDatabase();
    db.update(sections)
      .set({ status: "draft" })
      .where(eq(sections.id, sectionId(db, "DE", "culture", "zh")))
      .run();
    const { find } = await embedded(db);
    const found = await find("德国 商务礼仪", { lang: "zh" });
    expect(found.hits[0]).toMatchObject({ id: "DE-culture-en", lang: "en" });
    expect(found.hits.filter((hit) => hit.market === "DE" && hit.topic === "culture")).toHaveLength(1);
  });

  it("finds a section without prose by its facts, those inherited from its block included", async () => {
    const { find } = await embedded();
    const netherlands = await find("netherlands carbon border adjustment CBAM");
    expect(netherlands.hits[0]).toMatchObject({ id: "NL-barriers-en", hasProse: false });
    expect(netherlands.hits[0]!.snippetHtml).toContain("<mark>");
    const chile = await find("chile");
    expect(chile.total).toBeGreaterThan(5);
    expect(chile.hits.every((hit) => hit.market === "CL" && !hit.empty)).toBe(true);
  });

  it("shows an empty section only to somebody who asks for it", async () => {
    const { find } = await embedded();
    const asked = await find("nigeria public procurement");
    expect(asked.hits[0]).toMatchObject({ market: "NG", topic: "procurement", empty: true });
    const other = await find("nigeria", { limit: 50 });
    expect(other.hits.some((hit) => hit.empty)).toBe(false);
  });

  it("says nothing was found when neither words nor market nor topic are known", async () => {
    const { find } = await embedded();
    expect(await find("qwertzuiop asdfghjk")).toMatchObject({ total: 0, hits: [] });
  });
});

describe("what readers can see", () => {
  it("follows publication: words of a draft are never found", async () => {
    const { db, search, find } = await embedded();
    const id = sectionId(db, "DE", "standards", "en");
    const before = await find("notified body approved test house", {
      markets: ["DE"],
      topics: ["standards"],
    });
    expect(before.hits[0]?.hasProse).toBe(true);
    db.transaction((tx) => {
      tx.update(sections).set({ status: "draft" }).where(eq(sections.id, id)).run();
      enqueueForSearch(tx, "sections", id, testNow);
    });
    await drained(search);
    const after = await find("germany standards");
    expect(after.hits[0]).toMatchObject({ id: "DE-standards-zh", lang: "zh" });
    const words = await find("notified body approved test house", { markets: ["DE"], topics: ["standards"] });
    expect(words.hits[0]?.snippetHtml ?? "").not.toContain("approved test house");
  });

  it("follows a block's fact into its own guide and every member", async () => {
    const { db, search, find } = await embedded();
    db.transaction((tx) => {
      tx.update(facts)
        .set({ textEn: "Now zebrafish passports are needed." })
        .where(eq(facts.key, "gpsr"))
        .run();
      enqueueForSearch(tx, "sections", "EU", testNow);
    });
    await drained(search);
    const found = await find("zebrafish");
    expect(found.hits.map((hit) => hit.market).sort()).toEqual(["DE", "ES", "EU", "FR", "IT", "NL"]);
  });
});

function sectionId(db: Database, market: string, topic: string, lang: "en" | "zh"): string {
  const row = db
    .select()
    .from(sections)
    .all()
    .find((section) => section.marketCode === market && section.topic === topic && section.lang === lang);
  return row!.id;
}
