import { UNSAFE_withComponentProps as withProps } from "react-router";
import { describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { facts, sectors } from "#db/schema/markets.ts";
import { profileLanguages, profileMarkets, profileProducts } from "#db/schema/msmes.ts";
import { networks } from "#app/modules/market-ranking/network.server.ts";
import { answerRanking, compareMarkets } from "#app/modules/market-ranking/queries.server.ts";
import { readQuestion } from "#app/modules/market-ranking/schema.ts";
import type { Actor } from "#app/platform/context.ts";
import * as comparePage from "#app/routes/ranking/compare.tsx";
import * as compareCsv from "#app/routes/ranking/compare-csv.ts";
import * as rankingPage from "#app/routes/ranking/where-to-export.tsx";
import * as rankingCsv from "#app/routes/ranking/where-to-export-csv.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import {
  daysFromNow,
  insertEndorsement,
  insertVetting,
  makeFirm,
  setLevels,
} from "#tests/factories/msmes.ts";
import { makeOrganisation } from "#tests/factories/accounts.ts";
import { makeOpportunity } from "#tests/factories/opportunities.ts";
import { townDatabase } from "#tests/factories/town.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const built = (page: { default: unknown }) => ({
  ...page,
  default: withProps(page.default as Parameters<typeof withProps>[0]),
});

async function site(db: Database, actor: Actor = { kind: "visitor" }) {
  const pages = {
    ":lang/where-to-export": built(rankingPage),
    ":lang/where-to-export.csv": rankingCsv,
    ":lang/compare": built(comparePage),
    ":lang/compare.csv": compareCsv,
  };
  const { ask } = await testSite(db, pages as unknown as Parameters<typeof testSite>[1], {
    resolveActor: async () => actor,
  });
  return async (path: string) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    return answer.text();
  };
}

const question = (query = "") => readQuestion(new URLSearchParams(query));
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");

describe("the ranking of the seeded markets", () => {
  it("has all thirty, and no score that is not a number", async () => {
    const { ranking } = answerRanking(testCtx(await townDatabase()), "en", question("products=toys"));
    expect(ranking.rows).toHaveLength(30);
    for (const { low, score, high } of ranking.rows) {
      expect(low).toBeLessThanOrEqual(score);
      expect(score).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(100);
    }
    expect(ranking.flips.possible.length + ranking.flips.impossible.length).toBe(29);
  });

  it("keeps the figures that are known to be missing as gaps", async () => {
    const { ranking } = answerRanking(testCtx(await townDatabase()), "en", question());
    const duty = (code: string) => ranking.rows.find((row) => row.code === code)!.measures.duty;
    expect(duty("US").span).toEqual({ low: 0, high: 1000 });
    expect(duty("US").data[0]!.fact?.noteEn).toMatch(/Since 2018/);
    expect(duty("DE").data[0]!.fact).toMatchObject({ inheritedFrom: "EU", value: 4 });
    const sales = (code: string) => ranking.rows.find((row) => row.code === code)!.measures["e-commerce"];
    const vietnam = sales("VN").span;
    expect(Math.abs(vietnam.high - vietnam.low - 300)).toBeLessThanOrEqual(1);
    expect(sales("KR").span.high - sales("KR").span.low).toBe(0);
  });

  it("follows a fact as soon as it is corrected", async () => {
    const db = await townDatabase();
    const ctx = testCtx(db);
    const risk = () =>
      answerRanking(ctx, "en", question()).ranking.rows.find((row) => row.code === "JP")!.measures.risk.span;
    expect(risk()).toEqual({ low: 1000, high: 1000 });
    db.update(facts).set({ value: 7 }).where(eq(facts.key, "country-risk-class")).run();
    expect(risk()).toEqual({ low: 0, high: 0 });
  });

  it("narrows to a region and leaves markets out without touching any other's score", async () => {
    const ctx = testCtx(await townDatabase());
    const all = answerRanking(ctx, "en", question()).ranking.rows;
    const few = answerRanking(ctx, "en", question("region=southeast-asia&without=SG"));
    expect(few.ranking.rows.map(({ code }) => code).sort()).toEqual(["ID", "MY", "PH", "TH", "VN"]);
    expect(few.leftOut.map(({ code }) => code)).toEqual(["SG"]);
    for (const row of few.ranking.rows) {
      expect(row.score).toBe(all.find(({ code }) => code === row.code)!.score);
    }
  });
});

describe("what Fairway's own register says", () => {
  /** Firms with a toy chapter that aim at DE, vetted unless said otherwise. */
  async function firms(db: Database, count: number, vetted = true) {
    for (let index = 0; index < count; index += 1) {
      const { id } = await makeFirm(db);
      db.insert(profileProducts)
        .values({ organisationId: id, hs: "950300", nameEn: "Toys", nameZh: "玩具" })
        .run();
      db.insert(profileMarkets).values({ organisationId: id, marketCode: "DE", relation: "target" }).run();
      db.insert(profileMarkets).values({ organisationId: id, marketCode: "DE", relation: "exported" }).run();
      if (vetted) insertVetting(db, id);
      setLevels(db, id, { products: "public", markets: "public", export: "public" });
    }
  }

  it("counts vetted and endorsed firms that show it to everybody once, and nobody else", async () => {
    const db = testDatabase();
    insertMarket(db, "DE");
    await firms(db, 2);
    await firms(db, 3, false);
    const { id } = await makeFirm(db);
    db.insert(profileMarkets).values({ organisationId: id, marketCode: "DE", relation: "target" }).run();
    insertEndorsement(db, makeOrganisation(db, { kind: "mnc" }), id);
    insertVetting(db, id, { expiresAt: daysFromNow(-1) });
    setLevels(db, id, { markets: "public" });
    for (const level of ["staff", "endorsers", "matched", "network"] as const) {
      await firms(db, 1);
      const hidden = db.select().from(profileMarkets).all().at(-1)!.organisationId;
      setLevels(db, hidden, { markets: level, export: level });
    }
    expect(networks(testCtx(db)).get("DE")!.peers).toHaveLength(3);
  });

  it("never shows how many there are below three, nor a name", async () => {
    const db = testDatabase();
    insertMarket(db, "DE");
    insertFact(db, "DE", "imports", { kind: "indicator", topic: "snapshot", value: 1e12, unit: "USD" });
    await firms(db, 2);
    const read = await site(db);
    expect(words(await read("/en/where-to-export"))).toContain("fewer than 3 peers");
    await firms(db, 2);
    const html = await read("/en/where-to-export");
    expect(words(html)).toContain("3 or more peers");
    expect(html).not.toMatch(/Organisation|Firm \d/);
  });

  it("counts what can still be applied for, in the sector asked for", () => {
    const db = testDatabase();
    insertMarket(db, "DE");
    for (const code of ["95", "84"]) {
      db.insert(sectors)
        .values({ code, parentCode: null, kind: "chapter", nameEn: code, nameZh: code, position: 1 })
        .run();
    }
    makeOpportunity(db, "toys", { sectors: ["95"], markets: ["DE"] });
    makeOpportunity(db, "machines", { sectors: ["84"], markets: ["DE"] });
    makeOpportunity(db, "over", { sectors: ["95"], markets: ["DE"], applyBy: daysFromNow(-1) });
    makeOpportunity(db, "draft", { sectors: ["95"], markets: ["DE"], state: "draft" });
    const said = (query: string) =>
      answerRanking(testCtx(db), "en", question(query)).ranking.rows[0]!.measures.network.data[0]!.said;
    expect(said("products=9503")).toMatchObject({ open: 1 });
    expect(said("")).toMatchObject({ open: 2 });
  });
});

describe("a signed-in firm", () => {
  async function toyMaker() {
    const db = testDatabase();
    insertMarket(db, "DE", { languages: [{ nameEn: "German", nameZh: "德语", status: "official" }] });
    const { id, actor } = await makeFirm(db);
    db.insert(profileProducts)
      .values({ organisationId: id, hs: "950300", nameEn: "Toys", nameZh: "玩具" })
      .run();
    db.insert(profileLanguages).values({ organisationId: id, language: "de" }).run();
    return { db, actor };
  }

  it("starts from its own products and languages, and what it asks for instead wins", async () => {
    const { db, actor } = await toyMaker();
    const asked = (query: string) => answerRanking(testCtx(db, actor), "en", question(query)).asked;
    expect(asked("")).toMatchObject({ typed: "950300", team: ["de"], fromProfile: true });
    expect(asked("products=lamps&team=en")).toMatchObject({
      typed: "lamps",
      team: ["en"],
      fromProfile: false,
    });
    expect(asked("products=")).toMatchObject({ typed: "", fromProfile: false });
    expect(answerRanking(testCtx(db), "en", question()).asked).toMatchObject({ typed: "", own: null });
  });

  it("has its start written out in the link it shares", async () => {
    const { db, actor } = await toyMaker();
    const html = await (await site(db, actor))("/en/where-to-export");
    expect(html).toContain("/en/where-to-export?products=950300&amp;team=de");
    expect(words(html)).toContain("From your profile");
  });
});

describe("the pages", () => {
  it("answer in both languages: who is first, how sure, and what would change it", async () => {
    const read = await site(await townDatabase());
    const en = words(await read("/en/where-to-export?products=toys&preset=cheap-entry"));
    expect(en).toMatch(/Of 30 markets, .+ comes first with \d+\.\d of 100/);
    expect(en).toMatch(/Smallest change that would put another first/);
    expect(en).toMatch(/no figure/);
    expect(en).toMatch(/to be checked · 2023/);
    const zh = words(await read("/zh/where-to-export?products=%E7%8E%A9%E5%85%B7"));
    expect(zh).toMatch(/在30个市场中，.+排名第一/);
    expect(zh).not.toMatch(/\b(undefined|null|NaN)\b/);
    expect(en).not.toMatch(/\b(undefined|null|NaN)\b/);
  });

  it("say what they did not understand, and stay whole", async () => {
    const read = await site(await townDatabase());
    const html = words(
      await read("/en/where-to-export?products=tyos&risk=99&region=atlantis&without=%3Cb%3E"),
    );
    expect(html).toContain("Not recognised: tyos");
    expect(html).toMatch(/Not understood, and set back: Low risk/);
    expect(html).toContain("Of 30 markets");
  });

  it("with nothing that matters, or nobody left, say what to do", async () => {
    const read = await site(await townDatabase());
    const none = (await import("#app/modules/market-ranking/criteria.ts")).criteria.map((one) => `${one}=0`);
    expect(words(await read(`/en/where-to-export?${none.join("&")}`))).toContain("Nothing matters yet");
    const asia = ["ID", "MY", "PH", "SG", "TH", "VN"].map((code) => `without=${code}`).join("&");
    expect(words(await read(`/en/where-to-export?region=southeast-asia&${asia}`))).toContain(
      "No market left",
    );
  });

  it("compare any number side by side, best marked, gaps as gaps", async () => {
    const db = await townDatabase();
    const read = await site(db);
    const html = await read("/en/compare?market=de&market=US&market=XX&market=DE&products=9503");
    expect(html.match(/scope="col" class="min-w/g)).toHaveLength(2);
    expect(words(html)).toContain("No guide to: XX");
    expect(words(html)).toContain("— no figure");
    const thirty = compareMarkets(
      testCtx(db),
      "en",
      question(),
      answerRanking(testCtx(db), "en", question()).markets.map(({ code }) => code),
    );
    expect(thirty.compared).toHaveLength(30);
    expect(thirty.others).toEqual([]);
    expect(words(await read("/zh/compare"))).toContain("还没有选择市场");
  });
});

describe("the CSV files", () => {
  it("hold every market with an empty cell for a gap, in the order of the page", async () => {
    const db = await townDatabase();
    const read = await site(db);
    const lines = (await read("/en/where-to-export.csv?products=toys")).trim().split("\r\n");
    expect(lines).toHaveLength(31);
    const order = answerRanking(testCtx(db), "en", question("products=toys")).ranking.rows.map(
      ({ code }) => code,
    );
    expect(lines.slice(1).map((line) => /,([A-Z]{2}),/.exec(line)?.[1])).toEqual(order);
    const head = lines[0]!.split(",");
    const us = lines.find((line) => line.includes(",US,"))!;
    expect(head).toContain("Low duties: value 0–100");
    expect(us).toMatch(/,5,,,,/);
  });

  it("of a comparison names figure, value and source", async () => {
    const read = await site(await townDatabase());
    const text = await read("/zh/compare.csv?market=DE&market=US");
    expect(text).toContain("德国,物流,物流绩效指数,4.1分（满分5分）,84,");
    expect(text).toContain("美国,关税低,工业品平均关税,,,无数据");
  });
});
