import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, distance, normaliseQuery, phraseOf, stem, tokensOf, wholeWords } from "#search/text.ts";

describe("tokens of a text", () => {
  it("cuts a Chinese run into bigrams and its last character", () => {
    expect(tokensOf("进口增值税")).toEqual(["进口", "口增", "增值", "值税", "税"]);
  });

  it("keeps Latin and Chinese apart without a space between them", () => {
    expect(tokensOf("US商标 CE认证")).toEqual(["us", "商标", "标", "ce", "认证", "证"]);
  });

  it("folds accents and case", () => {
    expect(tokensOf("São Paulo, México")).toEqual(["sao", "paulo", "mexico"]);
  });

  it("stays linear on a text of 100,000 Chinese characters", () => {
    const long = "越南进口增值税申报流程".repeat(10_000).slice(0, 100_000);
    const started = performance.now();
    expect(tokensOf(long)).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe("a query", () => {
  it("is capped, simplified and well formed whatever is typed", () => {
    expect(normaliseQuery("美國　商標註冊")).toBe("美国 商标注册");
    expect(normaliseQuery("ＶＡＴ\u0000 tax\ud800")).toBe("VAT tax");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (raw) => {
        const query = normaliseQuery(raw);
        expect(query.length).toBeLessThanOrEqual(200);
        expect(/\p{Surrogate}|\p{Cc}/u.test(query)).toBe(false);
      }),
    );
  });

  it("becomes a phrase that is always quoted", () => {
    expect(phraseOf('tax" OR bodyEn : x')).toBe('"tax or bodyen x"');
    expect(phraseOf("增值税")).toBe('"增值 值税"');
    expect(phraseOf("税")).toBe('"税" *');
    expect(phraseOf("germ", true)).toBe('"germ" *');
    expect(phraseOf("()*^-")).toBeNull();
  });
});

describe("the words of a Chinese query", () => {
  const none = new Set<string>();

  it("keeps whole what the segmenter cuts into characters", () => {
    expect(wholeWords("灯具出口德国", none)).toEqual(["灯具", "出口", "德国"]);
    expect(wholeWords("电动车", none)).toEqual(["电动车"]);
    expect(wholeWords("清关单证 灯具", none)).toEqual(["清关", "关单", "单证", "灯具"]);
  });

  it("leaves characters that are words by themselves alone", () => {
    expect(wholeWords("卖灯具", new Set(["卖"]))).toEqual(["卖", "灯具"]);
  });

  it("loses no character and adds none but in pairs", () => {
    const characters = fc.string({
      unit: fc.constantFrom(..."灯具卖清关单证的玩德国欧代税 a1"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(characters, (text) => {
        const words = wholeWords(text, new Set(["卖", "的"]));
        for (const word of words) expect(text).toContain(word);
        for (const sign of text.replace(/[^\p{Script=Han}]/gu, "")) expect(words.join("")).toContain(sign);
      }),
    );
  });
});

describe("spelling", () => {
  it("counts a swap of neighbours as one step and stops at its limit", () => {
    expect(distance("untied", "united", 2)).toBe(1);
    expect(distance("germny", "germany", 2)).toBe(1);
    expect(distance("tax", "logistics", 2)).toBe(3);
  });

  it("is symmetric", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => distance(a, b, 9) === distance(b, a, 9)));
  });

  it("brings the forms of trade words together", () => {
    for (const [one, other] of [
      ["toys", "toy"],
      ["certified", "certification"],
      ["label", "labelling"],
      ["tariffs", "tariff"],
      ["companies", "company"],
    ]) {
      expect(stem(one!)).toBe(stem(other!));
    }
  });
});

it("cleans control characters out of stored text, so that marks in snippets cannot be forged", () => {
  expect(cleanText("a\u0001b\u0002c")).toBe("a b c");
});
