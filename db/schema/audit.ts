import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, json } from "./columns.ts";

/** Append-only (triggers in db/triggers.ts refuse update and delete). */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    /** Not a foreign key: the trail outlives the account. */
    actorId: text("actor_id"),
    action: text("action").notNull(),
    record: text("record").notNull(),
    recordId: text("record_id").notNull(),
    fromState: text("from_state"),
    toState: text("to_state"),
    detail: json<Record<string, string | number | boolean | null>>("detail"),
    requestId: text("request_id").notNull(),
  },
  (t) => [
    index("audit_entries_record").on(t.record, t.recordId),
    index("audit_entries_actor").on(t.actorId),
    index("audit_entries_at").on(t.at),
  ],
);
