import { join } from "node:path";
import { LRUCache } from "lru-cache";
import type { Database } from "#db/client.server.ts";
import { bundledProgram } from "./bundled.server.ts";
import { Connection, reasonOf, type Whereabouts } from "./connection.server.ts";
import type { SearchEngine } from "./engine.ts";
import { rank, type Ranked, type SearchRequest } from "./find.ts";
import { presentEntry, rankEntries, type EntryRequest } from "./find-entries.ts";
import { entriesIndex } from "./indexes/entries.ts";
import { entryKinds } from "./indexes/entry-kinds.ts";
import { overdueOn, sectionsIndex } from "./indexes/sections.ts";
import { loadKnowledge, type Knowledge } from "./knowledge.ts";
import { drain, level, levelEntries, pendingFor, prune, rebuild } from "./outbox.server.ts";
import { present } from "./present.ts";
import type {
  EngineName,
  EntryAnswer,
  SearchOptions,
  SearchResult,
  SearchRuntime,
  SearchStatus,
} from "./runtime.ts";
import { markingOf } from "./snippet.ts";
import { SqliteEngine } from "./sqlite.server.ts";
import { suggest, type Suggestion } from "./suggest.ts";
import type { Lang } from "./topics.ts";
import { understand, type Understood } from "./understand.ts";

const tickMs = 1000;
/** What is known of words is read anew at most this often, however fast the content changes. */
const knowledgeMs = 2000;
/** Entries are compared with the database at most this often. */
const entriesMs = 20_000;
/** A query is answered from memory for so long, as long as the index and the engine that answers stay the same. */
const hotMs = 60_000;

/**
 * Starts search: opens the embedded index, connects to Meilisearch (or starts the bundled one), builds what is
 * empty and drains the outbox, all in the background. Questions are answered at once by whatever is ready.
 *
 * @throws when Meilisearch is demanded and there is none to be had on this machine.
 */
export function startSearch(options: SearchOptions): SearchRuntime {
  const where = whereabouts(options);
  return new Search(options, where);
}

function whereabouts({ engine, meiliUrl, meiliKey, dataDir }: SearchOptions): Whereabouts | null {
  if (engine === "sqlite") return null;
  if (meiliUrl) return { url: meiliUrl, key: meiliKey ?? "" };
  const program = bundledProgram();
  if (program) return { program, dataDir };
  if (engine === "auto") return null;
  throw new Error(
    "SEARCH_ENGINE is meilisearch, but MEILI_URL is not set and there is no bundled server for this platform",
  );
}

class Search implements SearchRuntime {
  readonly #db: Database;
  readonly #log: SearchOptions["log"];
  readonly #contentVersion: { get(): unknown };
  readonly #sqlite: SqliteEngine;
  readonly #server: Connection | null;
  readonly #inUse: EngineName[];
  readonly #isReady: Record<EngineName, boolean> = { sqlite: false, meilisearch: false };
  readonly #waiting: { engine: EngineName | undefined; go: () => void }[] = [];
  readonly #queues = new Map<EngineName, Promise<void>>();
  readonly #busy = new Set<EngineName>();
  readonly #hot = new LRUCache<string, { version: string; result: SearchResult }>({ max: 2000, ttl: hotMs });
  readonly #entries = new Map<EngineName, { version: unknown; at: number }>();
  readonly #timer: NodeJS.Timeout;
  #knowledge: { version: unknown; at: number; value: Knowledge } | null = null;
  #overdue: { day: string; of: unknown; ids: Set<string> } | null = null;
  #stopped = false;

  constructor({ db, dataDir, log }: SearchOptions, where: Whereabouts | null) {
    this.#db = db;
    this.#log = log;
    this.#contentVersion = db.$client.prepare("select version from content_version where id = 1").pluck();
    this.#sqlite = new SqliteEngine(join(dataDir, "search.sqlite"));
    this.#server = where && new Connection(where, log, (how) => this.#lost(how));
    this.#inUse = where ? ["sqlite", "meilisearch"] : ["sqlite"];
    this.#timer = setInterval(() => void this.#tick(), tickMs);
    this.#timer.unref();
    void this.#tick();
  }

  // ---- Answers -----------------------------------------------------------------------------------------------

  async query(request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    const key = JSON.stringify(request);
    const best = this.#best();
    const version = `${this.#sqlite.version(sectionsIndex)} ${best}`;
    const kept = this.#hot.get(key);
    if (kept?.version === version) return kept.result;
    const result = await this.#answer(request, signal);
    // An answer given in an emergency is not kept, nor one given before there was an index.
    if (result.ready && result.engine === best) this.#hot.set(key, { version, result });
    return result;
  }

  async #answer(request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    const understood = understand(request.q, this.#known(), this.#sqlite.vocabulary(sectionsIndex));
    const overdue = this.#overdueToday();
    if (this.#server && this.#isReady.meilisearch) {
      const ranked = await this.#server.ask(
        (engine, either) => rank(engine, request, understood, { signal: either, overdue }),
        signal,
      );
      if (ranked) return this.#result(understood, ranked, "meilisearch");
    }
    return this.#result(understood, await rank(this.#sqlite, request, understood, { overdue }), "sqlite");
  }

  async entries(q: string, request: EntryRequest, signal?: AbortSignal): Promise<EntryAnswer> {
    const understood = understand(q, this.#known(), this.#sqlite.vocabulary(sectionsIndex));
    const ranked =
      (this.#server && this.#isReady.meilisearch
        ? await this.#server.ask((engine, either) => rankEntries(engine, request, understood, either), signal)
        : null) ?? (await rankEntries(this.#sqlite, request, understood));
    const stored = this.#sqlite.shown(
      entriesIndex,
      Object.values(ranked).flatMap(({ ids }) => ids),
    );
    const marking = markingOf(understood.words);
    const answer = {} as EntryAnswer;
    for (const kind of entryKinds) {
      const { ids, total } = ranked[kind];
      const hits = ids.flatMap((id) => {
        const shown = stored.get(id);
        return shown ? [presentEntry(id, shown, marking)] : [];
      });
      answer[kind] = { total, hits };
    }
    return answer;
  }

  #result(understood: Understood, ranked: Ranked, engine: EngineName): SearchResult {
    const marking = markingOf(understood.words);
    const ids = ranked.hits.map((hit) => hit.id);
    const stored = this.#sqlite.shown(sectionsIndex, ids);
    return {
      query: understood.query,
      engine,
      degraded: this.#server !== null && engine === "sqlite",
      ready: this.#isReady.sqlite || this.#isReady.meilisearch,
      total: ranked.total,
      hits: ranked.hits.flatMap((hit) => {
        const shown = stored.get(hit.id);
        return shown ? [present(hit, shown, marking)] : [];
      }),
      facets: ranked.facets,
      markets: understood.markets ?? [],
      topics: [...understood.topics].sort((a, b) => b[1] - a[1]).map(([topic]) => topic),
      elsewhere: understood.elsewhere,
      hs: understood.hs,
      didYouMean: understood.didYouMean,
      says: understood.says,
    };
  }

  suggest(q: string, lang: Lang, limit: number): Suggestion[] {
    const known = this.#known();
    const understood = understand(q, known, this.#sqlite.vocabulary(sectionsIndex));
    return suggest(q, lang, understood, known, limit);
  }

  status(): SearchStatus {
    const engine = this.#best();
    return {
      engine,
      ok: this.#isReady.sqlite || this.#isReady.meilisearch,
      degraded: this.#server !== null && engine === "sqlite",
      pending: Math.max(...this.#inUse.map((name) => pendingFor(this.#db, name))),
      documents: this.#sqlite.size(sectionsIndex),
    };
  }

  #best(): EngineName {
    return this.#server?.answers && this.#isReady.meilisearch ? "meilisearch" : "sqlite";
  }

  #known(): Knowledge {
    const version = this.#contentVersion.get();
    const kept = this.#knowledge;
    if (kept && (kept.version === version || Date.now() - kept.at < knowledgeMs)) return kept.value;
    this.#knowledge = { version, at: Date.now(), value: loadKnowledge(this.#db) };
    return this.#knowledge.value;
  }

  /** Read anew once a day, and with the knowledge when content changes. */
  #overdueToday(): ReadonlySet<string> {
    const day = new Date().toISOString().slice(0, 10);
    const of = this.#knowledge?.version;
    if (this.#overdue?.day !== day || this.#overdue.of !== of)
      this.#overdue = { day, of, ids: overdueOn(this.#db, day) };
    return this.#overdue.ids;
  }

  // ---- Work in the background --------------------------------------------------------------------------------

  wake(): void {
    void this.#tick();
  }

  async rebuild(): Promise<void> {
    const engines = [this.#sqlite, this.#server?.engine ?? null];
    for (const engine of engines) {
      if (engine) await this.#inTurn(engine.name, () => rebuild(this.#db, engine));
    }
    this.#hot.clear();
  }

  ready(engine?: EngineName): Promise<void> {
    const already = engine ? this.#isReady[engine] : Object.values(this.#isReady).includes(true);
    return already ? Promise.resolve() : new Promise((go) => this.#waiting.push({ engine, go }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#server?.stop();
    // What is being written to the embedded index ends before its file is closed.
    await this.#queues.get("sqlite");
    this.#sqlite.close();
  }

  async #tick(): Promise<void> {
    if (this.#stopped) return;
    void this.#keepLevel(this.#sqlite);
    const server = this.#server;
    if (!server) return;
    await server.connect();
    await server.probe();
    if (server.engine && server.answers) void this.#keepLevel(server.engine);
  }

  /** Brings an engine level when it is new, then tells it what changed. Failures are tried again with the next tick. */
  async #keepLevel(engine: SearchEngine): Promise<void> {
    if (this.#busy.has(engine.name) || this.#stopped) return;
    this.#busy.add(engine.name);
    try {
      await this.#inTurn(engine.name, async () => {
        if (!this.#isReady[engine.name]) await this.#makeReady(engine);
        await this.#keepEntries(engine);
        const { synonyms } = await drain(this.#db, engine);
        if (synonyms) {
          this.#knowledge = null;
          this.#hot.clear();
        }
        prune(this.#db, this.#inUse);
      });
    } catch (error) {
      const data = { engine: engine.name, reason: reasonOf(error) };
      if (!this.#stopped) this.#log.warn(data, "search index not brought level");
    } finally {
      this.#busy.delete(engine.name);
    }
  }

  /** What changes in programmes, terms and partners is looked for now and then, whoever changed it. */
  async #keepEntries(engine: SearchEngine): Promise<void> {
    const version = this.#contentVersion.get();
    const known = this.#entries.get(engine.name);
    if (known && (known.version === version || Date.now() - known.at < entriesMs)) return;
    await levelEntries(this.#db, engine);
    this.#entries.set(engine.name, { version, at: Date.now() });
  }

  async #makeReady(engine: SearchEngine): Promise<void> {
    await level(this.#db, engine);
    this.#isReady[engine.name] = true;
    this.#log.info({ engine: engine.name }, "search index ready");
    for (const waiter of this.#waiting) {
      if (waiter.engine === undefined || waiter.engine === engine.name) waiter.go();
    }
  }

  /** One piece of work at a time for each engine. */
  #inTurn(engine: EngineName, work: () => Promise<void>): Promise<void> {
    const before = this.#queues.get(engine) ?? Promise.resolve();
    const run = before.then(() => (this.#stopped ? undefined : work()));
    this.#queues.set(
      engine,
      run.catch(() => undefined),
    );
    return run;
  }

  /** A server that ended is compared anew when it is back: it may have been exchanged. */
  #lost(how: "ended" | "silent" | "emptied"): void {
    if (how !== "silent") this.#isReady.meilisearch = false;
    this.#hot.clear();
  }
}
