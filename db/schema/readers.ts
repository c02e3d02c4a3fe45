import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, day, id, instant, json, updatedAt } from "./columns.ts";
import { users } from "./accounts.ts";
import { markets } from "./markets.ts";
import { topics } from "./topics.ts";

const ofUser = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A reader follows a whole market or one section of it, and is told what changed in words. */
export const follows = sqliteTable(
  "follows",
  {
    id: id(),
    userId: ofUser(),
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    /** A topic of the guide; "" = the whole market. */
    topic: text("topic").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("follows_one").on(t.userId, t.marketCode, t.topic)],
);

/** A personal export checklist for one market and product. */
export const checklists = sqliteTable(
  "checklists",
  {
    id: id(),
    userId: ofUser(),
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    /** HS code of 2, 4 or 6 digits; null = no product chosen. */
    hs: text("hs"),
    title: text("title").notNull(),
    /** Wished day of the first shipment: due days are suggested by counting from it. */
    shipOn: day("ship_on"),
    /** Thrown away, and still to be had back. */
    deletedAt: instant("deleted_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index("checklists_user").on(t.userId)],
);

export const checklistItems = sqliteTable(
  "checklist_items",
  {
    id: id(),
    checklistId: text("checklist_id")
      .notNull()
      .references(() => checklists.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    stage: text("stage", { enum: ["quote", "ship", "after"] })
      .notNull()
      .default("quote"),
    /** Key of a step of ours, worded in i18n; "" = the reader's own. */
    step: text("step").notNull().default(""),
    /** Where the step comes from; null = the reader's own. */
    topic: text("topic", { enum: topics }),
    /** Key of the fact the step rests on. */
    factKey: text("fact_key"),
    /** The reader's own words; "" when the step is worded from its section or fact. */
    text: text("text").notNull().default(""),
    note: text("note").notNull().default(""),
    dueOn: day("due_on"),
    doneAt: instant("done_at"),
    /** When the reader last had what stands behind the step before them: a later change is pointed out. */
    seenAt: instant("seen_at"),
    removedAt: instant("removed_at"),
  },
  (t) => [index("checklist_items_checklist").on(t.checklistId, t.position)],
);

/** A search somebody keeps; the weekly digest tells what is new in it. */
export const savedSearches = sqliteTable(
  "saved_searches",
  {
    id: id(),
    userId: ofUser(),
    query: text("query").notNull(),
    lang: text("lang", { enum: ["en", "zh"] }).notNull(),
    filters: json<{ market: string[]; topic: string[] }>("filters").notNull(),
    /** Document ids that were found when the reader was last told. */
    seenIds: json<string[]>("seen_ids").notNull(),
    nextDigestAt: instant("next_digest_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("saved_searches_user").on(t.userId), index("saved_searches_due").on(t.nextDigestAt)],
);

/** A question put to the chamber from an empty result. */
export const deskQuestions = sqliteTable(
  "desk_questions",
  {
    id: id(),
    userId: ofUser(),
    query: text("query").notNull(),
    question: text("question").notNull(),
    lang: text("lang", { enum: ["en", "zh"] }).notNull(),
    state: text("state", { enum: ["open", "answered", "closed"] }).notNull(),
    answer: text("answer").notNull().default(""),
    answeredById: text("answered_by_id").references(() => users.id, { onDelete: "set null" }),
    answeredAt: instant("answered_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("desk_questions_state").on(t.state, t.createdAt),
    index("desk_questions_user").on(t.userId),
    check("desk_questions_state_known", sql`${t.state} in ('open','answered','closed')`),
  ],
);
