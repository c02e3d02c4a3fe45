import { criteria, type Criterion, type Weights } from "./criteria.ts";

/**
 * How good a market is on a criterion, in thousandths: 0 worst, 1000 best. A known value has low = high; a gap is the
 * whole span 0–1000; a criterion of which a part is known lies between.
 */
export type Span = { low: number; high: number };
export const unknown: Span = { low: 0, high: 1000 };

export type Candidate = { code: string; spans: Record<Criterion, Span> };

/** Points of 100 that a criterion gives; all of a market's points add up to its score. */
type Contribution = { criterion: Criterion; weight: number; points: number; low: number; high: number };

export type Ranked = {
  code: string;
  /** 1 = first; equal scores share a rank. */
  rank: number;
  /** 0–100: the middle of the range, by which markets are ranked. */
  score: number;
  /** 0–100: with every gap filled in the worst and in the best way. */
  low: number;
  high: number;
  /** Whether some filling of all markets' gaps would put it first, alone or together with others. */
  couldLead: boolean;
  contributions: Contribution[];
};

/**
 * Weights are counted in hundredths and values in half-thousandths, so that every sum below is a whole number far
 * under 2^53: equal scores are equal exactly, and no rounding decides who is first.
 */
export function hundredths(weight: number): number {
  return Math.round(weight * 100);
}
export const doubledMiddle = (span: Span) => span.low + span.high;

/** Σ weight × (low + high): the exact number that the order goes by. */
export function exactScore(candidate: Candidate, weights: Weights): number {
  return criteria.reduce(
    (sum, criterion) => sum + hundredths(weights[criterion]) * doubledMiddle(candidate.spans[criterion]),
    0,
  );
}

/**
 * Markets by the weighted mean of their values, best first. A gap counts neither as 0 nor as 1: it spreads the score
 * into a range (low = every gap 0, high = every gap 1), and the middle of the range ranks. Equal scores share a rank
 * and stand in the order of their codes. With no weight at all every score is 0.
 */
export function rankMarkets(candidates: readonly Candidate[], weights: Weights): Ranked[] {
  const total = criteria.reduce((sum, criterion) => sum + hundredths(weights[criterion]), 0);
  // Hundredths × thousandths over hundredths gives thousandths; a tenth of that are points of 100.
  const points = (weight: number, thousandths: number) =>
    total === 0 ? 0 : (weight * thousandths) / total / 10;
  const rows = candidates.map((candidate) => {
    const exact = exactScore(candidate, weights);
    const edge = (end: "low" | "high") =>
      criteria.reduce((sum, one) => sum + hundredths(weights[one]) * candidate.spans[one][end], 0);
    const contributions = criteria
      .filter((criterion) => weights[criterion] > 0)
      .map((criterion): Contribution => {
        const span = candidate.spans[criterion];
        const weight = hundredths(weights[criterion]);
        return {
          criterion,
          weight: weights[criterion],
          points: points(weight, doubledMiddle(span) / 2),
          low: points(weight, span.low),
          high: points(weight, span.high),
        };
      });
    return { code: candidate.code, exact, low: edge("low"), high: edge("high"), contributions };
  });
  const order = [...rows].sort((a, b) => b.exact - a.exact || (a.code < b.code ? -1 : 1));
  return order.map((row): Ranked => ({
    code: row.code,
    rank: order.filter((other) => other.exact > row.exact).length + 1,
    score: points(1, row.exact / 2),
    low: points(1, row.low),
    high: points(1, row.high),
    couldLead: order.every((other) => other === row || row.high >= other.low),
    contributions: row.contributions,
  }));
}
