import { allSectionDocuments } from "#search/indexes/sections.ts";
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Database } from "#db/client.server.ts";
import { facts } from "#db/schema/markets.ts";
import type { BundledServer } from "#search/bundled.server.ts";
import { enqueueForSearch } from "#search/outbox.ts";
import { startSearch } from "#search/runtime.server.ts";
import type { SearchRuntime } from "#search/runtime.ts";
import {
  contentDatabase,
  noMeilisearch,
  quietLog,
  realMeilisearch,
  testFolder,
} from "#tests/factories/search.ts";
import { testNow } from "#tests/setup/database.ts";

// Servers are started, filled, killed and healed here: on a busy machine that takes longer than other tests.
vi.setConfig({ testTimeout: 60_000 });

type Mode = "pass" | "bad gateway" | "cut";

/** Stands between application and engine, notes what is asked and can fail as a proxy fails. */
async function proxyTo(target: string) {
  const seen: { path: string; headers: IncomingHttpHeaders }[] = [];
  const state: { mode: Mode } = { mode: "pass" };
  const server: Server = createServer((req, res) => {
    seen.push({ path: req.url ?? "", headers: req.headers });
    if (state.mode === "cut") return void req.socket.destroy();
    if (state.mode === "bad gateway") {
      res.writeHead(502, { "Content-Type": "text/html" }).end("<html><body>Bad Gateway</body></html>");
      return;
    }
    const forward = httpRequest(
      new URL(req.url ?? "", target),
      { method: req.method, headers: req.headers },
      (answer) => {
        res.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(res);
      },
    );
    forward.on("error", () => res.destroy());
    req.pipe(forward);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return { url, seen, state, stop: () => (server.closeAllConnections(), server.close()) };
}

let number = 0;
/** Never the same words twice: what is asked often is answered from memory. */
const ask = (search: SearchRuntime, signal?: AbortSignal) =>
  search.query(
    { q: `germany toys certification ${++number}`, lang: "en", markets: [], topics: [], page: 1, limit: 10 },
    signal,
  );

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

const answeredBy = (search: SearchRuntime, engine: string) =>
  expect.poll(async () => (await ask(search)).engine, { timeout: 15_000, interval: 100 }).toBe(engine);

describe("search with a Meilisearch server", () => {
  let server: BundledServer;
  let stopServer: () => Promise<void> = () => Promise.resolve();
  let proxy: Awaited<ReturnType<typeof proxyTo>>;
  let db: Database;
  let search: SearchRuntime;

  beforeAll(async () => {
    if (noMeilisearch) return;
    ({ server, stop: stopServer } = await realMeilisearch());
  });
  afterAll(() => stopServer());

  beforeEach(async ({ skip }) => {
    if (noMeilisearch) return skip(noMeilisearch);
    proxy = await proxyTo(server.url);
    db = contentDatabase();
    search = startSearch({
      db,
      engine: "auto",
      dataDir: testFolder(),
      meiliUrl: proxy.url,
      meiliKey: server.masterKey,
      log: quietLog,
    });
    onTestFinished(async () => {
      await search.stop();
      proxy.stop();
    });
    await search.ready("meilisearch");
  });

  it("asks with a key that can only search, and for an uncompressed reply", async () => {
    await answeredBy(search, "meilisearch");
    const questions = proxy.seen.filter(({ path }) => path.startsWith("/multi-search"));
    expect(questions.length).toBeGreaterThan(0);
    for (const { headers } of questions) {
      expect(headers["accept-encoding"]).toBe("identity");
      expect(headers.authorization).not.toContain(server.masterKey);
    }
    const key = questions[0]!.headers.authorization!;
    const forbidden = await fetch(`${server.url}/indexes`, { headers: { authorization: key } });
    expect(forbidden.status).toBe(403);
  });

  it("answers within half a second while the engine is frozen, at once when the breaker is open, and heals", async () => {
    await answeredBy(search, "meilisearch");
    process.kill(server.pid, "SIGSTOP");
    onTestFinished(() => void process.kill(server.pid, "SIGCONT"));
    const reader = new AbortController();
    // A page asks two questions at once.
    const entries = { kind: null, markets: [], page: 1, limit: 10 };
    const [[first], firstMs] = await timed(() =>
      Promise.all([ask(search, reader.signal), search.entries("ce", entries, reader.signal)]),
    );
    expect(first).toMatchObject({ engine: "sqlite", degraded: true });
    expect(first.hits[0]).toMatchObject({ market: "DE", topic: "standards" });
    expect(firstMs).toBeLessThan(500);
    await Promise.all([ask(search), ask(search), ask(search)]);
    const [, openMs] = await timed(() => ask(search));
    expect(openMs).toBeLessThan(50);
    expect(search.status()).toMatchObject({ engine: "sqlite", ok: true });
    process.kill(server.pid, "SIGCONT");
    await answeredBy(search, "meilisearch");
  });

  it("takes a page of HTML from a proxy for what it is: a failure", async () => {
    proxy.state.mode = "bad gateway";
    expect(await ask(search)).toMatchObject({ engine: "sqlite", degraded: true });
    proxy.state.mode = "pass";
    await answeredBy(search, "meilisearch");
  });

  it("survives a lone surrogate in the query", async () => {
    const request = { lang: "en" as const, markets: [], topics: [], page: 1, limit: 10 };
    const found = await search.query({ ...request, q: "germany \ud800 vat" });
    expect(found).toMatchObject({ engine: "meilisearch" });
    expect(found.hits[0]).toMatchObject({ market: "DE", topic: "tariffs-taxes" });
  });

  it("does not count a reader who left as a failure of the engine", async () => {
    for (let i = 0; i < 5; i++) {
      await expect(ask(search, AbortSignal.abort())).rejects.toThrow();
    }
    expect(await ask(search)).toMatchObject({ engine: "meilisearch" });
  });

  it("fills a server anew whose index has gone", async () => {
    await answeredBy(search, "meilisearch");
    const headers = { authorization: `Bearer ${server.masterKey}` };
    await fetch(`${server.url}/indexes/sections`, { method: "DELETE", headers });
    await expect.poll(async () => (await ask(search)).engine, { timeout: 5000, interval: 50 }).toBe("sqlite");
    await answeredBy(search, "meilisearch");
    expect((await ask(search)).hits[0]).toMatchObject({ market: "DE", topic: "standards" });
  });

  it("loses no write while the engine is away", async () => {
    proxy.state.mode = "cut";
    db.transaction((tx) => {
      tx.update(facts).set({ textEn: "Ask for a zebrafish passport." }).where(eq(facts.key, "lfgb")).run();
      enqueueForSearch(tx, "sections", "DE-standards-en", testNow);
    });
    search.wake();
    const found = () =>
      search.query({ q: "zebrafish", lang: "en", markets: [], topics: [], page: 1, limit: 10 });
    await expect.poll(async () => (await found()).total, { timeout: 5000 }).toBe(1);
    expect((await found()).engine).toBe("sqlite");
    expect(search.status().pending).toBeGreaterThan(0);
    proxy.state.mode = "pass";
    await expect
      .poll(() => search.status(), { timeout: 15_000 })
      .toMatchObject({ engine: "meilisearch", pending: 0 });
    expect(await found()).toMatchObject({ engine: "meilisearch", total: 1 });
  });
});

describe("search with the bundled server", () => {
  it("builds, is killed, answers from the embedded index, starts again and heals", async ({ skip }) => {
    if (noMeilisearch) skip(noMeilisearch);
    const dataDir = testFolder();
    const search = startSearch({ db: contentDatabase(), engine: "auto", dataDir, log: quietLog });
    onTestFinished(() => search.stop());
    await search.ready("meilisearch");
    await answeredBy(search, "meilisearch");
    const { notedServer } = await import("#search/bundled.server.ts");
    const pid = notedServer(dataDir)!.pid;
    process.kill(pid, "SIGKILL");
    const [after, ms] = await timed(() => ask(search));
    expect(after.engine).toBe("sqlite");
    expect(ms).toBeLessThan(500);
    await answeredBy(search, "meilisearch");
    expect(notedServer(dataDir)!.pid).not.toBe(pid);
  });
});

describe("search without a server", () => {
  it("refuses a demand that cannot be met, with the remedy", () => {
    if (!noMeilisearch) return;
    expect(() =>
      startSearch({ db: contentDatabase(), engine: "meilisearch", dataDir: testFolder(), log: quietLog }),
    ).toThrow("MEILI_URL");
  });

  it("does not call itself degraded when it was asked for", async () => {
    const db = contentDatabase();
    const search = startSearch({
      db,
      engine: "sqlite",
      dataDir: testFolder(),
      log: quietLog,
    });
    onTestFinished(() => search.stop());
    await search.ready();
    expect(await ask(search)).toMatchObject({ engine: "sqlite", degraded: false });
    expect(search.status()).toMatchObject({
      engine: "sqlite",
      ok: true,
      degraded: false,
      pending: 0,
      documents: [...allSectionDocuments(db)].length,
    });
  });

  it("forgets what it answered while the index was being built", async () => {
    const db = contentDatabase();
    const search = startSearch({ db, engine: "sqlite", dataDir: testFolder(), log: quietLog });
    onTestFinished(() => search.stop());
    let isReady = false;
    void search.ready().then(() => (isReady = true));
    const asked = { q: "germany toys", lang: "en" as const, markets: [], topics: [], page: 1, limit: 10 };
    expect((await search.query(asked)).ready).toBe(false);
    while (!isReady) {
      await search.query(asked);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const answer = await search.query(asked);
    expect(answer.ready).toBe(true);
    expect(answer.hits[0]).toMatchObject({ market: "DE" });
  });

  it("keeps its index over a restart and notices what changed in between", async () => {
    const dataDir = testFolder();
    const db = contentDatabase();
    const first = startSearch({ db, engine: "sqlite", dataDir, log: quietLog });
    await first.ready();
    await first.stop();
    // As a restored backup would: changed without a row in the outbox.
    db.update(facts).set({ textEn: "Ask for a zebrafish passport." }).where(eq(facts.key, "lfgb")).run();
    const second = startSearch({ db, engine: "sqlite", dataDir, log: quietLog });
    onTestFinished(() => second.stop());
    await second.ready();
    const found = await second.query({
      q: "zebrafish",
      lang: "en",
      markets: [],
      topics: [],
      page: 1,
      limit: 10,
    });
    expect(found.total).toBe(1);
  });
});
