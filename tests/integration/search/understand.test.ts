import { beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedContent } from "#db/seed/content.ts";
import { allSectionDocuments, sectionsIndex } from "#search/indexes/sections.ts";
import { loadKnowledge, type Knowledge } from "#search/knowledge.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";
import type { Vocabulary } from "#search/spelling.ts";
import { understand } from "#search/understand.ts";
import { testNow } from "#tests/setup/database.ts";

let knowledge: Knowledge;
let vocabulary: Vocabulary;

beforeAll(async () => {
  const db = openDatabase(":memory:", { durable: false });
  migrateDatabase(db);
  seedContent(db, testNow);
  knowledge = loadKnowledge(db);
  const sqlite = new SqliteEngine(":memory:");
  await sqlite.rebuild(sectionsIndex, {}, allSectionDocuments(db));
  vocabulary = sqlite.vocabulary(sectionsIndex);
  db.$client.close();
  return () => sqlite.close();
});

const read = (q: string) => understand(q, knowledge, vocabulary);
const markets = (q: string) => read(q).markets?.sort().join(" ") ?? "";

describe("markets in a query", () => {
  it.each([
    ["印度尼西亚 清关", "ID"],
    ["印度 清关", "IN"],
    ["印尼和印度", "ID IN"],
    ["USA", "US"],
    ["America", "US"],
    ["u.s. customs", "US"],
    ["US customs", "US"],
    ["us customs", "US"],
    ["shipping to the us", "US"],
    ["US商标", "US"],
    ["can you sell to us", ""],
    ["CONTACT US", ""],
    ["tell us about tariffs", ""],
    ["United Kingdom and Ireland", "GB"],
    ["new mexico dealer", "US"],
    ["north korea sanctions", ""],
    ["FCC ID label", ""],
    ["VAT ID", ""],
    ["how do I do it in time", ""],
    ["is IT equipment covered", ""],
    ["ID 清真", "ID"],
    ["VAT in DE", "DE"],
    ["jp 认证", "JP"],
    ["日本", "JP"],
    ["对日出口", "JP"],
    ["日用品出口", ""],
    ["美容仪认证", ""],
    ["对美出口", "US"],
    ["欧美市场", "DE ES FR IT NL US"],
    ["EU", "DE ES FR IT NL"],
    ["欧盟 德国 包装", "DE"],
    ["海湾国家认证", "AE SA"],
    ["独联体", "KZ RU"],
    ["中东欧", ""],
    ["韓國 認證", "KR"],
    ["Türkiye", "TR"],
    ["méxico", "MX"],
    ["germny", "DE"],
    ["untied states", "US"],
    ["children toys", ""],
    ["while shipping", ""],
    ["chains and pairs", ""],
    ["出口用美元结算", ""],
  ])("%s → %s", (q, expected) => {
    expect(markets(q)).toBe(expected);
  });

  it("knows every market by its names, aliases and codes", () => {
    for (const { code, nameEn, nameZh, aliases } of knowledge.markets.values()) {
      for (const name of [nameEn, nameZh, code, ...aliases])
        expect(`${name}: ${markets(name)}`).toBe(`${name}: ${code}`);
    }
  });
});

describe("topics in a query", () => {
  it.each([
    ["海关编码", "tariffs-taxes"],
    ["清关", "logistics import-procedures"],
    ["欧代", "standards"],
    ["letter of credit", "pricing-payment"],
    ["出口管制", "barriers"],
    ["商务礼仪", "culture"],
    ["site: nothing of this", ""],
  ])("%s → %s", (q, expected) => {
    const strong = [...read(q).topics].filter(([, weight]) => weight === 1).map(([topic]) => topic);
    expect(strong.sort()).toEqual(expected.split(" ").filter(Boolean).sort());
  });
});

describe("words of a query", () => {
  it.each([
    ["墨西哥 灯具", "灯具"],
    ["德国卖箱包", "箱包"],
    ["越南 木门 清关单证", "木门 清关 关单 单证"],
    ["德过 灯具", "灯具"],
  ])("%s → %s", (q, expected) => {
    expect(
      read(q)
        .words.map(({ text }) => text)
        .join(" "),
    ).toBe(expected);
  });
});

describe("spelling", () => {
  it("offers the whole query with the misspelt words replaced", () => {
    expect(read("Tradmark germny").didYouMean).toBe("Trademark germany");
    expect(read("certifcate of orgin").didYouMean).toBe("certificate of origin");
  });

  it.each([
    "germany toys",
    "drones",
    "chairs for germany",
    "quilts",
    "toothbrushes",
    "vietn",
    "LUCID",
    "德国",
  ])("leaves %s alone", (q) => {
    expect(read(q).didYouMean).toBeNull();
  });
});

it("reads any text without an error, and fast", () => {
  const signs = fc.constantFrom(
    "德国",
    "us",
    "US",
    "“",
    "\ud800",
    "税",
    " ",
    "ID",
    "*",
    "(",
    "OR",
    "\u0000",
    "https://x",
    "é",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.array(signs).map((all) => all.join("")),
      ),
      (q) => {
        const started = performance.now();
        const understood = read(q);
        expect(understood.words.length).toBeLessThanOrEqual(12);
        expect(performance.now() - started).toBeLessThan(400);
      },
    ),
  );
});

describe("an authority in a query", () => {
  it.each([
    ["法国 DGCCRF", "FR", "standards"],
    ["baua", "DE", "standards"],
    ["OPSS", "GB", "standards"],
    ["HMRC", "GB", "import-procedures"],
    ["日本经济产业省", "JP", "standards"],
    ["荷兰税务局", "NL", "tariffs-taxes"],
    ["Receita Federal", "BR", "tariffs-taxes"],
    ["MFDS", "KR", "standards"],
    ["NVWA", "NL", "standards"],
    ["CPSO", "SG", "standards"],
    ["CPSC", "US", "standards"],
    ["阿联酋 ESMA", "AE", "standards"],
  ])("%s asks for what it answers for", (q, market, topic) => {
    const { likely, topics, didYouMean } = read(q);
    expect(likely).toContain(market);
    expect(Math.max(...topics.values())).toBe(topics.get(topic as never));
    expect(didYouMean).toBeNull();
  });

  it.each(["pub licence", "most popular toys", "open account", "star rating"])(
    "is none where its letters are a word: %s",
    (q) => expect(read(q).likely).toEqual([]),
  );
});
