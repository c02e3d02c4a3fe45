import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsMarks, mergeWords, pieces } from "#app/modules/guides/merge.ts";
import type { DraftWords } from "#db/schema/guides.ts";

const base: DraftWords = {
  title: "Standards",
  summary: "Test first.",
  body: "Test first. Then register. Then sell.\n\n## Later\n\nKeep the file.",
  sources: [{ title: "EUR-Lex", publisher: "EU", asOf: "2025" }],
  basis: "knowledge",
  verifiedAt: null,
  reviewDueAt: "2027-01-15",
  evidence: "",
  changeEn: "",
  changeZh: "",
  levelsPair: false,
};
const merge = (theirs: Partial<DraftWords>, mine: Partial<DraftWords>) =>
  mergeWords(base, { ...base, ...theirs }, { ...base, ...mine });

describe("cutting a text into pieces", () => {
  it("cuts Chinese by its own full stops and never before a closing quote", () => {
    expect(pieces("先检测。再注册！“行。”他说。")).toEqual(["先检测。", "再注册！", "“行。”他说。"]);
  });

  it("gives the text again when joined", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => pieces(text).join("") === text));
  });
});

describe("a three-way merge", () => {
  it("takes over what only one of two changed, also within one paragraph", () => {
    const { words, conflicts } = merge(
      { body: base.body.replace("Test first.", "Test early.") },
      { body: base.body.replace("Keep the file.", "Keep the file ten years."), title: "Standards and tests" },
    );
    expect(conflicts).toEqual([]);
    expect(words.title).toBe("Standards and tests");
    expect(words.body).toContain("Test early. Then register. Then sell.");
    expect(words.body).toContain("ten years");
  });

  it("keeps both where two changed the same sentence, marked until somebody decides", () => {
    const { words, conflicts } = merge(
      { body: base.body.replace("Keep the file.", "Keep it five years.") },
      { body: base.body.replace("Keep the file.", "Keep it ten years.") },
    );
    expect(conflicts).toEqual([{ field: "body", theirs: "Keep it five years.", mine: "Keep it ten years." }]);
    expect(words.body).toMatch(/<{7}\nKeep it five years\.\n={7}\nKeep it ten years\.\n>{7}/);
    expect(holdsMarks(words.body)).toBe(true);
  });

  it("does not lose an edit to a sentence that somebody else deleted", () => {
    const { words, conflicts } = merge(
      { body: base.body.replace("Then register. ", "") },
      { body: base.body.replace("Then register. ", "Then register with LUCID. ") },
    );
    expect(conflicts).toHaveLength(1);
    expect(words.body).toContain("LUCID");
  });

  it("joins the sources that each added", () => {
    const [a, b] = ["A", "B"].map((title) => ({ title, publisher: "", asOf: "" }));
    const { words } = merge({ sources: [...base.sources, a!] }, { sources: [...base.sources, b!] });
    expect(words.sources.map(({ title }) => title)).toEqual(["EUR-Lex", "A", "B"]);
  });

  it("names a date both moved", () => {
    const { conflicts } = merge({ reviewDueAt: "2027-02-01" }, { reviewDueAt: "2027-03-01" });
    expect(conflicts).toEqual([{ field: "reviewDueAt", theirs: "2027-02-01", mine: "2027-03-01" }]);
  });

  it("drops no word that either of two wrote, whatever they did", () => {
    const sentence = fc.constantFrom("甲。", "乙。", "One. ", "Two. ", "Three.\n", "四。\n");
    const text = fc.array(sentence, { maxLength: 8 });
    const edit = (side: string) =>
      fc
        .array(fc.record({ at: fc.nat(8), drop: fc.nat(2), add: fc.boolean() }), { maxLength: 4 })
        .map((edits) => (from: string[]) => {
          const list = [...from];
          edits.forEach(({ at, drop, add }, index) =>
            list.splice(Math.min(at, list.length), drop, ...(add ? [`${side}${index}新句。`] : [])),
          );
          return list.join("");
        });
    fc.assert(
      fc.property(text, edit("他"), edit("我"), (from, theirEdit, myEdit) => {
        const [start, theirs, mine] = [from.join(""), theirEdit(from), myEdit(from)];
        const { words } = mergeWords(
          { ...base, body: start },
          { ...base, body: theirs },
          { ...base, body: mine },
        );
        for (const own of [...theirs.matchAll(/[他]\d新句/g), ...mine.matchAll(/[我]\d新句/g)]) {
          expect(words.body).toContain(own[0]);
        }
        if (theirs === start) expect(words.body).toBe(mine.trim());
        if (mine === start) expect(words.body).toBe(theirs.trim());
      }),
      { numRuns: 400 },
    );
  });

  it("takes no time over thousands of equal lines, and still drops nothing", () => {
    const rows = "row\n".repeat(4_000);
    const started = performance.now();
    const { words, conflicts } = mergeWords(
      { ...base, body: rows },
      { ...base, body: `theirs\n${rows}` },
      { ...base, body: `${rows}mine\n` },
    );
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(conflicts).toHaveLength(1);
    expect(words.body).toContain("theirs");
    expect(words.body).toContain("mine");
  });
});
