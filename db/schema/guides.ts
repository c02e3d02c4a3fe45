import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { bool, createdAt, day, id, instant, json, updatedAt } from "./columns.ts";
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
    /** Who published it, never the author; null for imports. Not a foreign key: the revision outlives the account. */
    publishedById: text("published_by_id"),
    /** What changed, in words, for those who follow the section; "" for the first text and imports. */
    changeEn: text("change_en").notNull().default(""),
    changeZh: text("change_zh").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("section_revisions_number").on(t.sectionId, t.number),
    index("section_revisions_section").on(t.sectionId),
  ],
);

/** The one open working copy of a section: saved over and over, until it is published as a revision or thrown away. */
export const sectionDrafts = sqliteTable(
  "section_drafts",
  {
    sectionId: text("section_id")
      .primaryKey()
      .references(() => sections.id, { onDelete: "cascade" }),
    /** The published revision this copy began from; null = the section's first text. */
    baseRevisionId: text("base_revision_id"),
    /** Raised by every save: a save that names an older one gets the merge view. */
    version: integer("version").notNull(),
    state: text("state", { enum: ["draft", "in_review"] }).notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    /** Markdown. */
    body: text("body").notNull(),
    sources: json<SectionSource[]>("sources").notNull(),
    basis: text("basis", { enum: ["read", "knowledge"] }).notNull(),
    verifiedAt: day("verified_at"),
    reviewDueAt: day("review_due_at").notNull(),
    /** What was held against what: asked for whenever a date moves. */
    evidence: text("evidence").notNull().default(""),
    changeEn: text("change_en").notNull().default(""),
    changeZh: text("change_zh").notNull().default(""),
    /** The reviewer's words when the draft was sent back. */
    reviewNote: text("review_note").notNull().default(""),
    /** Brings this side level with the other language when published. */
    levelsPair: bool("levels_pair").notNull().default(false),
    /** The last who changed a word: answers for the whole text, so somebody else publishes it. */
    authorId: text("author_id").references(() => users.id, { onDelete: "set null" }),
    submittedAt: instant("submitted_at"),
    updatedAt: updatedAt(),
  },
  (t) => [check("section_drafts_state", sql`${t.state} in ('draft','in_review')`)],
);

/** The words and dates of a working copy, as its form holds them. */
export type DraftWords = {
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
  sources: SectionSource[];
  basis: "read" | "knowledge";
  verifiedAt: string | null;
  reviewDueAt: string;
  evidence: string;
  changeEn: string;
  changeZh: string;
  levelsPair: boolean;
};

/**
 * Every save of a working copy, the last hundred of a section: what a merge holds two later texts against. Numbers go
 * on from draft to draft, so that a form left open since an earlier draft still finds the text it began from.
 */
export const sectionDraftVersions = sqliteTable(
  "section_draft_versions",
  {
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    words: json<DraftWords>("words").notNull(),
    authorId: text("author_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.version] })],
);

/** What readers say of a section: useful or not, or an error on a line. Goes to the owner's queue. */
export const sectionFeedback = sqliteTable(
  "section_feedback",
  {
    id: id(),
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id, { onDelete: "cascade" }),
    revisionId: text("revision_id").notNull(),
    kind: text("kind", { enum: ["useful", "not_useful", "error"] }).notNull(),
    /** Reason keys, worded in i18n. */
    reasons: json<string[]>("reasons").notNull(),
    /** The line an error report is about, as the reader saw it. */
    quote: text("quote").notNull().default(""),
    message: text("message").notNull().default(""),
    /** Who wrote, when signed in: they are told what came of it. */
    userId: text("user_id").references(() => users.id, { onDelete: "set null" }),
    state: text("state", { enum: ["open", "fixed", "declined"] }).notNull(),
    answer: text("answer").notNull().default(""),
    closedById: text("closed_by_id").references(() => users.id, { onDelete: "set null" }),
    closedAt: instant("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [index("section_feedback_section").on(t.sectionId, t.state)],
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
  /** Spellings that are explained where a guide's prose mentions them; none for words nobody needs explained. */
  mentionsEn: json<string[]>("mentions_en").notNull().default([]),
  mentionsZh: json<string[]>("mentions_zh").notNull().default([]),
});
