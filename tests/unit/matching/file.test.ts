import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { MatchFileError, matchFileText } from "#app/modules/matching/file.ts";

const example = readFileSync("docs/match-file.example.json", "utf8");
type Example = {
  now: string;
  msmes: Record<string, unknown>[];
  opportunities: Record<string, unknown>[];
};
const changed = (change: (file: Example) => void): string => {
  const file = JSON.parse(example) as Example;
  change(file);
  return JSON.stringify(file);
};

describe("the documented example", () => {
  it("gives every pair, worded, eligible first, with points that add up", () => {
    const pairs = matchFileText(example);
    expect(pairs.map(({ msme, eligible }) => [msme, eligible])).toEqual([
      ["toy-maker", true],
      ["newcomer", false],
    ]);
    for (const pair of pairs) {
      expect(pair.contributions.reduce((sum, one) => sum + one.points, 0)).toBe(pair.score);
      for (const rule of pair.rules) expect(rule.reason).toMatch(/^[A-Z].*\.$/);
    }
    expect(matchFileText(example, "zh")[0]!.rules[1]!.reason).toMatch(/审核/);
  });
});

describe("a wrong file is refused with what and where", () => {
  it.each([
    ["{", /^not JSON/],
    ["[]", /^the file: /],
    [changed((file) => (file.now = "yesterday")), /^now: expected an instant/],
    [
      changed((file) => (file.msmes[0]!.products = ["95031"])),
      /^msmes\[0\]\.products\[0\]: expected an HS code/,
    ],
    [changed((file) => (file.msmes[0]!.employes = 3)), /^msmes\[0\]: unknown field "employes"/],
    [changed((file) => (file.msmes[1]!.id = "toy-maker")), /^msmes\[1\]\.id: "toy-maker" is there twice/],
    [
      changed((file) => (file.opportunities[0]!.weights = { sector: 99 })),
      /weights: weights must sum to 100/,
    ],
    [
      changed((file) => (file.opportunities[0]!.rules = [{ rule: "wealth" }])),
      /^opportunities\[0\]\.rules\[0\]/,
    ],
    [changed((file) => delete file.opportunities[0]!.startsOn), /^opportunities\[0\]\.startsOn/],
  ])("%#: %s", (text, message) => {
    expect(() => matchFileText(text)).toThrow(MatchFileError);
    expect(() => matchFileText(text)).toThrow(message);
  });
});

describe("npm run match", () => {
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), "fairway-match-"));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return path;
  };
  const args = ["--import", "tsx", "scripts/match.ts"];

  it("writes the result", () => {
    const out = join(folder(), "out.json");
    execFileSync(process.execPath, [...args, "docs/match-file.example.json", "--out", out], {
      stdio: "pipe",
    });
    expect(JSON.parse(readFileSync(out, "utf8"))).toHaveLength(2);
  });

  it("says in one line what is wrong, exits 2 and leaves what was there", () => {
    const dir = folder();
    const [input, out] = [join(dir, "in.json"), join(dir, "out.json")];
    writeFileSync(
      input,
      changed((file) => (file.now = "today")),
    );
    writeFileSync(out, "before");
    const { status, stderr } = spawnSync(process.execPath, [...args, input, "--out", out], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("in.json: now:");
    expect(readFileSync(out, "utf8")).toBe("before");
    const missing = spawnSync(process.execPath, [
      ...args,
      join(dir, "none.json"),
      "--out",
      join(dir, "o.json"),
    ]);
    expect(missing.status).toBe(2);
    expect(existsSync(join(dir, "o.json"))).toBe(false);
  });
});
