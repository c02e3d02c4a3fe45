import { join } from "node:path";
import { openDatabase, type Database } from "#db/client.server.ts";
import { env } from "./env.server.ts";

let current: Database | undefined;

export const databaseFile = () => join(env().DATA_DIR, "fairway.sqlite");

/** The process's one database connection; synchronous, so transactions never interleave. */
export function database(): Database {
  return (current ??= openDatabase(databaseFile()));
}

/** Closes the connection at shutdown; a test calls it between databases. */
export function closeDatabase(): void {
  current?.$client.close();
  current = undefined;
}
