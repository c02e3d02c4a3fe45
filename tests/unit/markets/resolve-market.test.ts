import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestMarkets, resolveMarket } from "#app/modules/markets/resolve-market.ts";

const markets = [
  { code: "DE", iso3: "DEU", nameEn: "Germany", nameZh: "德国", aliases: ["Deutschland"] },
  { code: "GB", iso3: "GBR", nameEn: "United Kingdom", nameZh: "英国", aliases: ["UK", "Britain"] },
  { code: "ID", iso3: "IDN", nameEn: "Indonesia", nameZh: "印度尼西亚", aliases: ["印尼"] },
  { code: "IN", iso3: "IND", nameEn: "India", nameZh: "印度", aliases: ["Bharat"] },
];
const codeOf = (typed: string) => resolveMarket(markets, typed)?.code ?? null;

describe("resolveMarket", () => {
  it("knows codes in any case, alpha-3, names, aliases and hyphens", () => {
    expect(["de", "DEU", "germany", "德国", "UK", "united-kingdom", "印尼"].map(codeOf)).toEqual([
      "DE",
      "DE",
      "DE",
      "DE",
      "GB",
      "GB",
      "ID",
    ]);
  });
  it("does not take India for Indonesia or the other way round", () => {
    expect(codeOf("印度")).toBe("IN");
    expect(codeOf("印度尼西亚")).toBe("ID");
    expect(codeOf("ind")).toBe("IN");
    expect(codeOf("indo")).toBeNull();
  });
});

describe("nearestMarkets", () => {
  it("finds what was mistyped, and nothing for what is far from everything", () => {
    expect(nearestMarkets(markets, "germny")[0]?.code).toBe("DE");
    expect(nearestMarkets(markets, "indonesai")[0]?.code).toBe("ID");
    expect(nearestMarkets(markets, "qqqqqqqq")).toEqual([]);
  });
  it("takes any text", () => {
    fc.assert(fc.property(fc.string(), (typed) => nearestMarkets(markets, typed).length <= 4));
  });
});
