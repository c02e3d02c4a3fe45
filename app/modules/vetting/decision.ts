import { criteria, passMark, widestGap, type ScoreCode, type Scores } from "./criteria.ts";

export type Decision =
  | { kind: "waiting"; for: 1 | 2 | 3 }
  | { kind: "approved"; scores: Scores; total: number }
  | { kind: "rejected"; scores: Scores; total: number; codes: ScoreCode[] };

/**
 * What the reviews of one round come to, in the order of their places (docs/decisions/015).
 *
 * Two people decide. Where they lie more than two points apart on a criterion a third is called, and no fourth.
 * Per criterion the middle counts: of two reviews the mean, of three the median. 10 of 20 passes; any 0 blocks,
 * whoever of them gave it: a third person settles how many points there are, never that a 0 was given.
 *
 * @throws RangeError with more than three reviews
 */
export function decide(reviews: readonly Scores[]): Decision {
  const [first, second, third] = reviews;
  if (reviews.length > 3) throw new RangeError("no round has more than three reviews");
  if (!first) return { kind: "waiting", for: 1 };
  if (!second) return { kind: "waiting", for: 2 };
  if (!third && gaps(first, second).length > 0) return { kind: "waiting", for: 3 };

  const scores = Object.fromEntries(
    criteria.map((name) => [name, middle(reviews.map((review) => review[name]))]),
  ) as Scores;
  const total = criteria.reduce((sum, name) => sum + scores[name], 0);
  const codes: ScoreCode[] = criteria
    .filter((name) => reviews.some((review) => review[name] === 0))
    .map((name) => `${name}Zero` as const);
  if (total < passMark) codes.push("totalTooLow");
  return codes.length > 0 ? { kind: "rejected", scores, total, codes } : { kind: "approved", scores, total };
}

/** The criteria on which two reviews lie further apart than two points. */
function gaps(one: Scores, other: Scores) {
  return criteria.filter((name) => Math.abs(one[name] - other[name]) > widestGap);
}

function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
