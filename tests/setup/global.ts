import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    templateDatabase: string;
  }
}

/** Migrates one empty database; every test that asks for a database gets a copy of this file. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "fairway-test-"));
  const file = join(folder, "template.sqlite");
  const db = openDatabase(file, { durable: false });
  migrateDatabase(db);
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
  project.provide("templateDatabase", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
