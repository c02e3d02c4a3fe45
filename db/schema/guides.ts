import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, day, id, instant, json } from "./columns.ts";
import { users } from "./accounts.ts";
import { markets } from "./markets.ts";
import { topics } from "./topics.ts";

export type SectionSource = { title: string; publisher: string; url?: string; asOf: string };

/** A guide section: one market × topic × language. Its words live in revisions. */
export const sections = sqliteTable(
  "sections",
  {
    id: id(),
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    topic: text("topic", { enum: topics }).notNull(),
    lang: text("lang", { enum: ["en", "zh"] }).notNull(),
    status: text("status", { enum: ["draft", "in_review", "published", "archived"] }).notNull(),
    ownerId: text("owner_id").references(() => users.id, { onDelete: "set null" }),
    publishedRevisionId: text("published_revision_id"),
    publishedAt: instant("published_at"),
    /** Day on which somebody last held the section against its sources; null = never yet. */
    verifiedAt: day("verified_at"),
    reviewDueAt: day("review_due_at").notNull(),
    basis: text("basis", { enum: ["read", "knowledge"] }).notNull(),
    /** The other language's revision that this side was last brought level with. */
    levelWithRevisionId: text("level_with_revision_id"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("sections_place").on(t.marketCode, t.topic, t.lang),
    check("sections_status", sql`${t.status} in ('draft','in_review','published','archived')`),
    check("sections_published", sql`${t.status} <> 'published' or ${t.publishedRevisionId} is not null`),
  ],
);

/** Never overwritten (a trigger refuses update and delete). */
export const sectionRevisions = sqliteTable(
  "section_revisions",
  {
    id: id(),
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    /** Markdown. */
    body: text("body").notNull(),
    sources: json<SectionSource[]>("sources").notNull(),
    authorId: text("author_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("section_revisions_number").on(t.sectionId, t.number),
    index("section_revisions_section").on(t.sectionId),
  ],
);

/** One row; triggers raise it whenever something a visitor can see changes. Finished HTML is cached by it. */
export const contentVersion = sqliteTable("content_version", {
  id: integer("id").primaryKey(),
  version: integer("version").notNull(),
});

/** Short definitions and the words people search by. */
export const glossaryTerms = sqliteTable("glossary_terms", {
  id: text("id").primaryKey(),
  termEn: text("term_en").notNull(),
  termZh: text("term_zh").notNull(),
  definitionEn: text("definition_en").notNull(),
  definitionZh: text("definition_zh").notNull(),
  alsoSearchedAs: json<string[]>("also_searched_as").notNull(),
});
