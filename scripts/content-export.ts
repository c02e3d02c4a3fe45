import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportSections } from "#app/modules/guides/export-sections.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { endWith } from "#scripts/remedy.ts";

/**
 * `npm run content:export -- FOLDER [MARKET]`: every published guide section as Markdown, in the form that
 * `content:import` reads. May run beside the server. The folder must be new or empty: nothing is written over.
 */
function main([folder, market, ...more]: string[]): void {
  if (!folder || folder.startsWith("--") || more.length > 0)
    return refuse("Say where to: npm run content:export -- FOLDER [MARKET]");
  if (market && !/^[A-Z]{2,5}$/.test(market)) return refuse(`${market} is not a market's code, such as DE`);
  const obstacle = obstacleTo(folder);
  if (obstacle) return refuse(obstacle);

  const db = database();
  migrateDatabase(db);
  const requestId = `content-export-${randomUUID()}`;
  const files = exportSections({ db, actor: { kind: "visitor" }, now: new Date(), requestId }, market);
  if (market && files.length === 0) return refuse(`there is no published guide to ${market}`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`Exported ${files.length} sections.`);
}

/** Why nothing can be written into this folder; null when it is new or empty. */
function obstacleTo(folder: string): string | null {
  try {
    const there = statSync(folder, { throwIfNoEntry: false });
    if (there && !there.isDirectory()) return `${folder} is not a folder`;
    if (there && readdirSync(folder).length > 0) return `${folder} is not empty`;
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return `${folder} cannot be written (${(error as NodeJS.ErrnoException).code})`;
  }
}

function refuse(line: string): void {
  console.error(`Fairway: ${line}.`);
  process.exitCode = 2;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  endWith(error);
} finally {
  closeDatabase();
}
