import { describe, expect, it } from "vitest";
import {
  factState,
  formatMonths,
  formatValue,
  groupByNote,
  monthsUntil,
  sideOf,
  type MarketFact,
} from "#app/modules/markets/facts.ts";

const fact = (fields: Partial<MarketFact>): MarketFact => ({
  key: "x",
  kind: "port",
  topic: "logistics",
  labelEn: "Hamburg",
  labelZh: "汉堡",
  textEn: null,
  textZh: null,
  noteEn: null,
  noteZh: null,
  value: null,
  unit: null,
  url: null,
  detail: {},
  source: { id: "s", nameEn: "S", nameZh: "来源", url: null },
  asOf: 2025,
  confidence: "high",
  basis: "knowledge",
  gap: false,
  inheritedFrom: null,
  ...fields,
});

describe("figures", () => {
  it("are shortened in each language's own steps, with the currency named", () => {
    expect(formatValue("en", { value: 4_660_000_000_000, unit: "USD" })).toBe("USD\u00A04.66 trillion");
    expect(formatValue("zh", { value: 4_660_000_000_000, unit: "USD" })).toBe("4.66万亿美元");
    expect(formatValue("en", { value: 84_012_284, unit: "people" })).toBe("84 million");
    expect(formatValue("zh", { value: 84_012_284, unit: "people" })).toBe("8401万");
    expect(formatValue("en", { value: 12.5, unit: "%" })).toBe("12.5%");
    expect(formatValue("zh", { value: 150, unit: "EUR" })).toBe("150欧元");
  });

  it("tell a gap from a zero", () => {
    expect(formatValue("en", { value: null, unit: "EUR" })).toBeNull();
    expect(formatValue("en", { value: 0, unit: "EUR" })).toBe("EUR\u00A00");
  });
});

describe("months", () => {
  it("join neighbours and name each language's way", () => {
    expect(formatMonths("en", [4, 5, 10])).toBe("April to May, October");
    expect(formatMonths("zh", [1, 2])).toBe("1月至2月");
    expect(formatMonths("en", [])).toBe("");
  });
  it("count on over the turn of the year", () => {
    expect(monthsUntil(12, [1, 6])).toBe(1);
    expect(monthsUntil(4, [4])).toBe(0);
    expect(monthsUntil(4, [])).toBeNull();
  });
});

describe("margin notes", () => {
  it("say what was checked, what was not, and what was not found", () => {
    expect(factState({ gap: false, basis: "read" })).toBe("checked");
    expect(factState({ gap: false, basis: "knowledge" })).toBe("toCheck");
    expect(factState({ gap: true, basis: null })).toBe("gap");
  });

  it("stand once beside facts that share everything in them, never beside an inherited and an own one", () => {
    const groups = groupByNote([
      fact({ key: "a" }),
      fact({ key: "b" }),
      fact({ key: "c", inheritedFrom: "EU" }),
    ]);
    expect(groups.map((group) => group.map(({ key }) => key))).toEqual([["a", "b"], ["c"]]);
  });

  it("fall back to the language that exists and say which it is", () => {
    expect(sideOf("zh", "Shopee", null)).toEqual({ text: "Shopee", lang: "en" });
    expect(sideOf("zh", "Hamburg", "汉堡")).toEqual({ text: "汉堡", lang: "zh" });
    expect(sideOf("en", null, null)).toBeNull();
  });
});
