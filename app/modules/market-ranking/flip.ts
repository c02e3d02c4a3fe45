import { criteria, maxWeight, type Criterion, type Weights } from "./criteria.ts";
import { doubledMiddle, exactScore, hundredths, type Candidate } from "./score.ts";

/** A change of one weight, all others kept, that puts a market first and alone there. */
export type Flip = {
  market: string;
  criterion: Criterion;
  direction: "raise" | "lower";
  from: number;
  /** The weight has to go beyond this; at exactly this weight the market shares the first place. */
  beyond: number;
  /** |beyond − from|: no smaller change will do. */
  change: number;
  /** The nearest weight with two decimals that does it; null when only values between two hundredths do. */
  to: number | null;
};

/** Exact: `over` is positive, both whole numbers. In hundredths of a weight. */
type Fraction = { value: number; over: number };

const compare = (a: Fraction, b: Fraction) => a.value * b.over - b.value * a.over;
const highest: Fraction = { value: hundredths(maxWeight), over: 1 };
const lowest: Fraction = { value: 0, over: 1 };

type Exact = Omit<Flip, "from" | "beyond" | "change"> & { edge: Fraction; distance: Fraction };

/**
 * The nearest weight of one criterion, between 0 and 10, at which `market` is first alone; null when there is none.
 *
 * With all other weights fixed, the lead of the market over each rival is a + x·b in that weight x (up to the common
 * divisor, which changes no order). Each rival therefore leaves a half-line, and all rivals together an open interval
 * of x with fractions as ends. The answer is the end that lies nearest to the present weight. Everything is computed
 * in whole numbers, so ties are decided exactly.
 */
function nearestFlip(
  candidates: readonly Candidate[],
  weights: Weights,
  market: Candidate,
  criterion: Criterion,
): Exact | null {
  const now = hundredths(weights[criterion]);
  const at = (one: Candidate) => doubledMiddle(one.spans[criterion]);
  const rest = (one: Candidate) => exactScore(one, weights) - now * at(one);
  let above: Fraction | null = null;
  let below: Fraction | null = null;
  for (const rival of candidates) {
    if (rival === market) continue;
    const a = rest(market) - rest(rival);
    const b = at(market) - at(rival);
    if (b === 0 && a <= 0) return null;
    if (b > 0) {
      const edge = { value: -a, over: b };
      if (!above || compare(edge, above) > 0) above = edge;
    } else if (b < 0) {
      const edge = { value: a, over: -b };
      if (!below || compare(edge, below) < 0) below = edge;
    }
  }
  if (above && below && compare(above, below) >= 0) return null;
  const present: Fraction = { value: now, over: 1 };
  if (above && compare(present, above) <= 0) {
    if (compare(above, highest) >= 0) return null;
    const step = Math.floor(above.value / above.over) + 1;
    const fits = step <= highest.value && (!below || compare({ value: step, over: 1 }, below) < 0);
    return {
      ...{ market: market.code, criterion, direction: "raise" as const, edge: above },
      distance: { value: above.value - now * above.over, over: above.over },
      to: fits ? step / 100 : null,
    };
  }
  if (below && compare(present, below) >= 0) {
    if (compare(below, lowest) <= 0) return null;
    const step = Math.ceil(below.value / below.over) - 1;
    const fits = step >= 0 && (!above || compare({ value: step, over: 1 }, above) > 0);
    return {
      ...{ market: market.code, criterion, direction: "lower" as const, edge: below },
      distance: { value: now * below.over - below.value, over: below.over },
      to: fits ? step / 100 : null,
    };
  }
  return null;
}

/** Smaller change first; equal ones in the order of criteria, then of codes. */
function nearer(a: Exact, b: Exact): number {
  return (
    compare(a.distance, b.distance) ||
    criteria.indexOf(a.criterion) - criteria.indexOf(b.criterion) ||
    (a.market < b.market ? -1 : 1)
  );
}

function shown({ edge, distance, ...flip }: Exact, weights: Weights): Flip {
  return {
    ...flip,
    from: weights[flip.criterion],
    beyond: edge.value / edge.over / 100,
    change: distance.value / distance.over / 100,
  };
}

export type Flips = {
  /** For each market that is not first alone: its own smallest change of one weight, smallest first. */
  possible: Flip[];
  /** Codes of the markets that no single weight between 0 and 10 puts first, in order. */
  impossible: string[];
};

/**
 * For every market that is not first alone now, the smallest change of one single weight that would make it so.
 * `possible[0]` is the smallest change that puts another market first at all.
 */
export function findFlips(candidates: readonly Candidate[], weights: Weights): Flips {
  const scores = candidates.map((one) => exactScore(one, weights));
  const best = Math.max(...scores);
  const leaders = candidates.filter((_, index) => scores[index] === best);
  const found: Exact[] = [];
  const impossible: string[] = [];
  for (const candidate of candidates) {
    if (leaders.length === 1 && leaders[0] === candidate) continue;
    const own = criteria
      .map((criterion) => nearestFlip(candidates, weights, candidate, criterion))
      .filter((flip) => flip !== null)
      .sort(nearer)[0];
    if (own) found.push(own);
    else impossible.push(candidate.code);
  }
  return { possible: found.sort(nearer).map((flip) => shown(flip, weights)), impossible: impossible.sort() };
}
