import { criteria, type Criterion, type Weights } from "./criteria.ts";
import { findFlips, type Flips } from "./flip.ts";
import { measureMarket, type Asked, type MarketFigures, type Measure, type Network } from "./measure.ts";
import { paretoStates, type Pareto } from "./pareto.ts";
import { rankMarkets, type Candidate, type Ranked } from "./score.ts";

export type MarketResult = Ranked & { measures: Record<Criterion, Measure>; pareto: Pareto };

export type Ranking = {
  /** Best first. */
  rows: MarketResult[];
  flips: Flips;
  /** The markets whose range reaches into the leader's: the gaps could turn their order. */
  open: string[];
};

export type Measured = { code: string; measures: Record<Criterion, Measure> };

/** Every market on every criterion for one question. */
export function measureAll(
  markets: readonly MarketFigures[],
  networks: ReadonlyMap<string, Network>,
  asked: Asked,
): Measured[] {
  return markets.map((market) => ({
    code: market.code,
    measures: measureMarket(market, networks.get(market.code) ?? { opportunities: [], peers: [] }, asked),
  }));
}

/** Ranking, flips and Pareto states of measured markets. Pure: the same input gives the same answer. */
export function rankMeasured(measured: readonly Measured[], weights: Weights): Ranking {
  const candidates = measured.map(({ code, measures }): Candidate => {
    const spans = criteria.map((criterion) => [criterion, measures[criterion].span] as const);
    return { code, spans: Object.fromEntries(spans) as Candidate["spans"] };
  });
  const pareto = paretoStates(candidates, weights);
  const rows = rankMarkets(candidates, weights).map((row) => ({
    ...row,
    measures: measured.find(({ code }) => code === row.code)!.measures,
    pareto: pareto.get(row.code)!,
  }));
  return {
    rows,
    flips: findFlips(candidates, weights),
    open: rows.filter((row, index) => index > 0 && row.couldLead).map(({ code }) => code),
  };
}
