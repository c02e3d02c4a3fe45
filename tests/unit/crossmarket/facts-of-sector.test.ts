import { describe, expect, it } from "vitest";
import { readContent } from "#db/seed/read-content.ts";
import { isGeneralFair, sectorReader } from "#app/modules/sectors/facts-of-sector.ts";
import keywords from "#app/modules/sectors/keywords.json" with { type: "json" };

const content = readContent();
const said = (textEn: string, textZh: string | null = null) => ({
  labelEn: "",
  labelZh: null,
  textEn,
  textZh,
  noteEn: null,
  noteZh: null,
  detail: {},
});

describe("sectorReader", () => {
  it("finds facts by whole words in either language", () => {
    const toys = sectorReader(["95"])!;
    expect(toys.speaksOf(said("Toys need the mark."))).toBe(true);
    expect(toys.speaksOf(said("A rule.", "玩具须加贴标志"))).toBe(true);
    expect(toys.speaksOf(said("Toyota parts"))).toBe(false);
    expect(sectorReader(["82"])!.speaksOf(said("customs toolsets"))).toBe(false);
  });

  it("reads a section by its chapters, and says when it knows no words", () => {
    expect(sectorReader(["S-XX", "94", "95"])!.speaksOf(said("furniture"))).toBe(true);
    expect(sectorReader(["93"])).toBeNull();
  });

  it("knows words of both languages for each sector, of sectors that exist", () => {
    const codes = new Set(content.sectors.map(({ code }) => code));
    for (const [code, words] of Object.entries(keywords)) {
      expect(codes.has(code), code).toBe(true);
      expect(words.en.length > 0 && words.zh.length > 0, code).toBe(true);
      expect(
        words.zh.every((word) => /\p{Script=Han}/u.test(word)),
        code,
      ).toBe(true);
    }
  });

  it("brings toys their marks, rules and fairs out of the real tables", () => {
    const toys = sectorReader(["95"])!;
    const facts = content.markets.flatMap((market) =>
      market.facts.map((fact) => ({
        place: `${market.code} ${fact.key}`,
        fact: { ...fact, detail: { sectorsEn: fact.sectorsEn, sectorsZh: fact.sectorsZh } },
      })),
    );
    const found = facts.filter(({ fact }) => toys.speaksOf(fact)).map(({ place }) => place);
    expect(found).toEqual(expect.arrayContaining(["EU mark-ce", "GCC mark-g-mark", "JP mark-st"]));
    expect(found.some((place) => place.startsWith("DE fair-"))).toBe(true);
  });
});

it("a fair for goods of every kind is told from a fair of the trade", () => {
  expect(isGeneralFair({ detail: { sectorsEn: "multi-sector" } })).toBe(true);
  expect(isGeneralFair({ detail: { sectorsEn: "toys" } })).toBe(false);
});
