import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase, type Database } from "#db/client.server.ts";
import { knownMigrations, migrateDatabase } from "#db/migrate.ts";
import { sectionRevisions, sections } from "#db/schema/index.ts";
import { seedContent } from "#db/seed/content.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

/** A migrations folder of the test's own: the list of SQL texts, oldest first. */
function migrationsFolder(texts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "fairway-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "meta"));
  const entries = texts.map((text, idx) => {
    const tag = `${String(idx).padStart(4, "0")}_test`;
    writeFileSync(join(folder, `${tag}.sql`), text);
    return { idx, version: "6", when: Date.UTC(2090, 0, 1 + idx), tag, breakpoints: true };
  });
  writeFileSync(
    join(folder, "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "sqlite", entries }),
  );
  return folder;
}

/** What drizzle-kit writes when a column of a table changes: a new table, all rows copied, the old one dropped. */
function rebuildOf(db: Database, table: string): string {
  const sql = db.$client.prepare("select sql from sqlite_master where name = ?").pluck().get(table) as string;
  const indexes = db.$client
    .prepare("select sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
    .pluck()
    .all(table) as string[];
  return [
    "PRAGMA foreign_keys=OFF;",
    sql.replaceAll(new RegExp(`(?<=[\`"])${table}(?=[\`"])`, "g"), `__new_${table}`),
    `INSERT INTO __new_${table} SELECT * FROM ${table};`,
    `DROP TABLE ${table};`,
    `ALTER TABLE __new_${table} RENAME TO ${table};`,
    "PRAGMA foreign_keys=ON;",
    ...indexes,
  ].join("\n--> statement-breakpoint\n");
}

const triggersOf = (db: Database) =>
  db.$client.prepare("select name from sqlite_master where type = 'trigger' order by name").pluck().all();
const rows = (db: Database, table: string) =>
  db.$client.prepare(`select count(*) from ${table}`).pluck().get() as number;

function filledDatabase(): Database {
  const db = testDatabase();
  seedContent(db, testNow);
  return db;
}

test("a rebuilt parent table keeps every child row and every trigger", () => {
  const db = filledDatabase();
  const tables = ["sections", "section_revisions", "facts", "market_blocks"];
  const before = { rows: tables.map((table) => rows(db, table)), triggers: triggersOf(db) };
  expect(Math.min(...before.rows, before.triggers.length)).toBeGreaterThan(0);

  migrateDatabase(db, migrationsFolder([rebuildOf(db, "markets"), rebuildOf(db, "sections")]));

  expect({ rows: tables.map((table) => rows(db, table)), triggers: triggersOf(db) }).toEqual(before);
  expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a migration that leaves rows without their parent is refused by name", () => {
  const db = filledDatabase();
  const orphaning = migrationsFolder(["DELETE FROM sources;"]);
  expect(() => migrateDatabase(db, orphaning)).toThrow(/without a parent, first in facts → sources/);
  expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("migrating again changes nothing", () => {
  const db = filledDatabase();
  const [triggers, revisions] = [triggersOf(db), rows(db, "section_revisions")];
  migrateDatabase(db);
  expect([triggersOf(db), rows(db, "section_revisions")]).toEqual([triggers, revisions]);
});

test("a new database has been through every known migration", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-db-"));
  const db = openDatabase(join(folder, "new.sqlite"));
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  migrateDatabase(db);
  const applied = db.$client.prepare("select hash from __drizzle_migrations order by id").pluck().all();
  expect(applied).toEqual(knownMigrations());
});

test("the database itself refuses a second section at one place, and a fact without a source", () => {
  const db = filledDatabase();
  const section = db.select().from(sections).get()!;
  expect(() =>
    db
      .insert(sections)
      .values({ ...section, id: "again" })
      .run(),
  ).toThrow(/UNIQUE/);
  expect(() => db.$client.exec("update facts set source_id = null where gap = 0")).toThrow(/CHECK/);
});

test("revisions are never overwritten", () => {
  const db = filledDatabase();
  expect(() => db.update(sectionRevisions).set({ body: "other" }).run()).toThrow(/append-only/);
  expect(() => db.delete(sectionRevisions).run()).toThrow(/append-only/);
});
