import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakLines } from "#app/modules/pdf/break-lines.ts";

/** A Chinese character is 10 wide, everything else 5. */
const measure = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\p{Script=Han}，。、；：？！（）《》“”]/u.test(one) ? 10 : 5), 0);
const lay = (text: string, width: number) =>
  breakLines([{ text }], width, 2, measure).map((line) => line.map((piece) => piece.text).join(""));

describe("lines of a paragraph", () => {
  test("never begin with closing punctuation nor end with opening, and keep Latin words whole", () => {
    const text = "出口前须办理CE认证（由制造商签署符合性声明），再贴标志；《包装法》要求在LUCID注册。";
    for (let width = 60; width < 300; width += 7) {
      const lines = lay(text, width);
      expect(lines.join("")).toBe(text);
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。、；：？！）》”%]/u);
        expect(line).not.toMatch(/[（《]$/u);
        expect(line).not.toMatch(/LUCI$|^UCID|C$/);
      }
    }
  });

  test("fit their width whatever the text, and lose nothing but the spaces at their ends", () => {
    const letters = fc.constantFrom(..."出口市场，。（）“”CE mark 9503 50% a-b/", " ", " ");
    const text = fc.array(letters, { minLength: 1, maxLength: 120 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 300 }), (typed, width) => {
        const lines = breakLines([{ text: typed }], width, 2, measure);
        for (const line of lines) {
          const last = line.at(-1)!;
          expect(last.x + measure(last.text)).toBeLessThanOrEqual(width);
        }
        const bare = (all: string) => all.replace(/\s/g, "");
        expect(bare(lines.flatMap((line) => line.map((piece) => piece.text)).join(""))).toBe(bare(typed));
      }),
      { numRuns: 500 },
    );
  });

  test("set a thin gap where Chinese and Latin meet, and cut an address that is wider than the line", () => {
    const [first = []] = breakLines([{ text: "办理CE认证" }], 500, 2, measure);
    expect(first.map(({ text, x }) => [text, x])).toEqual([
      ["办理", 0],
      ["CE", 22],
      ["认证", 34],
    ]);
    expect(lay("https://example.com/a-very-long-address", 50).length).toBeGreaterThan(2);
  });
});
