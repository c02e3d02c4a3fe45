import { asc } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { mailOutbox } from "#db/schema/notifications.ts";
import { openText } from "#app/platform/mail.server.ts";

/** The letters in the outbox, oldest first, as they will be read. */
export function letters(db: Database) {
  return db
    .select()
    .from(mailOutbox)
    .orderBy(asc(mailOutbox.createdAt))
    .all()
    .map((letter) => {
      const text = openText(letter.text);
      if (text === null) throw new Error(`a letter to ${letter.to} cannot be opened`);
      return { ...letter, text };
    });
}

/** The token at the end of the first link in a letter. */
export function tokenIn(letter: { text: string } | undefined): string {
  const url = /https?:\/\/\S+/.exec(letter?.text ?? "")?.[0];
  if (!url) throw new Error("the letter has no link");
  return new URL(url).pathname.split("/").at(-1)!;
}
