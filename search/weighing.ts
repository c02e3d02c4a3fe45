import { topics as topicOrder } from "#db/schema/topics.ts";
import type { RankedHit } from "./find.ts";
import type { Understood } from "./understand.ts";

/** What a section loses once its review is overdue: it stays behind its equals, before those that fit less. */
const overdueLoss = 0.12;

/** The order of hits, the same for both engines: words, topic, what else the query points to, and how fresh. */
export function weighing(
  understood: Understood,
  overdue: ReadonlySet<string> = new Set(),
): (hit: RankedHit) => number {
  const { topics, likely, markets, words } = understood;
  const asksTopic = topics.size > 0;
  return ({ id, market, topic, score }) => {
    let weight = words.length === 0 ? 0 : score * (asksTopic ? 0.5 : 1);
    if (asksTopic) weight += 0.6 * (topics.get(topic) ?? 0);
    else weight += (words.length === 0 ? 0.2 : 0.02) * (1 - topicOrder.indexOf(topic) / topicOrder.length);
    if (likely.length > 0 && likely.includes(market))
      weight += markets === null ? 1.1 / Math.sqrt(likely.length) : 0.3;
    return overdue.has(id) ? weight - overdueLoss : weight;
  };
}
