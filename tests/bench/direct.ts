import type { Answer, Question, SearchEngine } from "#search/engine.ts";
import { rank } from "#search/find.ts";
import { searchRequestOf } from "#search/meilisearch.server.ts";
import { sectionsIndex } from "#search/indexes/sections.ts";
import type { Knowledge } from "#search/knowledge.ts";
import type { Vocabulary } from "#search/spelling.ts";
import { understand } from "#search/understand.ts";
import type { Query } from "./queries.ts";

/** The questions that a page of results asks its engine first, for one query. */
export async function questionsOf(
  query: Query,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
): Promise<Question[]> {
  let asked: Question[] = [];
  const listener = {
    name: "sqlite",
    query(_index: unknown, questions: Question[]) {
      if (asked.length === 0) asked = questions;
      return Promise.resolve(questions.map((): Answer => ({ hits: [], total: 1, facets: {} })));
    },
  } as unknown as SearchEngine;
  const request = { ...query, markets: [], topics: [], page: 1, limit: 10 };
  await rank(listener, request, understand(query.q, knowledge, vocabulary));
  return asked;
}

/** The HTTP request that the adapter sends for these questions: what "asking the engine directly" means here. */
export function httpRequestOf(questions: Question[]): { path: string; body: string } {
  const { path, body } = searchRequestOf(sectionsIndex, questions);
  return { path: `/${path}`, body };
}
