import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criteria, type Criterion, type Weights } from "#app/modules/market-ranking/criteria.ts";
import { findFlips } from "#app/modules/market-ranking/flip.ts";
import type { Candidate } from "#app/modules/market-ranking/score.ts";
import { candidateList, coarse, weightSet } from "./arbitraries.ts";

/** Written again from the definition, slowly, in whole numbers: who is first alone at these weights. */
function firstAlone(
  candidates: Candidate[],
  hundredths: Record<Criterion, bigint>,
  scale = 1n,
): string | null {
  const scores = candidates.map(({ code, spans }) => ({
    code,
    score: criteria.reduce(
      (sum, one) => sum + hundredths[one] * scale * BigInt(spans[one].low + spans[one].high),
      0n,
    ),
  }));
  return (
    scores.find((one) => scores.every((other) => other === one || one.score > other.score))?.code ?? null
  );
}

const inHundredths = (weights: Weights) =>
  Object.fromEntries(criteria.map((one) => [one, BigInt(Math.round(weights[one] * 100))])) as Record<
    Criterion,
    bigint
  >;

type Found = { criterion: Criterion; to: number; steps: number };

/** Tries every weight from 0.00 to 10.00 of every criterion. */
function bruteForce(candidates: Candidate[], weights: Weights): Map<string, Found> {
  const best = new Map<string, Found>();
  const base = inHundredths(weights);
  for (const criterion of criteria) {
    for (let x = 0; x <= 1000; x += 1) {
      const first = firstAlone(candidates, { ...base, [criterion]: BigInt(x) });
      if (first === null) continue;
      const steps = Math.abs(x - Number(base[criterion]));
      const known = best.get(first);
      if (!known || steps < known.steps) best.set(first, { criterion, to: x / 100, steps });
    }
  }
  return best;
}

describe("the smallest change of one weight that puts another market first", () => {
  it("is what brute force over every hundredth of every weight finds", () => {
    fc.assert(
      fc.property(candidateList(1, 4), weightSet, (candidates, weights) => {
        const { possible, impossible } = findFlips(candidates, weights);
        const tried = bruteForce(candidates, weights);
        const now = firstAlone(candidates, inHundredths(weights));
        const named = [...possible.map(({ market }) => market), ...impossible].sort();
        expect(named).toEqual(candidates.map(({ code }) => code).filter((code) => code !== now));
        for (const code of impossible) expect(tried.has(code)).toBe(false);
        for (const flip of possible) {
          const found = tried.get(flip.market);
          // Nothing on the grid is nearer than the exact change, and the next step of the grid does it.
          if (found) expect(found.steps).toBeGreaterThanOrEqual(flip.change * 100 - 1e-9);
          if (flip.to === null) continue;
          expect(found).toBeDefined();
          expect(found!.steps).toBeLessThanOrEqual(Math.abs(Math.round((flip.to - flip.from) * 100)));
          expect(found!.steps - flip.change * 100).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it("does at the weight it names what it says, and not at the edge nor a step before", () => {
    fc.assert(
      fc.property(candidateList(2, 6), weightSet, (candidates, weights) => {
        const base = inHundredths(weights);
        for (const flip of findFlips(candidates, weights).possible) {
          if (flip.to === null) continue;
          const to = BigInt(Math.round(flip.to * 100));
          expect(firstAlone(candidates, { ...base, [flip.criterion]: to })).toBe(flip.market);
          const before = flip.direction === "raise" ? to - 1n : to + 1n;
          if (before >= 0n && before <= 1000n) {
            expect(firstAlone(candidates, { ...base, [flip.criterion]: before })).not.toBe(flip.market);
          }
          expect(flip.direction === "raise" ? flip.beyond >= flip.from : flip.beyond <= flip.from).toBe(true);
          expect(flip.to).toBeGreaterThanOrEqual(0);
          expect(flip.to).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("finds even a span between two hundredths: just beyond the edge the market is first, within the bounds", () => {
    fc.assert(
      fc.property(fc.oneof(coarse, fc.tuple(candidateList(2, 4), weightSet)), ([candidates, weights]) => {
        const base = inHundredths(weights);
        const fine = 100_000_000n;
        for (const flip of findFlips(candidates, weights).possible) {
          const away = flip.direction === "raise" ? 1 : -1;
          const x = BigInt(Math.round(flip.beyond * 100 * 100_000_000) + away * 2);
          const scaled = Object.fromEntries(
            criteria.map((one) => [one, one === flip.criterion ? x : base[one] * fine]),
          ) as Record<Criterion, bigint>;
          expect(x >= 0n && x <= 1000n * fine).toBe(true);
          expect(firstAlone(candidates, scaled)).toBe(flip.market);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("comes smallest first", () => {
    fc.assert(
      fc.property(candidateList(2, 6), weightSet, (candidates, weights) => {
        const changes = findFlips(candidates, weights).possible.map(({ change }) => change);
        expect(changes).toEqual([...changes].sort((a, b) => a - b));
      }),
    );
  });
});

describe("by hand", () => {
  it("an edge at the very bound is no way", () => {
    // Only at duty 10 would B draw level, and nothing else tells them apart to its advantage.
    const list = [market("A", { risk: known(1000) }), market("B", { duty: known(500), risk: known(0) })];
    const fixed = list.map((one) => ({
      ...one,
      spans: { ...one.spans, fairs: known(one.code === "A" ? 1000 : 0) },
    }));
    const { possible, impossible } = findFlips(fixed, weights({ risk: 0, fairs: 5, duty: 5 }));
    expect(possible.every(({ criterion }) => criterion === "fairs")).toBe(true);
    expect(impossible).toEqual([]);
    const both = findFlips(fixed, weights({ risk: 5, fairs: 5, duty: 5 }));
    expect(both.impossible).toEqual(["B"]);
  });

  const known = (value: number) => ({ low: value, high: value });
  const market = (code: string, spans: Partial<Candidate["spans"]>): Candidate => ({
    code,
    spans: {
      ...(Object.fromEntries(criteria.map((one) => [one, known(0)])) as Candidate["spans"]),
      ...spans,
    },
  });
  const weights = (some: Partial<Weights>): Weights => ({
    ...(Object.fromEntries(criteria.map((one) => [one, 0])) as Weights),
    ...some,
  });

  it("two markets: A leads on size, B on risk; 5 × 0.8 = x × 0.5 at 8", () => {
    const list = [market("A", { "market-size": known(800) }), market("B", { risk: known(500) })];
    const { possible } = findFlips(list, weights({ "market-size": 5, risk: 5 }));
    expect(possible).toHaveLength(1);
    expect(possible[0]).toMatchObject({
      market: "B",
      criterion: "market-size",
      direction: "lower",
      to: 3.12,
    });
    expect(possible[0]!.beyond).toBeCloseTo(3.125, 10);
    expect(possible[0]!.change).toBeCloseTo(1.875, 10);
  });

  it("a third market in the way makes it impossible", () => {
    const list = [
      market("A", { "market-size": known(1000) }),
      market("B", { risk: known(500) }),
      market("C", { "market-size": known(400), risk: known(500) }),
    ];
    const { possible, impossible } = findFlips(list, weights({ "market-size": 5, risk: 5 }));
    expect(impossible).toEqual(["B"]);
    expect(possible.map(({ market: code }) => code)).toEqual(["C"]);
  });

  it("a tie for the first place needs any change at all", () => {
    const list = [market("A", { risk: known(500) }), market("B", { duty: known(500) })];
    const { possible } = findFlips(list, weights({ risk: 5, duty: 5 }));
    expect(possible.map(({ market: code, change, to }) => [code, change, to])).toEqual([
      ["A", 0, 4.99],
      ["B", 0, 5.01],
    ]);
  });

  it("never beyond the bounds: at weight 10 an even race stays even", () => {
    const list = [market("A", { risk: known(1000) }), market("B", { duty: known(500) })];
    const { possible } = findFlips(list, weights({ risk: 5, duty: 10 }));
    // B's own weight cannot be raised beyond 10; taking from A's is all that is left.
    expect(possible.map(({ market: code, criterion }) => [code, criterion])).toEqual([
      ["A", "duty"],
      ["B", "risk"],
    ]);
    expect(findFlips([list[0]!, market("B", { duty: known(0) })], weights({ risk: 5 })).impossible).toEqual([
      "B",
    ]);
  });
});
