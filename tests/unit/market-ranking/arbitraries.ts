import fc from "fast-check";
import { criteria, type Weights } from "#app/modules/market-ranking/criteria.ts";
import { unknown, type Candidate, type Span } from "#app/modules/market-ranking/score.ts";

/** Few different values, so that ties and equal markets come up often; gaps and half-known spans among them. */
const span: fc.Arbitrary<Span> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(0, 200, 500, 700, 1000).map((value) => ({ low: value, high: value })),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 1000 }).map((value) => ({ low: value, high: value })) },
  { weight: 2, arbitrary: fc.constant(unknown) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  },
);

const byCriterion = <T>(values: T[]) =>
  Object.fromEntries(criteria.map((criterion, index) => [criterion, values[index]!])) as Record<
    (typeof criteria)[number],
    T
  >;

/** `live` criteria vary; the rest are known to be equal everywhere, so that brute force stays small. */
export function candidateList(
  min: number,
  max: number,
  live: number = criteria.length,
): fc.Arbitrary<Candidate[]> {
  const spans = fc
    .array(span, { minLength: live, maxLength: live })
    .map((list) => byCriterion(criteria.map((_, index) => list[index] ?? { low: 0, high: 0 })));
  return fc
    .tuple(fc.array(spans, { minLength: min, maxLength: max }), fc.integer({ min: 0, max: 3 }))
    .map(([list, twin]) => {
      // Now and then the last market is the first one's double: nothing can ever part them.
      const all = twin === 0 && list.length > 1 ? [...list.slice(0, -1), list[0]!] : list;
      return all.map((one, index) => ({ code: String.fromCharCode(65 + index), spans: one }));
    });
}

/** Mostly whole weights, as people set them, with zeros; some with two decimals. */
export const weightSet: fc.Arbitrary<Weights> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 10 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 1000 }).map((value) => value / 100) },
    ),
    { minLength: criteria.length, maxLength: criteria.length },
  )
  .map(byCriterion);

/** Three criteria of three values each with three possible weights: edges that meet exactly are the rule here. */
export const coarse: fc.Arbitrary<[Candidate[], Weights]> = fc
  .tuple(
    fc.array(fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 500, 1000))), { minLength: 3, maxLength: 5 }),
    fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 5, 10))),
  )
  .map(([markets, weights]) => [
    markets.map((values, index) => ({
      code: String.fromCharCode(65 + index),
      spans: byCriterion(criteria.map((_, at) => ({ low: values[at] ?? 0, high: values[at] ?? 0 }))),
    })),
    byCriterion(criteria.map((_, at) => weights[at] ?? 0)),
  ]);
