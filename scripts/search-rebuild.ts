import { join } from "node:path";
import type { Database } from "#db/client.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { env } from "#app/platform/env.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { bundledProgram, notedServer, startBundled } from "#search/bundled.server.ts";
import { sectionsIndex } from "#search/indexes/sections.ts";
import { keysFor, MeilisearchEngine } from "#search/meilisearch.server.ts";
import { remedyFor } from "#scripts/remedy.ts";
import { rebuild } from "#search/outbox.server.ts";
import { SqliteEngine } from "#search/sqlite.server.ts";

const log = {
  info: () => undefined,
  warn: (data: object, message: string) => console.error(`Fairway: ${message} ${JSON.stringify(data)}`),
};

/**
 * `npm run search:rebuild`: builds every index beside the live one and swaps. May run beside the server; what
 * changes meanwhile stays in the outbox and is told to the new index.
 */
async function main(): Promise<void> {
  const db = database();
  migrateDatabase(db);
  const sqlite = new SqliteEngine(join(env().DATA_DIR, "search.sqlite"));
  try {
    await rebuild(db, sqlite);
    console.log(`Embedded index rebuilt: ${sqlite.size(sectionsIndex)} documents.`);
  } finally {
    sqlite.close();
  }
  if (env().SEARCH_ENGINE !== "sqlite") await rebuildMeilisearch(db);
}

async function rebuildMeilisearch(db: Database): Promise<void> {
  const server = await reachable();
  if (!server) return console.log("No Meilisearch here; the embedded index is the only one.");
  try {
    const engine = new MeilisearchEngine(server.url, await keysFor(server.url, server.key));
    await rebuild(db, engine);
    const held = await engine.held(sectionsIndex);
    console.log(`Meilisearch index rebuilt: ${held.size} documents.`);
  } finally {
    await server.stop();
  }
}

/** The server of MEILI_URL, the one that the running application started, or one started for this command. */
async function reachable(): Promise<{ url: string; key: string; stop(): Promise<void> } | null> {
  const { MEILI_URL, MEILI_KEY, DATA_DIR } = env();
  const nothing = () => Promise.resolve();
  if (MEILI_URL && !(await answers(MEILI_URL)))
    throw new Error(`no search server answers at ${MEILI_URL}; start it or correct MEILI_URL`);
  if (MEILI_URL) return { url: MEILI_URL, key: MEILI_KEY ?? "", stop: nothing };
  const noted = notedServer(DATA_DIR);
  if (noted && (await answers(noted.url))) return { url: noted.url, key: noted.masterKey, stop: nothing };
  const program = bundledProgram();
  if (!program) return null;
  const server = await startBundled({ program, dataDir: DATA_DIR, log }, () => undefined);
  return { url: server.url, key: server.masterKey, stop: () => server.stop() };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

try {
  if (process.argv.length > 2) {
    process.stderr.write("Fairway: npm run search:rebuild takes no arguments.\n");
    process.exitCode = 2;
  } else await main();
} catch (error) {
  const remedy = remedyFor(error);
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Fairway: ${remedy ?? `the index could not be rebuilt: ${reason}`}\n`);
  process.exitCode = remedy ? 2 : 1;
} finally {
  closeDatabase();
}
