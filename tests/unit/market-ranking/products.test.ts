import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContent } from "#db/seed/read-content.ts";
import { isHsCode } from "#app/modules/matching/hs.ts";
import { criteria, presetWeights, presets } from "#app/modules/market-ranking/criteria.ts";
import { knownWords, codesOfWord } from "#app/modules/market-ranking/product-words.ts";
import { fairSectors, resolveProducts } from "#app/modules/market-ranking/products.ts";
import { queryOf, readQuestion, type Question } from "#app/modules/market-ranking/schema.ts";
import { weightSet } from "./arbitraries.ts";

const content = readContent();
const read = (typed: string) => resolveProducts(typed, content.sectors);
const codes = (typed: string) => read(typed).products.map((product) => product.codes.join("+"));

describe("products as they are typed", () => {
  it.each([
    ["toys", ["9503"]],
    ["9503.00", ["950300"]],
    ["HS 9503", ["9503"]],
    ["9503001000", ["950300"]],
    ["95030", ["9503"]],
    ["玩具、家具", ["9503", "9401+9403"]],
    ["玩具 灯具", ["9503", "9405"]],
    ["塑膠", ["39"]],
    ["lamps; toys, TOYS", ["9405", "9503"]],
    ["LED lamps", ["9405"]],
    ["batteries", ["8507"]],
    ["svc-software", ["svc-software"]],
    ["wool", ["51"]],
    ["乐器", ["92"]],
    ["", []],
  ])("%s", (typed, expected) => expect(codes(typed)).toEqual(expected));

  it("says what it did not understand, with words near to it", () => {
    expect(read("tyos").unknown).toEqual([
      { typed: "tyos", near: expect.arrayContaining(["toy"]) as string[] },
    ]);
    expect(read("7700, 9999").unknown.map(({ typed }) => typed)).toEqual(["7700", "9999"]);
    expect(read("toys qqqq").products).toHaveLength(1);
  });

  it("never fails, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => {
        const { products, unknown } = read(typed);
        expect(products.length).toBeLessThanOrEqual(10);
        expect(unknown.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("knows only words whose codes exist in the sector tree", () => {
    const tree = new Set(content.sectors.map(({ code }) => code));
    for (const word of knownWords) {
      for (const code of codesOfWord(word)!)
        expect([word, isHsCode(code) || tree.has(code)]).toEqual([word, true]);
    }
  });
});

describe("fairs", () => {
  it("of every market are read: a trade that the table knows, or all trades", () => {
    const unread = content.markets
      .flatMap(({ facts }) => facts)
      .filter(({ kind, gap }) => kind === "fair" && !gap)
      .filter(({ sectorsEn }) => {
        const { all, codes: found } = fairSectors(sectorsEn ?? "");
        return !all && found.length === 0;
      })
      .map(({ sectorsEn }) => sectorsEn);
    // Gatherings without goods on show.
    expect([...new Set(unread)].sort()).toEqual(
      [
        "SMEs",
        "SMEs, start-ups",
        "cross-border e-commerce",
        "imports",
        "services trade",
        "smart city",
        "small commodities",
        "technology",
      ].sort(),
    );
  });
});

describe("the question in the address", () => {
  const question: fc.Arbitrary<Omit<Question, "preset" | "notUnderstood">> = fc.record({
    typed: fc.constantFrom(undefined, "", "toys", "玩具, 9405"),
    weights: fc.oneof(weightSet, fc.constantFrom(...presets.map((preset) => presetWeights[preset]))),
    region: fc.constantFrom(null, "europe" as const, "southeast-asia" as const),
    without: fc.uniqueArray(fc.constantFrom("DE", "JP", "US")),
    team: fc.constantFrom(undefined, ["zh"], ["en", "de"], []),
  });
  const params = (query: ReturnType<typeof queryOf>) => {
    const all = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== "") all.append(name, String(one));
      }
    }
    return all;
  };

  it("comes back whole", () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(readQuestion(params(queryOf(asked)))).toMatchObject(asked);
      }),
    );
  });

  it("names weights that are none, and sets them back", () => {
    const read = readQuestion(new URLSearchParams("risk=11&duty=many&language=7.257&fairs=-1&logistics=０"));
    expect(read.notUnderstood).toEqual(["duty", "risk", "fairs"]);
    expect(read.weights).toMatchObject({ risk: 5, duty: 5, language: 7.26, fairs: 5, logistics: 0 });
  });

  it("has presets with a weight for every criterion", () => {
    for (const preset of presets) {
      for (const criterion of criteria) expect(presetWeights[preset][criterion]).toBeGreaterThanOrEqual(0);
    }
    expect(readQuestion(new URLSearchParams("preset=big-market")).preset).toBe("big-market");
  });
});
