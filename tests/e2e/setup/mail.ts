import { join } from "node:path";
import { openText } from "#app/platform/mail.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { mailOutbox } from "#db/schema/notifications.ts";
import { desc, eq } from "drizzle-orm";
import { e2eData } from "./place.ts";

/** The text of the newest letter to somebody, as an administrator would read it in the outbox. */
export function newestLetterTo(address: string): string {
  // Letters are sealed under the secret that the stories' server keeps among its data.
  process.env.DATA_DIR = e2eData;
  delete process.env.SESSION_SECRET;
  const db = openDatabase(join(e2eData, "fairway.sqlite"));
  try {
    const letter = db
      .select({ text: mailOutbox.text })
      .from(mailOutbox)
      .where(eq(mailOutbox.to, address))
      .orderBy(desc(mailOutbox.createdAt))
      .get();
    if (!letter) throw new Error(`No letter to ${address}`);
    const text = openText(letter.text);
    if (text === null) throw new Error(`The letter to ${address} cannot be opened`);
    return text;
  } finally {
    db.$client.close();
  }
}
