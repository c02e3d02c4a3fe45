import type { FactDetail, factKinds } from "#db/schema/markets.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Lang } from "#app/platform/context.ts";

export { currencyName, formatMoney, formatValue } from "#search/figures.ts";

export type FactKind = (typeof factKinds)[number];

/** One statement about a market as its pages show it: own, or inherited from a block. */
export type MarketFact = {
  key: string;
  kind: FactKind;
  topic: Topic;
  labelEn: string;
  labelZh: string | null;
  textEn: string | null;
  textZh: string | null;
  noteEn: string | null;
  noteZh: string | null;
  value: number | null;
  /** USD, %, people, or an ISO 4217 code. */
  unit: string | null;
  url: string | null;
  detail: FactDetail;
  source: { id: string; nameEn: string; nameZh: string; url: string | null } | null;
  /** The year the statement is known to describe. */
  asOf: number | null;
  confidence: "high" | "medium" | null;
  basis: "read" | "knowledge" | null;
  gap: boolean;
  /** Code of the block the fact comes from; null = the market's own. */
  inheritedFrom: string | null;
};

/** The figures at the head of a guide: the indicators of its snapshot. Those of other topics stand with their topic. */
export function isKeyFigure(fact: Pick<MarketFact, "kind" | "topic">): boolean {
  return fact.kind === "indicator" && fact.topic === "snapshot";
}

export type FactState = "checked" | "toCheck" | "gap";

/** checked = held against its source; toCheck = general knowledge so far; gap = nothing supportable was found. */
export function factState(fact: Pick<MarketFact, "gap" | "basis">): FactState {
  if (fact.gap) return "gap";
  return fact.basis === "read" ? "checked" : "toCheck";
}

export type FactCount = { total: number; checked: number; toCheck: number; gaps: number };

export function countFacts(facts: Pick<MarketFact, "gap" | "basis">[]): FactCount {
  const count = { total: facts.length, checked: 0, toCheck: 0, gaps: 0 };
  for (const fact of facts) {
    const state = factState(fact);
    if (state === "gap") count.gaps += 1;
    else count[state] += 1;
  }
  return count;
}

/** One side of a bilingual pair; where the Chinese side is missing the English stands, marked by `lang`. */
export function sideOf(
  lang: Lang,
  en: string | null | undefined,
  zh: string | null | undefined,
): { text: string; lang: Lang } | null {
  if (lang === "zh" && zh) return { text: zh, lang: "zh" };
  if (lang === "en" && en) return { text: en, lang: "en" };
  const text = en ?? zh;
  return text ? { text, lang: en ? "en" : "zh" } : null;
}

/** Usual months (1–12) as words: "April", "April to June", "April, October" / 4月、4月至6月、4月、10月. */
export function formatMonths(lang: Lang, months: number[]): string {
  const runs: [number, number][] = [];
  for (const month of [...months].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && month === last[1] + 1) last[1] = month;
    else if (!last || month !== last[1]) runs.push([month, month]);
  }
  const name = (month: number) =>
    lang === "zh"
      ? `${month}月`
      : new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(
          Date.UTC(2000, month - 1, 1),
        );
  const to = lang === "zh" ? "至" : " to ";
  return runs
    .map(([from, until]) => (from === until ? name(from) : `${name(from)}${to}${name(until)}`))
    .join(lang === "zh" ? "、" : ", ");
}

/** Facts that share source, year, confidence and basis, so that one margin note can stand beside them all. */
export function groupByNote(facts: MarketFact[]): MarketFact[][] {
  const groups = new Map<string, MarketFact[]>();
  for (const fact of facts) {
    const { source, asOf, confidence, basis, gap, inheritedFrom } = fact;
    const key = JSON.stringify([source?.id, asOf, confidence, basis, gap, inheritedFrom]);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()];
}

/** How many months from `month` (1–12) to the next of `months`, 0–11; null when no month is known. */
export function monthsUntil(month: number, months: number[]): number | null {
  if (months.length === 0) return null;
  return Math.min(...months.map((usual) => (usual - month + 12) % 12));
}
