import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Question, SearchEngine } from "#search/engine.ts";
import { sectionsIndex as index } from "#search/indexes/sections.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";
import { noMeilisearch, realMeilisearch, searchDocument } from "#tests/factories/search.ts";

const documents = [
  searchDocument("DE-standards-en", {
    titleEn: "Germany: Standards",
    names: "Germany, 德国",
    bodyEn: "Toys need the CE marking. Register packaging with LUCID. See T/T terms.",
    bodyZh: "玩具须有CE标志。包装须在LUCID注册。进口增值税率为19%。",
  }),
  searchDocument("DE-fairs-en", {
    titleEn: "Germany: Fairs",
    names: "Germany, 德国",
    bodyEn: "The toy fair stands in Nuremberg every January.",
    bodyZh: "纽伦堡玩具展每年一月举办。",
  }),
  searchDocument("JP-standards-en", {
    titleEn: "Japan: Standards",
    names: "Japan, 日本",
    bodyEn: "The PSE mark is for electrical goods.",
    bodyZh: "电器须有PSE标志。海外仓发货亦同。",
  }),
  searchDocument("VN-culture-en", {
    titleEn: "Viet Nam: Business culture",
    bodyEn: "Tet closes everything.",
    bodyZh: "春节期间停工。",
  }),
];

const ask = (text: string, more: Partial<Question> = {}): Question => ({
  words: text === "" ? [] : text.split(" ").map((word) => ({ text: word, also: [] })),
  prefix: true,
  match: "rarest",
  filter: { readers: ["en"] },
  offset: 0,
  limit: 10,
  facets: [],
  ...more,
});

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

describe.each(engines)("the port, with %s behind it", (name, open) => {
  const skipped = name === "meilisearch" ? noMeilisearch : null;
  let engine: SearchEngine;
  let stop: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    if (skipped) return;
    ({ engine, stop } = await open());
    await engine.rebuild(index, {}, documents);
  });
  afterAll(() => stop());
  beforeEach(({ skip }) => {
    if (skipped) skip(skipped);
  });

  const ids = async (question: Question) => {
    const [answer] = await engine.query(index, [question]);
    return answer!.hits.map((hit) => hit.id);
  };

  it("is healthy and holds what it was given", async () => {
    expect(await engine.health(AbortSignal.timeout(2000))).toBe(true);
    const held = await engine.held(index);
    expect(new Map([...held].sort())).toEqual(
      new Map(documents.map(({ id, hash }) => [id, hash] as const).sort()),
    );
  });

  it("finds English and Chinese words, also inside a run of Chinese", async () => {
    expect(await ids(ask("packaging"))).toEqual(["DE-standards-en"]);
    expect(await ids(ask("增值税"))).toEqual(["DE-standards-en"]);
    expect(await ids(ask("海外仓"))).toEqual(["JP-standards-en"]);
    expect(new Set(await ids(ask("玩具")))).toEqual(new Set(["DE-standards-en", "DE-fairs-en"]));
  });

  it("takes the last word as one that is still being typed", async () => {
    expect(await ids(ask("nurem"))).toEqual(["DE-fairs-en"]);
  });

  it("needs the rarest word and ranks a document with all words first", async () => {
    const found = await ids(ask("toy nuremberg"));
    expect(found).toContain("DE-fairs-en");
    expect(found).not.toContain("VN-culture-en");
  });

  it("gives scores from 0 to 1, best first", async () => {
    const [answer] = await engine.query(index, [ask("toy")]);
    const scores = answer!.hits.map((hit) => hit.score);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  it("filters by equality and counts facets and totals exactly", async () => {
    const [all, germany, none] = await engine.query(index, [
      ask("", { facets: ["market", "topic"], limit: 1 }),
      ask("", { filter: { readers: ["en"], market: ["DE"] }, limit: 0, facets: ["topic"] }),
      ask("", { filter: { readers: ["zh"] } }),
    ]);
    expect(all).toMatchObject({
      total: 4,
      facets: { market: { DE: 2, JP: 1, VN: 1 }, topic: { standards: 2, fairs: 1, culture: 1 } },
    });
    expect(all!.hits).toHaveLength(1);
    expect(germany).toMatchObject({ total: 2, hits: [], facets: { topic: { standards: 1, fairs: 1 } } });
    expect(none).toMatchObject({ total: 0, hits: [] });
  });

  it("passes nothing through an empty list of values", async () => {
    expect(await ids(ask("", { filter: { market: [] } }))).toEqual([]);
  });

  it("walks through all hits page by page without a gap or a repeat", async () => {
    const seen: string[] = [];
    for (let offset = 0; offset < 4; offset += 2) seen.push(...(await ids(ask("", { offset, limit: 2 }))));
    expect(seen.sort()).toEqual(documents.map(({ id }) => id).sort());
  });

  it.each([
    '"',
    "' OR 1=1 --",
    'bodyEn : x" OR "',
    "a AND NOT b",
    "NEAR(a b)",
    "*",
    "^a",
    "-tax",
    "{x} : y",
    "\\",
    "%00",
  ])("takes %j as words, never as syntax", async (text) => {
    await expect(engine.query(index, [ask(text)])).resolves.toHaveLength(1);
    await expect(
      engine.query(index, [ask("toy", { filter: { readers: ["en"], market: [text] } })]),
    ).resolves.toMatchObject([{ total: 0 }]);
  });

  it("replaces, adds and removes documents", async () => {
    await engine.index(index, [
      searchDocument("VN-culture-en", { bodyEn: "Handshakes and patience." }),
      searchDocument("VN-fairs-en", { bodyEn: "Expo in Hanoi." }),
    ]);
    expect(await ids(ask("tet"))).toEqual([]);
    expect(await ids(ask("handshakes"))).toEqual(["VN-culture-en"]);
    expect(await ids(ask("hanoi"))).toEqual(["VN-fairs-en"]);
    await engine.remove(index, ["VN-fairs-en", "never-there-en"]);
    expect(await ids(ask("hanoi"))).toEqual([]);
    expect((await engine.held(index)).size).toBe(4);
  });

  it("answers from the live index while the next one is built, then from that", async () => {
    await engine.rebuild(index, {}, documents);
    const rebuilt = engine.rebuild(index, {}, [searchDocument("US-fairs-en", { bodyEn: "Las Vegas show" })]);
    const during = await ids(ask("packaging"));
    await rebuilt;
    expect(during).toEqual(["DE-standards-en"]);
    expect(await ids(ask("packaging"))).toEqual([]);
    expect(await ids(ask("vegas"))).toEqual(["US-fairs-en"]);
  });

  it("indexes a text of 100,000 characters in reasonable time", async () => {
    const started = performance.now();
    await engine.index(index, [
      searchDocument("VN-risks-en", { bodyZh: "越南汇率风险与付款违约".repeat(9100) }),
    ]);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await ids(ask("汇率"))).toEqual(["VN-risks-en"]);
  });
});
