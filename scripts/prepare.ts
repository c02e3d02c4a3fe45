import { count } from "drizzle-orm";
import { createHash } from "node:crypto";
import { putFile } from "#app/modules/uploads/files.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { env } from "#app/platform/env.server.ts";
import { seal } from "#app/platform/seal.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { markets, organisations } from "#db/schema/index.ts";
import { seedContent } from "#db/seed/content.ts";
import { seedTown } from "#db/seed/town.ts";
import { endWith } from "#scripts/remedy.ts";

const say = (line: string) => console.log(`        ${line}`);

/** Evidence of the town goes where people's own goes. */
function storeUpload(id: string, bytes: Buffer) {
  putFile(id, bytes);
  return { sha256: createHash("sha256").update(bytes).digest("hex") };
}

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
    await seedTown(db, now, { seal, store: storeUpload });
  }
}

try {
  await prepare();
} catch (error) {
  endWith(error);
} finally {
  closeDatabase();
}
