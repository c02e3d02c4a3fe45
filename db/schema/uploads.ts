import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant } from "./columns.ts";
import { organisations, users } from "./accounts.ts";

/** A file somebody sent. Its bytes lie under DATA_DIR/uploads by its id and are never changed once written. */
export const uploads = sqliteTable(
  "uploads",
  {
    id: id(),
    /** Whose it is. */
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["photo", "evidence"] }).notNull(),
    /** By content, never by name: application/pdf, image/jpeg or image/png. */
    mediaType: text("media_type").notNull(),
    /** Of the stored bytes (images are re-encoded without metadata). */
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    /** The name it came with, without any path, for people to recognise it. */
    name: text("name").notNull(),
    width: integer("width"),
    height: integer("height"),
    uploadedById: text("uploaded_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    /** Taken away by its owner; the bytes go at the next sweep unless a submitted case rests on them. */
    deletedAt: instant("deleted_at"),
  },
  (t) => [
    index("uploads_org").on(t.organisationId),
    check("uploads_media", sql`${t.mediaType} in ('application/pdf','image/jpeg','image/png')`),
  ],
);
