import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportSections } from "#app/modules/guides/export-sections.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { SettingError } from "#app/platform/env.server.ts";
import { migrateDatabase } from "#db/migrate.ts";

/**
 * `npm run content:export -- FOLDER [MARKET]`: every published guide section as Markdown, in the form that
 * `content:import` reads. May run beside the server. The folder must be new or empty: nothing is written over.
 */
function main([folder, market, ...more]: string[]): void {
  if (!folder || folder.startsWith("--") || more.length > 0)
    return refuse("Say where to: npm run content:export -- FOLDER [MARKET]");
  if (market && !/^[A-Z]{2,5}$/.test(market)) return refuse(`${market} is not a market's code, such as DE`);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) return refuse(`${folder} is not a folder`);
  if (there && readdirSync(folder).length > 0) return refuse(`${folder} is not empty`);

  const db = database();
  migrateDatabase(db);
  const requestId = `content-export-${randomUUID()}`;
  const files = exportSections({ db, actor: { kind: "visitor" }, now: new Date(), requestId }, market);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`Exported ${files.length} sections.`);
}

function refuse(line: string): void {
  console.error(`Fairway: ${line}.`);
  process.exitCode = 2;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (error instanceof SettingError) refuse(error.message);
  else throw error;
} finally {
  closeDatabase();
}
