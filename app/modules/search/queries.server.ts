import type { z } from "zod";
import type { SearchHit } from "#search/present.ts";
import type { EntryHit, EntryRequest } from "#search/find-entries.ts";
import type { EntryAnswer, SearchResult, SearchStatus } from "#search/runtime.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { search } from "./runtime.server.ts";
import type { SearchAnswer, SearchQuery, SuggestAnswer } from "./schema.ts";

export type { EntryAnswer, EntryHit, SearchHit, SearchResult, SearchStatus };

/** One page of hits for a reader of `lang`. `signal` ends the question when the reader has gone. */
export function findSections(
  request: { q: string; lang: Lang; markets: string[]; topics: Topic[]; page: number; limit: number },
  signal?: AbortSignal,
): Promise<SearchResult> {
  return search().query(request, signal);
}

/** Fairs, programmes, providers and terms for the tabs beside the guides. */
export function findEntries(q: string, request: EntryRequest, signal?: AbortSignal): Promise<EntryAnswer> {
  return search().entries(q, request, signal);
}

export function searchStatus(): SearchStatus {
  return search().status();
}

/** The answer of `GET /api/v1/search`; null while there is no index yet. */
export async function searchAnswer(query: SearchQuery, signal?: AbortSignal): Promise<SearchAnswer | null> {
  const started = performance.now();
  const { lang, page, limit } = query;
  const found = await findSections(
    { q: query.q, lang, markets: query.market, topics: query.topic, page, limit },
    signal,
  );
  if (!found.ready) return null;
  const go = at(lang);
  return {
    query: found.query,
    lang,
    engine: found.engine,
    total: found.total,
    page,
    limit,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
    didYouMean: found.didYouMean,
    hits: found.hits.map((hit) => ({
      id: hit.id,
      market: hit.market,
      topic: hit.topic,
      lang: hit.lang,
      title: hit.title,
      snippet: hit.snippetHtml,
      url: go.section(hit.market, hit.topic),
      verifiedAt: hit.verifiedAt,
      hasProse: hit.hasProse,
    })),
    facets: found.facets,
  };
}

/** The answer of `GET /api/v1/suggest`; also what the search page offers when it finds nothing. */
export function suggestAnswer(q: string, lang: Lang, limit: number): SuggestAnswer {
  const go = at(lang);
  return {
    query: q.slice(0, 200),
    lang,
    suggestions: search()
      .suggest(q, lang, limit)
      .map(({ text, market, topic }) => {
        if (market && topic) return { text, url: go.section(market, topic), kind: "section" as const };
        if (market) return { text, url: go.guide(market), kind: "market" as const };
        return { text, url: go.search({ q: text }), kind: "query" as const };
      }),
  };
}

/** What is wrong with the parameters of an API request: the first one, in words and at its name. */
export function parameterError(error: z.ZodError): { message: string; field: string } {
  const issue = error.issues[0]!;
  const field = String(issue.path[0] ?? "");
  return { field, message: `${field} must be ${issue.message}.` };
}

/** The parameters of a request, several values of one name as a list. */
export function parametersOf(url: string): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {};
  const query = url.indexOf("?");
  if (query < 0) return params;
  for (const [name, value] of new URLSearchParams(url.slice(query + 1))) {
    const before = params[name];
    params[name] = before === undefined ? value : [...[before].flat(), value];
  }
  return params;
}
