import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./client.server.ts";
import { installTriggers } from "./triggers.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database to the newest schema.
 *
 * Foreign keys are switched off outside the migrator's transaction (inside, the pragma does nothing): otherwise
 * a table rebuild deletes every child row by cascade. Triggers vanish with a rebuilt table, so they are installed
 * again each time. Throws when rows are left without their parent; nothing is lost then, the file stays as migrated.
 */
export function migrateDatabase(db: Database, folder = migrationsFolder): void {
  const client = db.$client;
  client.pragma("foreign_keys = OFF");
  try {
    migrate(db, { migrationsFolder: folder });
    const orphans = client.pragma("foreign_key_check") as { table: string; parent: string }[];
    if (orphans.length > 0) {
      const first = orphans[0]!;
      throw new Error(
        `Migration left ${orphans.length} rows without a parent, first in ${first.table} → ${first.parent}`,
      );
    }
    installTriggers(client);
  } finally {
    client.pragma("foreign_keys = ON");
  }
}

/** Hashes of the migrations that this version knows, oldest first, as the migrations table keeps them. */
export function knownMigrations(): string[] {
  return readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
}
