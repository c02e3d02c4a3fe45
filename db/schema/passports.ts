import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { bool, createdAt, id, instant, json } from "./columns.ts";
import { organisations, users } from "./accounts.ts";

/** What a passport shows: chosen by the firm, one by one. */
export type PassportContents = {
  standing: boolean;
  /** Field groups of the profile; they are shown whatever their disclosure level: handing over is consent. */
  groups: string[];
  endorsements: string[];
  certificates: string[];
  trade: string[];
};

/** A link by which a firm shows what it has, to a bank or an association: expiring, counted, to be cut off. */
export const passports = sqliteTable(
  "passports",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** For whom, in the firm's words. */
    label: text("label").notNull(),
    /** SHA-256 of the token in the link, in hex. */
    tokenHash: text("token_hash").notNull(),
    contents: json<PassportContents>("contents").notNull(),
    /** Whether whoever opens it must say who they are first. */
    asksWho: bool("asks_who").notNull(),
    expiresAt: instant("expires_at").notNull(),
    maxOpenings: integer("max_openings"),
    revokedAt: instant("revoked_at"),
    createdById: text("created_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("passports_token").on(t.tokenHash), index("passports_org").on(t.organisationId)],
);

/** One opening of a passport, as far as it is told: no address is kept. */
export const passportOpenings = sqliteTable(
  "passport_openings",
  {
    id: id(),
    passportId: text("passport_id")
      .notNull()
      .references(() => passports.id, { onDelete: "cascade" }),
    openedAt: instant("opened_at").notNull(),
    /** Who they said they are. */
    name: text("name").notNull().default(""),
    body: text("body").notNull().default(""),
    /** Short browser and system name. */
    device: text("device").notNull().default(""),
    /** page or pdf. */
    form: text("form", { enum: ["page", "pdf"] }).notNull(),
  },
  (t) => [index("passport_openings_passport").on(t.passportId)],
);
