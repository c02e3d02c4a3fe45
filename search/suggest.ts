import { topics, type Topic } from "#db/schema/topics.ts";
import type { Knowledge } from "./knowledge.ts";
import { tokenise } from "./phrases.ts";
import { fold, normaliseQuery } from "./text.ts";
import { topicNames, type Lang } from "./topics.ts";
import type { Understood } from "./understand.ts";

/** What a reader may mean to type: a query, and the place it leads to when it names one. */
export type Suggestion = { text: string; market: string | null; topic: Topic | null };

const nameOf = (lang: Lang, market: { nameEn: string; nameZh: string }) =>
  lang === "en" ? market.nameEn : market.nameZh;
const topicName = (lang: Lang, topic: Topic) => topicNames[topic][lang === "en" ? 0 : 1];

/** Topics that most readers look for first; used when nothing else orders them. */
const popular: Topic[] = [
  "standards",
  "tariffs-taxes",
  "import-procedures",
  "e-commerce",
  "logistics",
  "fairs",
];

/** Suggestions from what is known of markets, topics and the glossary; asks no engine, so it never waits for one. */
export function suggest(
  raw: string,
  lang: Lang,
  understood: Understood,
  knowledge: Knowledge,
  limit: number,
): Suggestion[] {
  const query = normaliseQuery(raw);
  const typed = fold(query);
  if (typed === "") return [];
  const found = new Map<string, Suggestion>();
  const add = (market: string | null, topic: Topic | null, text?: string) => {
    const record = market === null ? undefined : knowledge.markets.get(market);
    const parts = [record ? nameOf(lang, record) : "", topic ? topicName(lang, topic) : ""].filter(Boolean);
    const words = text ?? parts.join(lang === "en" ? ": " : "：");
    if (words && !found.has(words) && fold(words) !== typed) found.set(words, { text: words, market, topic });
  };

  const beginning = marketsBeginning(typed, knowledge);
  const markets = (understood.markets ?? []).slice(0, 3);
  const asked = [...understood.topics].sort((a, b) => b[1] - a[1]).map(([topic]) => topic);
  const rest = restOf(query, understood, knowledge);
  const begun = rest === "" ? [] : topicsBeginning(rest, knowledge);
  for (const market of markets) {
    for (const topic of [...begun, ...asked].slice(0, 4)) add(market, topic);
    if (begun.length + asked.length === 0) {
      add(market, null);
      for (const topic of popular.slice(0, 4)) add(market, topic);
    }
  }
  for (const market of beginning) add(market, null);
  for (const market of beginning.slice(0, 2)) for (const topic of popular.slice(0, 2)) add(market, topic);
  if (markets.length === 0) {
    for (const market of understood.likely.slice(0, 3)) add(market, asked[0] ?? "standards");
    for (const topic of topicsBeginning(typed, knowledge).slice(0, 3)) add(null, topic);
  }
  for (const group of knowledge.groups) {
    if (markets.length > 0 || !group.some((form) => fold(form).startsWith(typed))) continue;
    add(null, null, lang === "en" ? group[0] : group[1]);
  }
  return [...found.values()].slice(0, limit);
}

/** Topics whose name, or else whose words, begin like that. */
function topicsBeginning(typed: string, knowledge: Knowledge): Topic[] {
  const named = topics.filter((topic) => startsSomewhere(topicNames[topic], typed));
  const counts = new Map<Topic, number>();
  for (const [{ topic, weight }, count] of knowledge.topics.beginning(typed)) {
    counts.set(topic, (counts.get(topic) ?? 0) + weight * count);
  }
  const meant = [...counts].sort((a, b) => b[1] - a[1]).map(([topic]) => topic);
  return [...new Set([...named, ...meant])];
}

function marketsBeginning(typed: string, knowledge: Knowledge): string[] {
  const starts: string[] = [];
  for (const market of knowledge.markets.values()) {
    const names = [market.nameEn, market.nameZh, ...market.aliases].map(fold);
    if (
      names.some((name) => name.startsWith(typed)) ||
      (typed.length > 2 && names.some((name) => name.includes(` ${typed}`)))
    ) {
      starts.push(market.code);
    }
  }
  return starts;
}

/** What follows the place in the query: the topic that is being typed. */
function restOf(query: string, understood: Understood, knowledge: Knowledge): string {
  if (understood.markets === null) return "";
  const tokens = tokenise(query);
  const places = knowledge.places.find(tokens);
  const end = Math.max(0, ...places.map((place) => place.at + place.length));
  return fold(query.slice(end)).replace(/^[\s,，、:：]+/, "");
}

/** Whether the name, or a word of it, begins like that. */
function startsSomewhere(names: readonly string[], typed: string): boolean {
  return names.some((name) => {
    const folded = fold(name);
    return folded.startsWith(typed) || folded.split(/[\s,、与和]+/u).some((word) => word.startsWith(typed));
  });
}
