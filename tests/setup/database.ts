import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { openDatabase, type Database } from "#db/client.server.ts";
import type { Actor, Ctx } from "#app/platform/context.ts";

/** A migrated, empty, real SQLite file for one test; removed when the test ends. */
export function testDatabase(): Database {
  const folder = mkdtempSync(join(tmpdir(), "fairway-db-"));
  const file = join(folder, "test.sqlite");
  copyFileSync(inject("templateDatabase"), file);
  const db = openDatabase(file, { durable: false });
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

export const testNow = new Date("2026-11-22T04:00:00Z");

/** A context for calling queries and verbs directly. */
export function testCtx(db: Database, actor: Actor = { kind: "visitor" }, now: Date = testNow): Ctx {
  return { db, actor, now, requestId: "test-request" };
}
