import type { SizeStandard } from "#app/modules/msmes/size-class.ts";
import { checkRules } from "./eligibility.ts";
import { findRaises } from "./raises.ts";
import { contributions } from "./scoring.ts";
import type { Match, MatchMsme, MatchOpportunity, RuleResult } from "./types.ts";

function statusOf(rules: readonly RuleResult[]): Match["status"] {
  if (rules.some((rule) => rule.ok === false)) return "ineligible";
  return rules.some((rule) => rule.ok === null) ? "ask" : "eligible";
}

/**
 * One firm against one opportunity. Pure: the same input gives the same answer. `now` is ISO 8601 with zone,
 * `standard` the size standard in force then.
 */
export function matchPair(
  msme: MatchMsme,
  opportunity: MatchOpportunity,
  now: string,
  standard: SizeStandard,
): Match {
  const rules = checkRules(msme, opportunity, now, standard);
  const { score, contributions: parts } = contributions(msme, opportunity, now);
  const status = statusOf(rules);
  return {
    msme: msme.id,
    opportunity: opportunity.id,
    eligible: status === "eligible",
    status,
    rules,
    score,
    contributions: parts,
    raises: findRaises(msme, opportunity, now, standard),
  };
}

const statusRank = { eligible: 0, ask: 1, ineligible: 2 } as const;

/**
 * The one order of matches everywhere: eligible first, then those to be asked about, then the rest; higher score
 * first; ties by opportunity, then by firm, so that the order never depends on the order of the input.
 */
export function compareMatches(a: Match, b: Match): number {
  return (
    statusRank[a.status] - statusRank[b.status] ||
    b.score - a.score ||
    compareText(a.opportunity, b.opportunity) ||
    compareText(a.msme, b.msme)
  );
}

/** Could the firm meet every condition by itself? Then each one that is not met has a change that meets it. */
export function withinReach(match: Match): boolean {
  return match.rules.every(
    (rule) => rule.ok === true || match.raises.some((raise) => raise.unlocks.includes(rule.rule)),
  );
}

/** For what is not open to a firm: fewest conditions missing first, then the usual order. */
export function compareNearness(a: Match, b: Match): number {
  const missing = (match: Match) => match.rules.filter((rule) => rule.ok !== true).length;
  return missing(a) - missing(b) || compareMatches(a, b);
}

/** Every firm against every opportunity, in order. */
export function matchAll(
  msmes: MatchMsme[],
  opportunities: MatchOpportunity[],
  now: string,
  standard: SizeStandard,
): Match[] {
  return msmes
    .flatMap((msme) => opportunities.map((opportunity) => matchPair(msme, opportunity, now, standard)))
    .sort(compareMatches);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
