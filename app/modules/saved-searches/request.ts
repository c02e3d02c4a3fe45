import type { Topic } from "#db/schema/topics.ts";
import type { Lang } from "#app/platform/context.ts";

/** So many hits of a saved search are watched. */
export const reach = 100;

/** A saved search as a question to the index. */
export function requestOf(
  saved: { query: string; lang: Lang; filters: { market: string[]; topic: string[] } },
  limit: number,
) {
  const { query, lang, filters } = saved;
  return { q: query, lang, markets: filters.market, topics: filters.topic as Topic[], page: 1, limit };
}
