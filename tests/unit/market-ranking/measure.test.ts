import { describe, expect, it } from "vitest";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import {
  linear,
  logarithmic,
  measureMarket,
  saturating,
  type Asked,
  type MarketFigures,
  type Network,
} from "#app/modules/market-ranking/measure.ts";

const fact = (key: string, fields: Partial<MarketFact> = {}): MarketFact => ({
  key,
  kind: "indicator",
  topic: "snapshot",
  labelEn: key,
  labelZh: key,
  textEn: null,
  textZh: null,
  noteEn: null,
  noteZh: null,
  value: null,
  unit: null,
  url: null,
  detail: {},
  source: { id: "s", nameEn: "Source", nameZh: "来源", url: null },
  asOf: 2024,
  confidence: "high",
  basis: "read",
  gap: false,
  inheritedFrom: null,
  ...fields,
});
const asked: Asked = {
  products: [],
  languages: ["Chinese", "English"],
  now: new Date("2026-11-22T04:00:00Z"),
};
const nobody: Network = { opportunities: [], peers: [] };
const market = (facts: MarketFact[], languages: MarketFigures["languages"] = []): MarketFigures => ({
  code: "XX",
  languages,
  facts,
});
const spanOf = (
  criterion: keyof ReturnType<typeof measureMarket>,
  facts: MarketFact[],
  more: { asked?: Partial<Asked>; network?: Network; languages?: MarketFigures["languages"] } = {},
) =>
  measureMarket(market(facts, more.languages), more.network ?? nobody, { ...asked, ...more.asked })[criterion]
    .span;
const gap = { low: 0, high: 1000 };
const exactly = (value: number) => ({ low: value, high: value });

describe("scales", () => {
  it("run from worst to best, straight or by orders of magnitude", () => {
    expect(linear(15, 0)(15)).toBeCloseTo(0);
    expect(linear(15, 0)(0)).toBe(1);
    expect(linear(15, 0)(7.5)).toBe(0.5);
    expect(logarithmic(1, 100)(10)).toBeCloseTo(0.5);
    expect([0, 1, 2].map(saturating)).toEqual([0, 0.5, 0.75]);
  });

  it("stop at their ends", () => {
    expect(spanOf("logistics", [fact("lpi-score", { value: 1 })])).toEqual(exactly(0));
    expect(spanOf("logistics", [fact("lpi-score", { value: 5 })])).toEqual(exactly(1000));
  });
});

describe("a gap", () => {
  it("is the whole span, whether the fact is absent, marked as a gap or without a figure", () => {
    expect(spanOf("duty", [])).toEqual(gap);
    expect(spanOf("duty", [fact("tariff-average", { gap: true })])).toEqual(gap);
    expect(spanOf("duty", [fact("tariff-average")])).toEqual(gap);
  });

  it("of one part of a criterion widens it by that part only", () => {
    expect(spanOf("market-size", [fact("gdp", { value: 3e13 })])).toEqual({ low: 500, high: 1000 });
    expect(spanOf("e-commerce", [fact("internet-users", { value: 100 })])).toEqual({ low: 700, high: 1000 });
  });

  it("is not the same as a true zero", () => {
    expect(spanOf("duty", [fact("tariff-average", { value: 0 })])).toEqual(exactly(1000));
    expect(
      spanOf("fairs", [fact("fair-x", { kind: "fair", detail: { sectorsEn: "food" } })], {
        asked: { products: ["9503"] },
      }),
    ).toEqual(exactly(0));
  });
});

describe("duty", () => {
  const facts = [fact("tariff-average", { value: 3 })];
  it("says nothing about farm products and food, and half about a mixed choice", () => {
    expect(spanOf("duty", facts, { asked: { products: ["9503"] } })).toEqual(exactly(800));
    expect(spanOf("duty", facts, { asked: { products: ["0902"] } })).toEqual(gap);
    expect(spanOf("duty", facts, { asked: { products: ["0902", "9503"] } })).toEqual({ low: 400, high: 900 });
    expect(spanOf("duty", facts, { asked: { products: ["2503"] } })).toEqual(exactly(800));
  });
});

describe("free-trade access", () => {
  const agreement = (ftaKind: string, inForce: string | null, fields: Partial<MarketFact> = {}) =>
    fact(`fta-${ftaKind}`, { kind: "fta", detail: { ftaKind, inForce }, ...fields });
  it("takes the best agreement in force, and less while duties still fall", () => {
    expect(spanOf("free-trade", [agreement("bilateral", "2015-12-20")])).toEqual(exactly(1000));
    expect(spanOf("free-trade", [agreement("regional", "2022-01-01")])).toEqual(exactly(700));
    expect(spanOf("free-trade", [agreement("preferential", "1976"), agreement("none", null)])).toEqual(
      exactly(300),
    );
  });
  it("does not count what is not in force or cuts no duties", () => {
    expect(spanOf("free-trade", [agreement("bilateral", "2027-01-01")])).toEqual(exactly(0));
    expect(spanOf("free-trade", [agreement("under negotiation", null)])).toEqual(exactly(0));
    expect(spanOf("free-trade", [agreement("non-preferential", "2019-10-25")])).toEqual(exactly(0));
    expect(spanOf("free-trade", [])).toEqual(gap);
  });
});

describe("language", () => {
  const german = { nameEn: "German", nameZh: "德语", status: "official" };
  const mandarin = { nameEn: "Mandarin", nameZh: "华语", status: "official" };
  const english = { nameEn: "English", nameZh: "英语", status: "widely used" };
  it("asks what the team speaks", () => {
    expect(spanOf("language", [], { languages: [german] })).toEqual(exactly(200));
    expect(spanOf("language", [], { languages: [german], asked: { languages: ["German"] } })).toEqual(
      exactly(1000),
    );
    expect(spanOf("language", [], { languages: [german, english] })).toEqual(exactly(600));
    expect(spanOf("language", [], { languages: [mandarin] })).toEqual(exactly(1000));
  });
});

describe("standards", () => {
  it("count rules and compulsory marks, not voluntary ones or gaps", () => {
    const rules = Array.from({ length: 5 }, (_, index) => fact(`rule-${index}`, { kind: "regulation" }));
    const marks = [
      fact("mark-a", { kind: "mark", detail: { statusEn: "mandatory" } }),
      fact("mark-b", { kind: "mark", detail: { statusEn: "voluntary, market-expected" } }),
      fact("mark-c", { kind: "mark", gap: true }),
    ];
    expect(spanOf("standards", rules)).toEqual(exactly(1000));
    expect(spanOf("standards", [...rules, ...marks])).toEqual(exactly(950));
  });
});

describe("fairs and Fairway's own register", () => {
  const fair = (key: string, sectorsEn: string) => fact(key, { kind: "fair", detail: { sectorsEn } });
  it("count for the products' trade; fairs of all trades count half", () => {
    const facts = [fair("a", "toys"), fair("b", "food"), fair("c", "multi-sector")];
    expect(spanOf("fairs", facts, { asked: { products: ["950300"] } })).toEqual(
      exactly(Math.round((1 - 0.5 ** 1.5) * 1000)),
    );
    expect(spanOf("fairs", facts)).toEqual(exactly(375));
  });

  it("count programmes that fit or are open to all, and firms in threes only", () => {
    const network: Network = { opportunities: [["95"], ["84"], []], peers: [["95"], ["95"], ["84"]] };
    const measured = measureMarket(market([]), network, { ...asked, products: ["9503"] }).network;
    expect(measured.data[0]!.said).toEqual({ open: 2, peers: 0 });
    expect(measured.span).toEqual(exactly(750));
    const four = { ...network, peers: [["95"], ["95"], ["95"], ["95"]] };
    expect(measureMarket(market([]), four, { ...asked, products: ["9503"] }).network.data[0]!.said).toEqual({
      open: 2,
      peers: 3,
    });
  });
});
