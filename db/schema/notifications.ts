import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant, json } from "./columns.ts";
import { users } from "./accounts.ts";

/** What the bell shows. Words are looked up by `key` in i18n when shown, so they follow the reader's language. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    params: json<Record<string, string>>("params").notNull(),
    /** Path without the language prefix, e.g. /account/security. */
    path: text("path").notNull(),
    readAt: instant("read_at"),
    createdAt: createdAt(),
  },
  (t) => [index("notifications_user").on(t.userId, t.readAt)],
);

/** Mail leaves by this outbox. Texts are sealed, and wiped once sent: they can hold single-use links. */
export const mailOutbox = sqliteTable(
  "mail_outbox",
  {
    id: id(),
    to: text("to").notNull(),
    lang: text("lang", { enum: ["en", "zh"] }).notNull(),
    template: text("template").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    lastError: text("last_error"),
  },
  (t) => [index("mail_outbox_due").on(t.sentAt, t.nextAttemptAt)],
);
