import { join } from "node:path";
import type { Question, SearchEngine } from "#search/engine.ts";
import { sectionsIndex } from "#search/indexes/sections.ts";
import type { Knowledge } from "#search/knowledge.ts";
import { keysFor, MeilisearchEngine } from "#search/meilisearch.server.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";
import { synonymsOf } from "#search/synonyms.ts";
import { bundledProgram, startBundled } from "#search/bundled.server.ts";
import { generatedSections } from "./corpus.ts";
import { percentile } from "./load.ts";
import { figure, type Row } from "./table.ts";

type Options = { folder: string; sizes: number[]; knowledge: Knowledge; questions: Question[][] };

/** Time of one query page by page, one after the other, in milliseconds. */
async function latencies(engine: SearchEngine, questions: Question[][]): Promise<number[]> {
  for (const asked of questions.slice(0, 40)) await engine.query(sectionsIndex, asked);
  const times = [];
  for (const asked of questions) {
    const began = performance.now();
    await engine.query(sectionsIndex, asked);
    times.push(performance.now() - began);
  }
  return times;
}

async function measured(engine: SearchEngine, { sizes, knowledge, questions }: Options) {
  const results = [];
  for (const size of sizes) {
    const began = performance.now();
    await engine.rebuild(
      sectionsIndex,
      synonymsOf(knowledge),
      generatedSections(size, [...knowledge.markets.values()]),
    );
    const seconds = (performance.now() - began) / 1000;
    const times = await latencies(engine, questions);
    results.push({ size, seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) });
  }
  return results;
}

/** Latency of both engines on small and large corpora of generated sections. */
export async function growthRows(options: Options): Promise<Row[]> {
  const rows: Row[] = [];
  const report = (name: string, results: Awaited<ReturnType<typeof measured>>) => {
    for (const { size, seconds, p50, p99 } of results) {
      rows.push({
        what: `${name}, ${figure(size, 0)} sections`,
        value: `p50 ${figure(p50)} ms, p99 ${figure(p99)} ms (indexed in ${figure(seconds)} s)`,
      });
    }
    const [small, large] = [results[0]!, results.at(-1)!];
    const times = large.p99 / small.p99;
    rows.push({
      what: `${name}, ${figure(large.size / small.size, 0)} times the sections`,
      value: `${figure(times, 2)}× the p99`,
      target: "less than 4×",
      ok: times < 4,
    });
  };

  const sqlite = new SqliteEngine(join(options.folder, "growth.sqlite"));
  report("SQLite", await measured(sqlite, options));
  sqlite.close();

  const program = bundledProgram();
  if (!program) return [...rows, { what: "Meilisearch", value: "no bundled server on this platform" }];
  const quiet = { info: () => undefined, warn: () => undefined };
  const server = await startBundled(
    { program, dataDir: join(options.folder, "growth"), log: quiet },
    () => undefined,
  );
  try {
    const keys = await keysFor(server.url, server.masterKey);
    report("Meilisearch", await measured(new MeilisearchEngine(server.url, keys), options));
  } finally {
    await server.stop();
  }
  return rows;
}
