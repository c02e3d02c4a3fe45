import { countFacts, type FactCount, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { freshness, type Freshness } from "./freshness.ts";
import { topics, type Topic } from "./topics.ts";

type Head = {
  lang: Lang;
  topic: Topic;
  summary: string;
  verifiedAt: string | null;
  reviewDueAt: string;
  basis: "read" | "knowledge";
};

/** One topic of a market's guide, as the list of contents shows it. */
export type TopicEntry = {
  topic: Topic;
  facts: FactCount;
  /** Languages with published prose. */
  langs: Lang[];
  /** In the reader's language where it exists. */
  summary: { text: string; lang: Lang } | null;
  /** Of the reader's side (or the other one, where only that exists); null without prose. */
  freshness: Freshness | null;
};

/** All topics in reading order with what stands under each; a topic with neither facts nor prose counts 0 and []. */
export function guideContents(lang: Lang, facts: MarketFact[], heads: Head[], now: Date): TopicEntry[] {
  return topics.map((topic) => {
    const written = heads.filter((head) => head.topic === topic);
    const head = written.find((side) => side.lang === lang) ?? written[0];
    return {
      topic,
      facts: countFacts(facts.filter((fact) => fact.topic === topic)),
      langs: written.map((side) => side.lang),
      summary: head?.summary ? { text: head.summary, lang: head.lang } : null,
      freshness: head ? freshness(head, now) : null,
    };
  });
}

export function isEmpty(entry: TopicEntry): boolean {
  return entry.facts.total === 0 && entry.langs.length === 0;
}

/** The topics before and after one, among those that hold something. */
export function neighbours(
  entries: TopicEntry[],
  topic: Topic,
): { previous: Topic | null; next: Topic | null } {
  const present = entries
    .filter((entry) => entry.topic === topic || !isEmpty(entry))
    .map((entry) => entry.topic);
  const place = present.indexOf(topic);
  return { previous: present[place - 1] ?? null, next: present[place + 1] ?? null };
}
