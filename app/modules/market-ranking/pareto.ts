import { criteria, type Weights } from "./criteria.ts";
import type { Candidate } from "./score.ts";

/**
 * best = no other market is at least as good everywhere and better somewhere, however the gaps are filled;
 * open = the gaps decide; dominated = `by` is at least as good everywhere and better somewhere in every case.
 */
export type Pareto = { state: "best" } | { state: "open" } | { state: "dominated"; by: string };

/**
 * Pareto state of every market over the criteria that have a weight. A gap is the span of what it may hold.
 *
 * Two ends settle all fillings: `by` dominates in every filling exactly when its worst case dominates the market's
 * best, and in some filling exactly when its best case dominates the market's worst. A market that nobody dominates
 * at those ends is best in the filling that gives it its best and all others their worst, so `open` is exact too.
 */
export function paretoStates(candidates: readonly Candidate[], weights: Weights): Map<string, Pareto> {
  const weighed = criteria.filter((criterion) => weights[criterion] > 0);
  const dominates = (by: Candidate, byEnd: "low" | "high", one: Candidate, end: "low" | "high") =>
    weighed.every((criterion) => by.spans[criterion][byEnd] >= one.spans[criterion][end]) &&
    weighed.some((criterion) => by.spans[criterion][byEnd] > one.spans[criterion][end]);
  return new Map(
    candidates.map((one): [string, Pareto] => {
      const others = candidates.filter((other) => other !== one);
      const always = others.find((other) => dominates(other, "low", one, "high"));
      if (always) return [one.code, { state: "dominated", by: always.code }];
      const sometimes = others.some((other) => dominates(other, "high", one, "low"));
      return [one.code, { state: sometimes ? "open" : "best" }];
    }),
  );
}
