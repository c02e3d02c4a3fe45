import { describe, expect, it } from "vitest";
import type { Question } from "#search/engine.ts";
import { ftsExpression, type Corpus } from "#search/fts-expression.ts";
import { sectionsIndex } from "#search/indexes/sections.ts";

function corpus(
  size: number,
  frequencies: Record<string, number>,
  kin: Record<string, string[]> = {},
): Corpus {
  return {
    size: () => size,
    frequency: (token) => frequencies[token] ?? 0,
    kin: (word) => kin[word] ?? [],
  };
}

function expression(words: string[], of: Corpus, question: Partial<Question> = {}): string | null {
  const asked = words.map((text) => ({ text, also: [] }));
  const plain: Question = {
    words: asked,
    prefix: true,
    match: "any",
    filter: {},
    offset: 0,
    limit: 10,
    facets: [],
  };
  return ftsExpression(sectionsIndex, { ...plain, ...question }, of);
}

describe("a question as a full-text expression", () => {
  it("lets only an unknown or rare last word go on", () => {
    const known = corpus(900, { payment: 50, cert: 3 });
    expect(expression(["payment"], known)).toBe('("payment")');
    expect(expression(["cert"], known)).toBe('("cert" *)');
    expect(expression(["logis"], known)).toBe('("logis" *)');
    expect(expression(["cert", "payment"], known)).toBe('("cert" OR "payment")');
    expect(expression(["logis"], known, { prefix: false })).toBe('("logis")');
  });

  it("leaves out frequent words beside rarer ones, on a large corpus only", () => {
    const frequencies = { payment: 7000, lamps: 400 };
    expect(expression(["payment", "lamps"], corpus(100_000, frequencies))).toBe('("lamps")');
    expect(expression(["payment", "lamps"], corpus(9_000, frequencies))).toBe('("payment" OR "lamps")');
    expect(expression(["payment", "first"], corpus(100_000, { payment: 7000, first: 6000 }))).toBe(
      '("first")',
    );
  });

  it("looks up other forms of a frequent word on a small corpus only", () => {
    const kin = { payment: ["payer", "pays"], lamp: ["lamps"] };
    const frequencies = { payment: 7000, payer: 200, pays: 1700, lamp: 400, lamps: 300 };
    expect(expression(["payment"], corpus(100_000, frequencies, kin))).toBe('("payment")');
    expect(expression(["payment"], corpus(9_000, frequencies, kin))).toBe('("payment" OR "payer" OR "pays")');
    expect(expression(["lamp"], corpus(100_000, frequencies, kin))).toBe('("lamp" OR "lamps")');
  });

  it("keeps the most common form in the other script of a frequent word", () => {
    const words = [{ text: "vat", also: ["gst", "增值税", "消费税"] }];
    const frequencies = { vat: 4000, gst: 1500, 增值: 3300, 值税: 3300, 消费: 500, 费税: 400 };
    expect(expression([], corpus(100_000, frequencies), { words })).toBe('("vat" OR "增值 值税")');
    expect(expression([], corpus(100_000, { ...frequencies, vat: 900 }), { words })).toBe(
      '("vat" OR "gst" OR "增值 值税" OR "消费 费税")',
    );
  });

  it("asks for nothing when no word has letters, and for the filter alone without words", () => {
    expect(expression(["!!"], corpus(900, {}))).toBeNull();
    expect(expression([], corpus(900, {}), { filter: { market: ["DE"] } })).toMatch(/^tags : \("zq\w+"\)$/);
  });
});
