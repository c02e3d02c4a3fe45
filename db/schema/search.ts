import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt } from "./columns.ts";

/** What the search indexes still have to learn. Each engine keeps its own cursor, so neither misses a write. */
export const searchOutbox = sqliteTable("search_outbox", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  /** Index name, e.g. "sections". */
  index: text("index").notNull(),
  documentId: text("document_id").notNull(),
  createdAt: createdAt(),
});

export const searchCursors = sqliteTable("search_cursors", {
  engine: text("engine").primaryKey(),
  seq: integer("seq").notNull(),
  /** Raised by every rebuild: a drain that began before one must not move the cursor behind it. */
  build: integer("build").notNull().default(0),
});
