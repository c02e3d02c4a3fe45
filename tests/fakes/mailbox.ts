import { asc } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { mailOutbox } from "#db/schema/notifications.ts";

/** The letters in the outbox, oldest first. */
export function letters(db: Database) {
  return db.select().from(mailOutbox).orderBy(asc(mailOutbox.createdAt)).all();
}

/** The token at the end of the first link in a letter. */
export function tokenIn(letter: { text: string } | undefined): string {
  const url = /https?:\/\/\S+/.exec(letter?.text ?? "")?.[0];
  if (!url) throw new Error("the letter has no link");
  return new URL(url).pathname.split("/").at(-1)!;
}
