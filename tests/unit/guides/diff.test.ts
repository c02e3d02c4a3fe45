import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines, diffRuns, type DiffLine } from "#app/modules/guides/diff.ts";

const side = (lines: DiffLine[], kind: "removed" | "added") =>
  lines
    .filter((line) => line.kind === "same" || line.kind === "changed" || line.kind === kind)
    .map((line) =>
      line.kind === "changed"
        ? line.runs
            .filter((run) => run.kind === "same" || run.kind === kind)
            .map(({ text }) => text)
            .join("")
        : line.text,
    )
    .join("\n");

describe("a diff", () => {
  it("shows the changed words of a Chinese sentence, not its characters or all of it", () => {
    const runs = diffRuns("zh", "出口玩具须先检测。", "出口玩具须先注册。");
    expect(runs.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "检测" },
      { kind: "added", text: "注册" },
    ]);
  });

  it("pairs a reworded line and leaves a rewritten one as gone and new", () => {
    const lines = diffLines("en", "Keep the file five years.\nSell.", "Keep the file ten years.\nSell.");
    expect(lines.map(({ kind }) => kind)).toEqual(["changed", "same"]);
    const anew = diffLines("en", "Keep the file five years.", "Appoint somebody in the Union");
    expect(anew.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  it("holds both texts whole", () => {
    const text = fc
      .array(fc.constantFrom("one two three", "one two four", "五六七八", "五六七九", "", "zz"), {
        maxLength: 7,
      })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines("zh", before, after);
        expect(side(lines, "removed")).toBe(before);
        expect(side(lines, "added")).toBe(after);
      }),
    );
  });
});
