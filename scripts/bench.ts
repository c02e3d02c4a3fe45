import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "#db/client.server.ts";
import { loadKnowledge } from "#search/knowledge.ts";
import { keysFor } from "#search/meilisearch.server.ts";
import { notedServer } from "#search/bundled.server.ts";
import { sectionsIndex } from "#search/indexes/sections.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";
import { httpRequestOf, questionsOf } from "#tests/bench/direct.ts";
import { frozenRows } from "#tests/bench/frozen.ts";
import { growthRows } from "#tests/bench/growth.ts";
import { httpRows, sideBySide } from "#tests/bench/http.ts";
import { manyQueries, type Query } from "#tests/bench/queries.ts";
import { startServer } from "#tests/bench/servers.ts";
import { printTable } from "#tests/bench/table.ts";
import { weightRows } from "#tests/bench/weight.ts";

/** Browsers take compressed pages. */
const browser = { "Accept-Encoding": "gzip, deflate, br" };

const usage = "npm run bench -- [--seconds 4] [--rounds 3] [--sizes 3000,100000]";

function options() {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "4" },
      rounds: { type: "string", default: "3" },
      sizes: { type: "string", default: "3000,100000" },
    },
  });
  const numbers = [values.seconds, values.rounds, ...values.sizes.split(",")].map(Number);
  const [seconds, rounds, ...sizes] = numbers as [number, number, ...number[]];
  const bad =
    numbers.some((number) => !Number.isInteger(number) || number < 1) || seconds > 60 || rounds > 20;
  if (bad || Math.max(...sizes) > 1_000_000) throw new TypeError(usage);
  return { seconds, rounds, sizes };
}

const searchPage = ({ q, lang }: Query) => `/${lang}/search?q=${encodeURIComponent(q)}`;
const apiPath = ({ q, lang }: Query) => `/api/v1/search?lang=${lang}&q=${encodeURIComponent(q)}`;

/**
 * Everything measured side by side in one run, on this machine only: the application in its own process, a bare
 * Express route, the search engine asked directly. Trust the ratios more than the figures.
 */
async function bench({ seconds, rounds, sizes }: ReturnType<typeof options>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "fairway-bench-"));
  const app = await startServer(
    ["scripts/serve.mjs"],
    { DATA_DIR: folder, DEMO: "1", MEILI_URL: "" },
    "/healthz",
  );
  const bare = await startServer(["tests/bench/bare.mjs"], {}, "/");
  try {
    const engine = await searchReady(app.origin, folder);
    const db = openDatabase(join(folder, "fairway.sqlite"));
    const knowledge = loadKnowledge(db);
    const words = new SqliteEngine(join(folder, "search.sqlite"));
    const queries = manyQueries(knowledge);
    const questions = await Promise.all(
      queries.map((query) => questionsOf(query, knowledge, words.vocabulary(sectionsIndex))),
    );
    words.close();
    db.$client.close();

    console.log(
      `${queries.length} different queries, 50 connections, ${rounds} rounds of ${seconds} s each.`,
    );
    let ok = true;
    if (engine) {
      const keys = await keysFor(engine.url, engine.masterKey);
      const headers = { "Content-Type": "application/json", Authorization: `Bearer ${keys.search}` };
      const direct = [];
      for (const asked of questions) {
        direct.push({ method: "POST" as const, headers, ...httpRequestOf(asked) });
      }
      const guides = ["DE", "US", "JP", "GB", "AE", "VN"].map((code) => ({
        path: `/en/guides/${code}/standards`,
      }));
      const loads = await sideBySide(
        {
          bare: { origin: bare.origin, asks: [{ path: "/" }] },
          guide: { origin: app.origin, asks: guides.concat(guides, guides) },
          direct: { origin: engine.url, asks: direct },
          api: { origin: app.origin, asks: queries.map((query) => ({ path: apiPath(query) })) },
          again: {
            origin: app.origin,
            asks: queries.slice(0, 300).map((query) => ({ path: apiPath(query) })),
          },
          page: {
            origin: app.origin,
            asks: queries.map((query) => ({ path: searchPage(query), headers: browser })),
          },
        },
        { rounds, seconds },
      );
      ok = printTable("Requests", httpRows(loads)) && ok;
      ok =
        printTable("Engine frozen", await frozenRows(app.origin, engine.pid, queries.map(searchPage))) && ok;
    } else console.log("No bundled search server on this platform: the rows that need it are left out.");
    ok = printTable("Weight of a page", await weightRows(app.origin)) && ok;
    await app.stop();
    const sample = questions.filter((_, index) => index % Math.ceil(questions.length / 400) === 0);
    const growth = await growthRows({ folder, sizes, knowledge, questions: sample });
    return printTable("A growing corpus (one query after the other)", growth) && ok;
  } finally {
    await Promise.all([app.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the better engine answers and has everything; its address, or null where there is none. */
async function searchReady(origin: string, dataDir: string) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const { search } = (await (await fetch(`${origin}/readyz`)).json()) as {
      search: { engine: string; pending: number };
    };
    const server = notedServer(dataDir);
    if (search.engine === "meilisearch" && search.pending === 0 && server) {
      const note = JSON.parse(readFileSync(join(dataDir, "meilisearch.json"), "utf8")) as { pid: number };
      return { ...server, pid: note.pid };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}

try {
  process.exitCode = (await bench(options())) ? 0 : 1;
} catch (error) {
  if (!(error instanceof TypeError) || !/Unknown option|npm run bench|argument/.test(error.message))
    throw error;
  process.stderr.write(`Fairway: ${usage}\n`);
  process.exitCode = 2;
}
