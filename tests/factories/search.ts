import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Database } from "#db/client.server.ts";
import { seedContent } from "#db/seed/content.ts";
import { bundledProgram, startBundled, type BundledServer } from "#search/bundled.server.ts";
import type { SearchDocument } from "#search/engine.ts";
import { keysFor, MeilisearchEngine } from "#search/meilisearch.server.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Why tests against the real server are left out here, or null when they run. */
export const noMeilisearch = bundledProgram()
  ? null
  : "no Meilisearch package for this platform: only the embedded engine is tested";

/** A database with all markets, facts, glossary and guide sections; removed when the test ends. */
export function contentDatabase(): Database {
  const db = testDatabase();
  seedContent(db, testNow);
  return db;
}

/** A folder of its own for one test; removed when the test ends. */
export function testFolder(): string {
  const folder = searchFolder();
  onTestFinished(folder.remove);
  return folder.path;
}

/** A folder of its own; the caller removes it by the function that comes with it. */
function searchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "fairway-search-"));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** The real Meilisearch server in a folder of its own, and an engine that asks it. */
export async function realMeilisearch(): Promise<{
  server: BundledServer;
  engine: MeilisearchEngine;
  stop(): Promise<void>;
}> {
  const folder = searchFolder();
  const server = await startBundled(
    { program: bundledProgram()!, dataDir: folder.path, log: quietLog },
    () => undefined,
  );
  const engine = new MeilisearchEngine(server.url, await keysFor(server.url, server.masterKey));
  return {
    server,
    engine,
    async stop() {
      await server.stop();
      folder.remove();
    },
  };
}

/** A small document of the sections index; whatever is not said is empty. */
export function searchDocument(
  id: string,
  text: Partial<Record<string, string>>,
  filter: { market?: string; topic?: string; readers?: string[] } = {},
): SearchDocument {
  const [market = "", ...rest] = id.split("-");
  return {
    id,
    hash: `${id} ${JSON.stringify(text)}`,
    text: Object.fromEntries(
      ["titleEn", "titleZh", "names", "keywords", "summaryEn", "summaryZh", "bodyEn", "bodyZh"].map(
        (field) => [field, text[field] ?? ""],
      ),
    ),
    filter: { market, topic: rest.slice(0, -1).join("-"), readers: ["en"], ...filter },
    shown: {
      title: text.titleEn ?? "",
      summary: "",
      body: text.bodyEn ?? "",
      verifiedAt: null,
      hasProse: true,
    },
  };
}
