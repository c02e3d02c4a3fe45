import { join } from "node:path";
import { LRUCache } from "lru-cache";
import type { Database } from "#db/client.server.ts";
import type { Topic } from "#db/schema/topics.ts";
import { Breaker } from "./breaker.ts";
import { bundledProgram, startBundled, type BundledServer } from "./bundled.server.ts";
import type { SearchEngine } from "./engine.ts";
import { rank, type SearchRequest } from "./find.ts";
import { sectionsIndex } from "./indexes/sections.ts";
import { loadKnowledge, type Knowledge } from "./knowledge.ts";
import { keysFor, MeilisearchEngine } from "./meilisearch.server.ts";
import { drain, level, pendingFor, prune, rebuild } from "./outbox.server.ts";
import { marked, patternOf, snippet } from "./snippet.ts";
import { SqliteEngine } from "./sqlite.server.ts";
import { suggest, type Suggestion } from "./suggest.ts";
import type { Lang } from "./topics.ts";
import { understand, type Understood } from "./understand.ts";

type Log = {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
};

export type SearchOptions = {
  db: Database;
  engine: "auto" | "meilisearch" | "sqlite";
  dataDir: string;
  meiliUrl?: string | undefined;
  meiliKey?: string | undefined;
  log: Log;
};

/** One hit as a page shows it. `title` and `snippet` are plain text and safe HTML. */
export type SearchHit = {
  id: string;
  market: string;
  topic: Topic;
  /** Of the words shown; another than the reader's when the section exists in one language only. */
  lang: Lang;
  title: string;
  titleHtml: string;
  snippetHtml: string;
  verifiedAt: string | null;
  /** False: figures and rules from the market's fact table only. */
  hasProse: boolean;
  /** Nothing stands in this section yet. */
  empty: boolean;
};

export type SearchResult = {
  query: string;
  engine: SearchEngine["name"];
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
  didYouMean: string | null;
};

export type SearchStatus = {
  engine: SearchEngine["name"];
  /** Some engine answers. */
  ok: boolean;
  degraded: boolean;
  pending: number;
  documents: number;
};

export type SearchRuntime = {
  query(request: SearchRequest, signal?: AbortSignal): Promise<SearchResult>;
  suggest(q: string, lang: Lang, limit: number): Suggestion[];
  status(): SearchStatus;
  /** Looks at the outbox now instead of within a second. */
  wake(): void;
  /** Builds every index beside the live one and swaps. */
  rebuild(): Promise<void>;
  /** Resolves once an index answers; a page need not wait for it, a test and a command do. */
  ready(engine?: SearchEngine["name"]): Promise<void>;
  stop(): Promise<void>;
};

/** A page is answered within half a second even when the engine is frozen. */
const patienceMs = 300;
const tickMs = 1000;
/**
 * A query asked a second time within half a minute is answered from memory for the rest of it, as long as the index
 * and the engine that answers stay the same.
 */
const hotAfter = 2;
const hotMs = 30_000;

/**
 * Starts search: opens the embedded index, connects to Meilisearch (or starts the bundled one), builds what is
 * empty and drains the outbox, all in the background. Questions are answered at once by whatever is ready.
 *
 * @throws when Meilisearch is demanded and there is none to be had on this machine.
 */
export function startSearch(options: SearchOptions): SearchRuntime {
  const { db, log } = options;
  const sqlite = new SqliteEngine(join(options.dataDir, "search.sqlite"));
  const program = options.engine === "sqlite" || options.meiliUrl ? null : bundledProgram();
  if (options.engine === "meilisearch" && !options.meiliUrl && !program) {
    sqlite.close();
    throw new Error(
      "SEARCH_ENGINE is meilisearch, but MEILI_URL is not set and there is no bundled server for this platform",
    );
  }
  const wantsMeili = options.engine !== "sqlite" && (options.meiliUrl !== undefined || program !== null);
  const names: SearchEngine["name"][] = wantsMeili ? ["sqlite", "meilisearch"] : ["sqlite"];

  const breaker = new Breaker();
  const hot = new LRUCache<string, { count: number; version: string; result: SearchResult | null }>({
    max: 2000,
    ttl: hotMs,
  });
  const queues = new Map<string, Promise<void>>();
  const waiting: { engine: SearchEngine["name"] | undefined; go: () => void }[] = [];
  let meili: MeilisearchEngine | null = null;
  let child: BundledServer | null = null;
  let stopped = false;
  const isReady = { sqlite: false, meilisearch: false };

  // ---- What is known -----------------------------------------------------------------------------------------

  const versionRow = db.$client.prepare("select version from content_version where id = 1").pluck();
  let knowledge: { version: unknown; at: number; value: Knowledge } | null = null;
  function known(): Knowledge {
    const version = versionRow.get();
    if (knowledge && (knowledge.version === version || Date.now() - knowledge.at < 2000))
      return knowledge.value;
    knowledge = { version, at: Date.now(), value: loadKnowledge(db) };
    return knowledge.value;
  }

  // ---- Work in the background --------------------------------------------------------------------------------

  /** One piece of work at a time for each engine; a failure is logged and tried again with the next tick. */
  function inTurn(engine: SearchEngine["name"], work: () => Promise<void>): Promise<void> {
    const run = (queues.get(engine) ?? Promise.resolve()).then(() => (stopped ? undefined : work()));
    queues.set(
      engine,
      run.catch(() => undefined),
    );
    return run;
  }

  let busy = { sqlite: false, meilisearch: false };
  async function keepLevel(engine: SearchEngine): Promise<void> {
    if (busy[engine.name]) return;
    busy = { ...busy, [engine.name]: true };
    try {
      await inTurn(engine.name, async () => {
        if (!isReady[engine.name]) {
          await level(db, engine);
          isReady[engine.name] = true;
          for (const waiter of waiting)
            if (waiter.engine === undefined || waiter.engine === engine.name) waiter.go();
          log.info({ engine: engine.name }, "search index ready");
        }
        await drain(db, engine);
        prune(db, names);
      });
    } catch (error) {
      if (!stopped)
        log.warn({ engine: engine.name, reason: reasonOf(error) }, "search index not brought level");
    } finally {
      busy = { ...busy, [engine.name]: false };
    }
  }

  let connecting = false;
  let nextTry = 0;
  let wait = tickMs;
  async function connect(): Promise<void> {
    if (!wantsMeili || meili || connecting || stopped || Date.now() < nextTry) return;
    connecting = true;
    try {
      if (program && !child) {
        child = await startBundled({ program, dataDir: options.dataDir, log }, () => {
          child = null;
          meili = null;
          isReady.meilisearch = false;
          hot.clear();
          if (!stopped) log.warn({}, "bundled search server ended; starting it again");
        });
        if (stopped) return void (await child.stop());
      }
      const url = child?.url ?? options.meiliUrl!;
      const keys = await keysFor(url, child?.masterKey ?? options.meiliKey ?? "", AbortSignal.timeout(3000));
      meili = new MeilisearchEngine(url, keys);
      wait = tickMs;
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, "search server not reached; the embedded index answers");
      nextTry = Date.now() + wait;
      wait = Math.min(wait * 2, 30_000);
    } finally {
      connecting = false;
    }
  }

  /** Asks a connected server for its health, so that no reader has to find out that it is away, or back. */
  async function probe(): Promise<void> {
    if (!meili || !isReady.meilisearch) return;
    const now = Date.now();
    try {
      if (!(await meili.health(AbortSignal.timeout(patienceMs)))) throw new Error("not available");
      if (!breaker.isOpen(now)) breaker.worked();
    } catch {
      for (let i = 0; i < 3; i++) breaker.failed(now);
      hot.clear();
    }
  }

  async function tick(): Promise<void> {
    if (stopped) return;
    void keepLevel(sqlite);
    await connect();
    if (stopped || !meili) return;
    await probe();
    if (!breaker.isOpen(Date.now())) void keepLevel(meili);
  }
  const timer = setInterval(() => void tick(), tickMs);
  timer.unref();
  void tick();

  // ---- Answers -----------------------------------------------------------------------------------------------

  const meiliAnswers = () => meili !== null && isReady.meilisearch && !breaker.isOpen(Date.now());

  async function answer(request: SearchRequest, signal?: AbortSignal): Promise<SearchResult> {
    const understood = understand(request.q, known(), sqlite.vocabulary(sectionsIndex));
    if (meili && meiliAnswers()) {
      // Not AbortSignal.timeout: its timer runs on after the answer, and thousands of them weigh.
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
      try {
        const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
        const ranked = await rank(meili, request, understood, either);
        breaker.worked();
        return shown(request, understood, ranked, "meilisearch");
      } catch (error) {
        signal?.throwIfAborted();
        breaker.failed(Date.now());
        hot.clear();
        const data = { reason: reasonOf(error) };
        if (/invalid_api_key|missing_authorization|403/.test(data.reason))
          log.error(data, "search server refuses our key");
        else log.warn(data, "search server did not answer; the embedded index does");
      } finally {
        clearTimeout(timer);
      }
    }
    return shown(request, understood, await rank(sqlite, request, understood), "sqlite");
  }

  function shown(
    request: SearchRequest,
    understood: Understood,
    ranked: Awaited<ReturnType<typeof rank>>,
    engine: SearchEngine["name"],
  ): SearchResult {
    const pattern = patternOf(understood.words);
    const stored = sqlite.shown(
      sectionsIndex,
      ranked.hits.map((hit) => hit.id),
    );
    const hits = ranked.hits.flatMap((hit): SearchHit[] => {
      const document = stored.get(hit.id)?.shown;
      if (!document) return [];
      const text = [document.summary, document.body].filter(Boolean).join("\n");
      return [
        {
          id: hit.id,
          market: hit.market,
          topic: hit.topic,
          lang: hit.lang,
          title: String(document.title),
          titleHtml: marked(String(document.title), pattern),
          snippetHtml: snippet(text, pattern, hit.lang === "en" ? 220 : 110),
          verifiedAt: typeof document.verifiedAt === "string" ? document.verifiedAt : null,
          hasProse: document.hasProse === true,
          empty: document.empty === true,
        },
      ];
    });
    return {
      query: understood.query,
      engine,
      degraded: wantsMeili && engine === "sqlite" && isReady.sqlite,
      ready: isReady.sqlite || isReady.meilisearch,
      total: ranked.total,
      hits,
      facets: ranked.facets,
      markets: understood.markets ?? [],
      topics: [...understood.topics].sort((a, b) => b[1] - a[1]).map(([topic]) => topic),
      elsewhere: understood.elsewhere,
      didYouMean: understood.didYouMean,
    };
  }

  return {
    async query(request, signal) {
      const key = JSON.stringify(request);
      const best = meiliAnswers() ? "meilisearch" : "sqlite";
      const version = `${sqlite.version(sectionsIndex)} ${best}`;
      const entry = hot.get(key);
      if (entry?.result && entry.version === version) return entry.result;
      const result = await answer(request, signal);
      const counted = entry ?? { count: 0, version, result: null };
      counted.count++;
      counted.version = version;
      // An answer given in an emergency is not kept.
      counted.result = counted.count >= hotAfter && result.engine === best ? result : null;
      if (!entry) hot.set(key, counted);
      return result;
    },
    suggest(q, lang, limit) {
      const understood = understand(q, known(), sqlite.vocabulary(sectionsIndex));
      return suggest(q, lang, understood, known(), limit);
    },
    status() {
      const engine = meiliAnswers() ? "meilisearch" : "sqlite";
      return {
        engine,
        ok: isReady.sqlite || isReady.meilisearch,
        degraded: wantsMeili && engine === "sqlite",
        pending: pendingFor(db, wantsMeili ? "meilisearch" : "sqlite"),
        documents: sqlite.size(sectionsIndex),
      };
    },
    wake: () => void tick(),
    async rebuild() {
      await inTurn("sqlite", () => rebuild(db, sqlite));
      const server = meili;
      if (server) await inTurn("meilisearch", () => rebuild(db, server));
      hot.clear();
    },
    ready(engine) {
      if (engine ? isReady[engine] : isReady.sqlite || isReady.meilisearch) return Promise.resolve();
      return new Promise((go) => waiting.push({ engine, go }));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await child?.stop();
      // What was being written to the embedded index ends before its file is closed.
      await queues.get("sqlite");
      sqlite.close();
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${error.name}: ${error.message}${cause}`.slice(0, 300);
}
