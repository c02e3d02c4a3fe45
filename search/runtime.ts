import type { Database } from "#db/client.server.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Log } from "./connection.server.ts";
import type { SearchEngine } from "./engine.ts";
import type { EntryHit, EntryRequest } from "./find-entries.ts";
import type { SearchRequest } from "./find.ts";
import type { EntryKind } from "./indexes/entry-kinds.ts";
import type { SearchHit } from "./present.ts";
import type { Suggestion } from "./suggest.ts";
import type { Lang } from "./topics.ts";

export type EngineName = SearchEngine["name"];

export type SearchOptions = {
  db: Database;
  engine: "auto" | "meilisearch" | "sqlite";
  dataDir: string;
  meiliUrl?: string | undefined;
  meiliKey?: string | undefined;
  log: Log;
};

export type SearchResult = {
  query: string;
  engine: EngineName;
  /** The engine meant to answer is away; the embedded one did. */
  degraded: boolean;
  /** False while no index has been built yet: that nothing was found means nothing. */
  ready: boolean;
  total: number;
  hits: SearchHit[];
  facets: { market: Record<string, number>; topic: Record<string, number> };
  /** Markets and topics that the query names. */
  markets: string[];
  topics: Topic[];
  /** Countries that the query names and for which there is no guide. */
  elsewhere: { nameEn: string; nameZh: string }[];
  /** The HS code that the query names, and its chapter. */
  hs: { code: string; chapter: string } | null;
  didYouMean: string | null;
  /** False: the query is signs or a single letter, for which nothing can be looked up. */
  says: boolean;
};

export type SearchStatus = {
  engine: EngineName;
  /** Some engine answers. */
  ok: boolean;
  degraded: boolean;
  pending: number;
  documents: number;
};

/** Fairs, programmes, providers and terms: how many of each, and those on the page. */
export type EntryAnswer = Record<EntryKind, { total: number; hits: EntryHit[] }>;

export type SearchRuntime = {
  query(request: SearchRequest, signal?: AbortSignal): Promise<SearchResult>;
  entries(q: string, request: EntryRequest, signal?: AbortSignal): Promise<EntryAnswer>;
  suggest(q: string, lang: Lang, limit: number): Suggestion[];
  status(): SearchStatus;
  /** Looks at the outbox now instead of within a second. */
  wake(): void;
  /** Builds every index beside the live one and swaps. */
  rebuild(): Promise<void>;
  /** Resolves once an index answers; a page need not wait for it, a test and a command do. */
  ready(engine?: EngineName): Promise<void>;
  stop(): Promise<void>;
};
