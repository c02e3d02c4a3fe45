import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criteria } from "#app/modules/market-ranking/criteria.ts";
import { rankMarkets, unknown, type Candidate } from "#app/modules/market-ranking/score.ts";
import { paretoStates } from "#app/modules/market-ranking/pareto.ts";
import { candidateList, weightSet } from "./arbitraries.ts";

const ends = (list: Candidate[], pick: (index: number) => "low" | "high"): Candidate[] =>
  list.map((one, index) => ({
    code: one.code,
    spans: Object.fromEntries(
      criteria.map((criterion) => {
        const value = one.spans[criterion][pick(index)];
        return [criterion, { low: value, high: value }];
      }),
    ) as Candidate["spans"],
  }));

describe("the ranking", () => {
  it("adds up: contributions are the score, their ends the range, and the score lies in its middle", () => {
    fc.assert(
      fc.property(candidateList(1, 6), weightSet, (candidates, weights) => {
        for (const row of rankMarkets(candidates, weights)) {
          const sum = (pick: "points" | "low" | "high") =>
            row.contributions.reduce((total, one) => total + one[pick], 0);
          expect(sum("points")).toBeCloseTo(row.score, 9);
          expect(sum("low")).toBeCloseTo(row.low, 9);
          expect(sum("high")).toBeCloseTo(row.high, 9);
          expect((row.low + row.high) / 2).toBeCloseTo(row.score, 9);
          expect(row.low).toBeGreaterThanOrEqual(0);
          expect(row.high).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });

  it("a gap widens the range both ways and never scores zero", () => {
    fc.assert(
      fc.property(
        candidateList(2, 4),
        weightSet,
        fc.constantFrom(...criteria),
        (candidates, weights, criterion) => {
          const gappy = candidates.map((one, index) =>
            index === 0 ? { ...one, spans: { ...one.spans, [criterion]: unknown } } : one,
          );
          const at = (list: Candidate[]) => rankMarkets(list, weights).find(({ code }) => code === "A")!;
          const before = at(candidates);
          const after = at(gappy);
          expect(after.low).toBeLessThanOrEqual(before.low + 1e-9);
          expect(after.high).toBeGreaterThanOrEqual(before.high - 1e-9);
          const total = criteria.reduce((sum, one) => sum + weights[one], 0);
          if (total > 0) {
            const part = after.contributions.find((one) => one.criterion === criterion);
            expect(part?.points ?? 0).toBeCloseTo((50 * weights[criterion]) / total, 9);
          }
        },
      ),
    );
  });

  it("only proportions of weights count, and a market keeps its score whoever else is compared", () => {
    fc.assert(
      fc.property(candidateList(2, 6), weightSet, (candidates, weights) => {
        const half = Object.fromEntries(
          criteria.map((one) => [one, Math.round(weights[one]) / 2]),
        ) as typeof weights;
        const whole = Object.fromEntries(
          criteria.map((one) => [one, Math.round(weights[one])]),
        ) as typeof weights;
        const codes = (list: typeof weights) =>
          rankMarkets(candidates, list).map(({ code, rank }) => [code, rank]);
        expect(codes(half)).toEqual(codes(whole));
        const alone = rankMarkets(candidates.slice(0, 1), weights)[0]!;
        expect(rankMarkets(candidates, weights).find(({ code }) => code === alone.code)!.score).toBe(
          alone.score,
        );
      }),
    );
  });

  it("shares a rank exactly where scores are equal", () => {
    fc.assert(
      fc.property(candidateList(2, 6), weightSet, (candidates, weights) => {
        const twin = { ...candidates[0]!, code: "Z" };
        const rows = rankMarkets([...candidates, twin], weights);
        const rank = (code: string) => rows.find((row) => row.code === code)!.rank;
        expect(rank("Z")).toBe(rank("A"));
        expect(rows[0]!.rank).toBe(1);
      }),
    );
  });

  it("could lead: exactly those that are first when they get their best and the others their worst", () => {
    fc.assert(
      fc.property(candidateList(1, 5), weightSet, (candidates, weights) => {
        const rows = rankMarkets(candidates, weights);
        candidates.forEach(({ code }, own) => {
          const filled = ends(candidates, (index) => (index === own ? "high" : "low"));
          const best = rankMarkets(filled, weights).find((row) => row.code === code)!;
          expect(rows.find((row) => row.code === code)!.couldLead).toBe(best.rank === 1);
        });
      }),
    );
  });
});

describe("Pareto-best markets", () => {
  const live = 3;
  const used = criteria.slice(0, live);
  const weights = Object.fromEntries(
    criteria.map((one) => [one, (used as readonly string[]).includes(one) ? 5 : 0]),
  ) as Parameters<typeof paretoStates>[1];

  /** Every way to fill every span with its low end, its middle or its high end. */
  function fillings(list: Candidate[]): number[][][] {
    const cells = list.flatMap((one) => used.map((criterion) => one.spans[criterion]));
    let all: number[][] = [[]];
    for (const { low, high } of cells) {
      const values = low === high ? [low] : [low, (low + high) / 2, high];
      all = all.flatMap((done) => values.map((value) => [...done, value]));
    }
    return all.map((flat) => list.map((_, index) => flat.slice(index * live, (index + 1) * live)));
  }
  const dominates = (by: number[], one: number[]) =>
    by.every((value, index) => value >= one[index]!) && by.some((value, index) => value > one[index]!);

  it("are those that nobody dominates: in every filling, in some, or in none, as brute force finds", () => {
    const few = candidateList(1, 3, live).filter(
      (list) =>
        list.reduce(
          (sum, one) => sum + used.filter((c) => one.spans[c].low !== one.spans[c].high).length,
          0,
        ) <= 6,
    );
    fc.assert(
      fc.property(few, (candidates) => {
        const states = paretoStates(candidates, weights);
        const all = fillings(candidates);
        candidates.forEach(({ code }, own) => {
          const beaten = all.filter((values) =>
            values.some((other, index) => index !== own && dominates(other, values[own]!)),
          ).length;
          const state = states.get(code)!;
          expect(state.state).toBe(beaten === 0 ? "best" : beaten === all.length ? "dominated" : "open");
          if (state.state === "dominated") {
            const by = candidates.findIndex((one) => one.code === state.by);
            expect(all.every((values) => dominates(values[by]!, values[own]!))).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
