import { Router } from "express";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";

export type SearchStatus = { engine: "meilisearch" | "sqlite"; ok: boolean; pending: number };

/**
 * `/healthz`: the process serves. `/readyz`: it should get traffic: its database answers and it is not closing.
 * Search never makes it unready: pages and the embedded engine answer without the other one.
 */
export function health(options: {
  version: string;
  db: Database;
  search: () => SearchStatus;
  closing: () => boolean;
}): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => void res.set("Cache-Control", "no-store").type("text").send("ok"));
  router.get("/readyz", (_req, res) => {
    const database = { ok: answers(options.db) };
    const ok = database.ok && !options.closing();
    res
      .status(ok ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ ok, version: options.version, database, search: options.search() });
  });
  return router;
}

function answers(db: Database): boolean {
  try {
    db.get(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
