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

  it("takes no time over long texts that have nothing in common", () => {
    const signs = Array.from("越南进口增值税申报流程产品认证标准出口企业需要提交文件海关检验市场");
    let seed = 1;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    const chinese = (length: number) => Array.from({ length }, () => signs[next() % signs.length]).join("");
    const english = (words: number) => Array.from({ length: words }, () => `w${next() % 997}`).join(" ");
    const started = performance.now();
    for (const [lang, write] of [
      ["zh", () => chinese(60_000)],
      ["en", () => english(12_000)],
      ["zh", () => Array.from({ length: 300 }, () => chinese(60)).join("\n")],
      ["zh", () => Array.from({ length: 30_000 }, () => chinese(1)).join("\n")],
    ] as const) {
      const [before, after] = [write(), write()];
      const lines = diffLines(lang, before, after);
      expect(side(lines, "removed")).toBe(before);
      expect(side(lines, "added")).toBe(after);
    }
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  it("finds a reworded line again in a paragraph that is longer than one piece", () => {
    const long = "出口玩具须先检测，并保存文件。".repeat(40);
    const [line] = diffLines("zh", long, long.replace("检测", "注册"));
    expect(line).toMatchObject({ kind: "changed" });
    if (line?.kind !== "changed") return;
    expect(line.runs.filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual(["检测", "注册"]);
  });
});
