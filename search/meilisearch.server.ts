import { Meilisearch, type MultiSearchQuery } from "meilisearch";
import { z } from "zod";
import { jsonClient, type AskJson } from "./json-client.server.ts";
import type { Answer, Filter, IndexDefinition, Question, SearchDocument, SearchEngine } from "./engine.ts";

/** Most hits that pages can reach and totals can count. */
const maxTotalHits = 200_000;
/** An indexing task is waited for this long; asking, by contrast, gets a fraction of a second. */
const taskPatience = { timeout: 120_000, interval: 40 };
const batchSize = 2000;

type Keys = {
  /** May search, nothing else: what answers readers. */
  search: string;
  /** May write: only the drain and the rebuild use it. */
  admin: string;
};

const healthAnswer = z.object({ status: z.string() });
/** Only what is used; a server of another version that answers otherwise counts as one that does not answer. */
const searchAnswers = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.object({ id: z.string(), _rankingScore: z.number().optional() })),
      totalHits: z.number().optional(),
      estimatedTotalHits: z.number().optional(),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
    }),
  ),
});

/**
 * Meilisearch behind the port. Readers' questions go by a small client of our own with a key that can only search;
 * everything that writes goes by the official one. Callers bring a signal that ends: nothing else bounds the time.
 */
export class MeilisearchEngine implements SearchEngine {
  readonly name = "meilisearch";
  #ask: AskJson;
  #writer: Meilisearch;

  constructor(url: string, keys: Keys) {
    this.#ask = jsonClient(url, keys.search);
    this.#writer = new Meilisearch({
      host: url,
      apiKey: keys.admin,
      requestInit: { headers: { "Accept-Encoding": "identity" } },
    });
  }

  async health(signal?: AbortSignal): Promise<boolean> {
    return healthAnswer.parse(await this.#ask("GET", "health", { signal })).status === "available";
  }

  async configure(index: IndexDefinition, synonyms: Record<string, string[]>): Promise<void> {
    await this.#configure(index.name, index, synonyms);
  }

  async #configure(uid: string, index: IndexDefinition, synonyms: Record<string, string[]>): Promise<void> {
    await this.#writer.createIndex(uid, { primaryKey: "id" }).waitTask(taskPatience);
    const task = await this.#writer
      .index(uid)
      .updateSettings({
        searchableAttributes: Object.keys(index.searchable),
        filterableAttributes: [
          {
            attributePatterns: index.filterable,
            features: { facetSearch: false, filter: { equality: true, comparison: false } },
          },
        ],
        displayedAttributes: ["id", "hash"],
        rankingRules: ["words", "typo", "proximity", "attribute", "exactness"],
        synonyms,
        typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true },
        localizedAttributes: [
          { attributePatterns: index.languages.zh, locales: ["cmn"] },
          { attributePatterns: index.languages.en, locales: ["eng"] },
        ],
        faceting: { maxValuesPerFacet: 500 },
        pagination: { maxTotalHits },
        searchCutoffMs: 250,
      })
      .waitTask(taskPatience);
    succeeded(task);
  }

  async index(index: IndexDefinition, documents: SearchDocument[]): Promise<void> {
    await this.#add(index.name, documents);
  }

  async #add(uid: string, documents: SearchDocument[]): Promise<void> {
    for (let start = 0; start < documents.length; start += batchSize) {
      const batch = documents.slice(start, start + batchSize).map(({ id, hash, text, filter }) => ({
        id,
        hash,
        ...text,
        ...filter,
      }));
      succeeded(await this.#writer.index(uid).addDocuments(batch).waitTask(taskPatience));
    }
  }

  async remove(index: IndexDefinition, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    succeeded(await this.#writer.index(index.name).deleteDocuments(ids).waitTask(taskPatience));
  }

  async query(index: IndexDefinition, questions: Question[], signal?: AbortSignal): Promise<Answer[]> {
    const { path, body } = searchRequestOf(index, questions);
    const { results } = searchAnswers.parse(await this.#ask("POST", path, { body, signal }));
    return results.map((result) => ({
      hits: result.hits.map((hit) => ({ id: hit.id, score: hit._rankingScore ?? 0 })),
      total: result.totalHits ?? result.estimatedTotalHits ?? 0,
      facets: result.facetDistribution ?? {},
    }));
  }

  async held(index: IndexDefinition): Promise<Map<string, string>> {
    const held = new Map<string, string>();
    const limit = 5000;
    for (let offset = 0; ; offset += limit) {
      try {
        const { results } = await this.#writer
          .index<{ id: string; hash: string }>(index.name)
          .getDocuments({ fields: ["id", "hash"], limit, offset });
        for (const { id, hash } of results) held.set(id, hash);
        if (results.length < limit) return held;
      } catch (error) {
        if (codeOf(error) === "index_not_found") return held;
        throw error;
      }
    }
  }

  async rebuild(
    index: IndexDefinition,
    synonyms: Record<string, string[]>,
    documents: Iterable<SearchDocument>,
  ): Promise<void> {
    const beside = `${index.name}_next`;
    await this.#writer.deleteIndexIfExists(beside);
    await this.#configure(beside, index, synonyms);
    let batch: SearchDocument[] = [];
    for (const document of documents) {
      batch.push(document);
      if (batch.length < batchSize) continue;
      await this.#add(beside, batch);
      batch = [];
    }
    await this.#add(beside, batch);
    await this.#writer.createIndex(index.name, { primaryKey: "id" }).waitTask(taskPatience);
    succeeded(
      await this.#writer
        .swapIndexes([{ indexes: [index.name, beside], rename: false }])
        .waitTask(taskPatience),
    );
    await this.#writer.deleteIndexIfExists(beside);
  }
}

/** The request by which these questions are asked, all in one. */
export function searchRequestOf(
  index: IndexDefinition,
  questions: Question[],
): { path: string; body: string } {
  const queries = questions.map((question) => queryOf(index, question));
  return { path: "multi-search", body: JSON.stringify({ queries }) };
}

function queryOf(index: IndexDefinition, question: Question): MultiSearchQuery {
  const whole = question.offset === 0;
  return {
    indexUid: index.name,
    q: question.words.map((word) => word.text).join(" "),
    matchingStrategy: "frequency",
    filter: filterOf(question.filter),
    attributesToRetrieve: ["id"],
    showRankingScore: true,
    ...(question.facets.length > 0 ? { facets: question.facets } : {}),
    // Totals are exact only with page and hitsPerPage.
    ...(whole
      ? { page: 1, hitsPerPage: question.limit }
      : { offset: question.offset, limit: question.limit }),
  };
}

/** Values are quoted, so that nothing in them is syntax; an empty list passes nothing. */
function filterOf(filter: Filter): string[] {
  return Object.entries(filter).map(
    ([field, values]) => `${field} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`,
  );
}

function succeeded(task: { status: string; error?: { message?: string } | null; uid?: number }): void {
  if (task.status !== "succeeded") {
    throw new Error(
      `Search engine task ${task.uid ?? ""} ${task.status}: ${task.error?.message ?? "no reason given"}`,
    );
  }
}

function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  return cause?.code;
}

/** Fixed, so that the same master key gives the same keys on every start. */
const keyUids = {
  search: "5f0c0b6e-6a3a-4a55-9d0e-3d1c7a4be003",
  admin: "5f0c0b6e-6a3a-4a55-9d0e-3d1c7a4be002",
};
const adminActions = ["search", "documents.*", "indexes.*", "tasks.*", "settings.*", "stats.get", "version"];

/**
 * The two narrow keys of this application, made once with the key at hand. A key that may not make keys is itself
 * the only one: it is used for both.
 *
 * @throws when the server cannot be reached or refuses the key.
 */
export async function keysFor(url: string, key: string, signal?: AbortSignal): Promise<Keys> {
  const headers = {
    Authorization: `Bearer ${key}`,
    "Content-Type": "application/json",
    "Accept-Encoding": "identity",
  };
  const init = { headers, ...(signal ? { signal } : {}) };
  const get = async (
    uid: string,
    name: string,
    actions: string[],
    indexes: string[],
  ): Promise<string | null> => {
    const known = await fetch(`${url}/keys/${uid}`, init);
    if (known.ok) return ((await known.json()) as { key: string }).key;
    if (known.status !== 404) return null;
    const body = JSON.stringify({ uid, name, actions, indexes, expiresAt: null });
    const made = await fetch(`${url}/keys`, { ...init, method: "POST", body });
    return made.ok ? ((await made.json()) as { key: string }).key : null;
  };
  const search = await get(keyUids.search, "Fairway search", ["search"], ["sections", "entries"]);
  const admin = await get(keyUids.admin, "Fairway indexing", adminActions, ["*"]);
  return { search: search ?? key, admin: admin ?? key };
}
