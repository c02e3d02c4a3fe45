import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, day, id, json, updatedAt } from "./columns.ts";

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

/** Words that editors hold to mean the same, beside those the product brings. */
export const synonymGroups = sqliteTable("synonym_groups", {
  id: id(),
  terms: json<string[]>("terms").notNull(),
  note: text("note").notNull().default(""),
  updatedAt: updatedAt(),
});

/** What was searched for, counted by day: no person, address or session is kept. */
export const queryLog = sqliteTable(
  "query_log",
  {
    day: day("day").notNull(),
    lang: text("lang", { enum: ["en", "zh"] }).notNull(),
    /** Normalised; anything that could name a person (addresses, numbers of phones or identity) is not logged. */
    query: text("query").notNull(),
    searches: integer("searches").notNull(),
    /** Hits of the last time it was asked that day. */
    hits: integer("hits").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.lang, t.query] })],
);
