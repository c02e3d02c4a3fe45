import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scores } from "#app/modules/vetting/criteria.ts";
import { decide } from "#app/modules/vetting/decision.ts";

const of = (identity: number, capability: number, compliance: number, readiness: number): Scores => ({
  identity,
  capability,
  compliance,
  readiness,
});

describe("the decision", () => {
  test.each([
    ["nobody yet", [], { kind: "waiting", for: 1 }],
    ["one is never enough, however good", [of(5, 5, 5, 5)], { kind: "waiting", for: 2 }],
    ["exactly 10 passes", [of(3, 3, 2, 2), of(3, 3, 2, 2)], { kind: "approved", total: 10 }],
    [
      "9.5 does not",
      [of(3, 3, 2, 2), of(3, 2, 2, 2)],
      { kind: "rejected", total: 9.5, codes: ["totalTooLow"] },
    ],
    ["a 0 of one blocks", [of(0, 5, 5, 5), of(2, 5, 5, 5)], { kind: "rejected", codes: ["identityZero"] }],
    ["two points apart is agreement", [of(5, 5, 5, 1), of(5, 5, 5, 3)], { kind: "approved", total: 17 }],
    ["three points apart calls a third", [of(5, 5, 5, 1), of(5, 5, 5, 4)], { kind: "waiting", for: 3 }],
    [
      "the middle of three counts, on every criterion",
      [of(5, 5, 5, 1), of(4, 3, 5, 4), of(3, 4, 2, 5)],
      { kind: "approved", scores: of(4, 4, 5, 4), total: 17 },
    ],
    [
      "a 0 is not outvoted: one of three blocks",
      [of(0, 4, 4, 4), of(4, 4, 4, 4), of(3, 4, 4, 4)],
      { kind: "rejected", scores: of(3, 4, 4, 4), total: 15, codes: ["identityZero"] },
    ],
    [
      "also when the third gives it, on a criterion that was not disputed",
      [of(1, 4, 4, 4), of(4, 4, 4, 4), of(3, 4, 4, 0)],
      { kind: "rejected", codes: ["readinessZero"] },
    ],
    ["a 0 in a gap still calls the third", [of(0, 4, 4, 4), of(4, 4, 4, 4)], { kind: "waiting", for: 3 }],
    [
      "a 0 of two does",
      [of(0, 4, 4, 4), of(4, 4, 4, 4), of(0, 4, 4, 4)],
      { kind: "rejected", codes: ["identityZero"] },
    ],
    [
      "a third as far off calls no fourth",
      [of(1, 5, 5, 5), of(5, 5, 5, 5), of(2, 1, 5, 5)],
      { kind: "approved" },
    ],
  ])("%s", (_, reviews, outcome) => {
    expect(decide(reviews)).toMatchObject(outcome);
  });
});

/** The rule said a second time and in another way, over plain arrays. */
function oracle(reviews: number[][]): "waiting 1" | "waiting 2" | "waiting 3" | "approved" | "rejected" {
  if (reviews.length < 2) return reviews.length === 0 ? "waiting 1" : "waiting 2";
  const [a, b, c] = reviews as [number[], number[], number[] | undefined];
  let apart = false;
  for (let i = 0; i < 4; i += 1) if (a[i]! - b[i]! > 2 || b[i]! - a[i]! > 2) apart = true;
  if (apart && !c) return "waiting 3";
  let doubled = 0;
  let blocked = false;
  for (let i = 0; i < 4; i += 1) {
    if (c) {
      const most = Math.max(a[i]!, b[i]!, c[i]!);
      const least = Math.min(a[i]!, b[i]!, c[i]!);
      const between = a[i]! + b[i]! + c[i]! - most - least;
      doubled += 2 * between;
    } else doubled += a[i]! + b[i]!;
    if (a[i]! * b[i]! * (c ? c[i]! : 1) === 0) blocked = true;
  }
  return doubled >= 20 && !blocked ? "approved" : "rejected";
}

const score = fc.integer({ min: 0, max: 5 });
const row = fc.tuple(score, score, score, score);
const asScores = (values: number[]) => of(...(values as [number, number, number, number]));

test("agrees with the rule said another way, and with itself in any order", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 3 }), (rows) => {
      const outcome = decide(rows.map(asScores));
      const said = outcome.kind === "waiting" ? `waiting ${outcome.for}` : outcome.kind;
      expect(said).toBe(oracle(rows));
      if (rows.length === 3) expect(decide([...rows].reverse().map(asScores))).toEqual(outcome);
    }),
    { numRuns: 3_000 },
  );
});

test("better scores never turn an approval into a refusal", () => {
  fc.assert(
    fc.property(row, row, fc.integer({ min: 0, max: 3 }), (a, b, which) => {
      const before = decide([a, b].map(asScores));
      const better = b.map((value, index) => (index === which ? Math.min(5, value + 1) : value));
      const after = decide([a, better].map(asScores));
      if (before.kind === "approved") expect(after.kind).not.toBe("rejected");
    }),
    { numRuns: 2_000 },
  );
});
