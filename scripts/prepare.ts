import { count } from "drizzle-orm";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { env, SettingError } from "#app/platform/env.server.ts";
import { seal } from "#app/platform/seal.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { markets, organisations } from "#db/schema/index.ts";
import { seedContent } from "#db/seed/content.ts";
import { seedTown } from "#db/seed/town.ts";

const say = (line: string) => console.log(`        ${line}`);

/** Migrates the database and fills what is empty: the guide content, and in a demo the town. */
async function prepare(): Promise<void> {
  const { DEMO } = env();
  const db = database();
  migrateDatabase(db);
  const now = new Date();
  if (db.select({ rows: count() }).from(markets).get()!.rows === 0) {
    say("Filling in markets, facts and guide sections …");
    seedContent(db, now);
  }
  if (DEMO && db.select({ rows: count() }).from(organisations).get()!.rows === 0) {
    say("Filling in the demo town …");
    await seedTown(db, now, { seal });
  }
}

try {
  await prepare();
} catch (error) {
  const remedy = remedyFor(error);
  if (!remedy) throw error;
  process.stderr.write(`Fairway: ${remedy}\n`);
  process.exitCode = error instanceof SettingError ? 2 : 1;
} finally {
  closeDatabase();
}

/** The one line for a failure that the person at the keyboard can mend; null for any other. */
function remedyFor(error: unknown): string | null {
  if (error instanceof SettingError) return `${error.message}.`;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const folder = `DATA_DIR (${process.env.DATA_DIR || "data"})`;
  if (["EACCES", "EPERM", "EROFS", "SQLITE_CANTOPEN", "SQLITE_READONLY"].includes(code)) {
    return `${folder} cannot be written; give this user the right to, or choose another.`;
  }
  if (["EEXIST", "ENOTDIR"].includes(code)) return `${folder} is not a folder; choose another.`;
  if (["ENOSPC", "SQLITE_FULL"].includes(code)) return `No disk space left for ${folder}; make room.`;
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return "The database is damaged; restore a backup: npm run restore -- FILE";
  }
  return null;
}
