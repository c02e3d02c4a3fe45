import { sql } from "drizzle-orm";
import { index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant, json, updatedAt } from "./columns.ts";
import { organisations, users } from "./accounts.ts";

/** What a partner may browse: sectors and markets of endorsements. No row = nothing; an empty list = all. */
export const partnerScopes = sqliteTable("partner_scopes", {
  partnerId: text("partner_id")
    .primaryKey()
    .references(() => organisations.id, { onDelete: "cascade" }),
  sectors: json<string[]>("sectors").notNull(),
  markets: json<string[]>("markets").notNull(),
  setById: text("set_by_id").references(() => users.id),
  updatedAt: updatedAt(),
});

/** A supplier that a body keeps for later. */
export const savedSuppliers = sqliteTable(
  "saved_suppliers",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    msmeId: text("msme_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    note: text("note").notNull().default(""),
    savedById: text("saved_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    /** Taken off the list; kept for a while with its note, so that it can be put back. */
    removedAt: instant("removed_at"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.msmeId] })],
);

/**
 * A body asks the desk to be introduced to a firm: the desk passes it on, the firm accepts or declines and need not
 * say why. An accepted introduction makes the body one of the firm's matched ones.
 */
export const introductions = sqliteTable(
  "introductions",
  {
    id: id(),
    askedById: text("asked_by_id")
      .notNull()
      .references(() => users.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    msmeId: text("msme_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    message: text("message").notNull(),
    state: text("state", {
      enum: ["requested", "forwarded", "accepted", "declined", "refused", "withdrawn", "ended"],
    }).notNull(),
    /** Who of the desk passed it on or refused it, and what they told the asking body. */
    deskById: text("desk_by_id").references(() => users.id),
    deskNote: text("desk_note").notNull().default(""),
    forwardedAt: instant("forwarded_at"),
    answerBy: instant("answer_by"),
    /** When the firm was reminded that the time to answer ends soon. */
    remindedAt: instant("reminded_at"),
    answeredById: text("answered_by_id").references(() => users.id),
    answeredAt: instant("answered_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("introductions_msme").on(t.msmeId),
    uniqueIndex("introductions_open")
      .on(t.organisationId, t.msmeId)
      .where(sql`state in ('requested','forwarded','accepted')`),
  ],
);
