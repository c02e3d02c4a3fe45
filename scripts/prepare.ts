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
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (error instanceof SettingError) {
    process.stderr.write(`Fairway: ${error.message}.\n`);
    process.exitCode = 2;
  } else if (["EACCES", "EROFS", "SQLITE_CANTOPEN", "SQLITE_READONLY"].includes(code)) {
    process.stderr.write(
      `Fairway: DATA_DIR (${env().DATA_DIR}) cannot be written; give this user the right to.\n`,
    );
    process.exitCode = 1;
  } else if (["ENOSPC", "SQLITE_FULL"].includes(code)) {
    process.stderr.write(`Fairway: no disk space left for DATA_DIR (${env().DATA_DIR}); make room.\n`);
    process.exitCode = 1;
  } else if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    process.stderr.write("Fairway: the database is damaged; restore a backup: npm run restore -- FILE\n");
    process.exitCode = 1;
  } else throw error;
} finally {
  closeDatabase();
}
