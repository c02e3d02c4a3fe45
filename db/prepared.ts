import type { Database } from "./client.server.ts";

/**
 * Prepares statements once per database connection: an ad hoc Drizzle query costs five to twelve times as much as
 * a prepared one. They go with their connection, so a test that swaps databases never meets stale ones.
 */
export function prepared<Statements>(prepare: (db: Database) => Statements): (db: Database) => Statements {
  const kept = new WeakMap<Database, Statements>();
  return (db) => {
    const known = kept.get(db);
    if (known) return known;
    const fresh = prepare(db);
    kept.set(db, fresh);
    return fresh;
  };
}
