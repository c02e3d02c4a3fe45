import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { Database, Transaction } from "#db/client.server.ts";
import { mailOutbox } from "#db/schema/notifications.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { mail, MailTemplate } from "#app/i18n/en/mail.ts";
import type { Lang } from "./context.ts";
import { env } from "./env.server.ts";
import { seal, unseal } from "./seal.server.ts";

const sealed = "sealed:";
const purpose = "letter ";

/** A letter's text as the outbox keeps it: it can hold a single-use link, which a stolen database must not tell. */
export const sealText = (text: string): string => sealed + seal(purpose + text);

/**
 * The text of a letter in the outbox; "" once it was wiped, null when it was sealed under another SESSION_SECRET.
 * Letters that were queued before texts were sealed are as they are.
 */
export function openText(kept: string): string | null {
  if (!kept.startsWith(sealed)) return kept;
  const text = unseal(kept.slice(sealed.length));
  return text?.startsWith(purpose) ? text.slice(purpose.length) : null;
}

/**
 * Puts a letter into the outbox in the caller's transaction: it leaves if and only if the change stands.
 * It is worded now, in the recipient's language.
 */
export function queueMail<Template extends MailTemplate>(
  tx: Transaction,
  now: Date,
  letter: { to: string; lang: Lang; template: Template; params: Parameters<(typeof mail)[Template]>[0] },
): void {
  const write = dictionary(letter.lang).mail[letter.template] as (params: typeof letter.params) => {
    subject: string;
    text: string;
  };
  const { subject, text } = write(letter.params);
  const { to, lang, template } = letter;
  tx.insert(mailOutbox)
    .values({ to, lang, template, subject, text: sealText(text), createdAt: now, nextAttemptAt: now })
    .run();
}

/** One of our paths as a full address, for a mail. */
export function absoluteUrl(path: string): string {
  return new URL(path, env().APP_ORIGIN).href;
}

const farewell: MailTemplate = "accountClosed";

const minute = 60_000;
/** Pauses after each failed attempt; after the last one the letter waits for an admin. */
export const retryAfterMs = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * minute);

type Letter = { to: string; subject: string; text: string };

/**
 * Sends what is due, oldest first, and returns how many left. A sent letter's text is wiped: it can hold a
 * single-use link. A crash between sending and noting it sends a letter twice rather than never.
 */
export async function drainOutbox(
  db: Database,
  now: Date,
  send: (letter: Letter) => Promise<unknown>,
  log: Pick<Logger, "warn">,
): Promise<number> {
  const due = db
    .select()
    .from(mailOutbox)
    .where(and(isNull(mailOutbox.sentAt), lte(mailOutbox.nextAttemptAt, now)))
    .orderBy(asc(mailOutbox.createdAt))
    .limit(20)
    .all();
  let sent = 0;
  for (const { id, to, subject, text: kept, template, attempts } of due) {
    const row = eq(mailOutbox.id, id);
    try {
      const text = openText(kept);
      if (text === null) throw new Error("sealed under another SESSION_SECRET");
      await send({ to, subject, text });
      db.update(mailOutbox)
        .set({
          // Whoever closed the account is not to be found here either.
          to: template === farewell ? "" : to,
          sentAt: now,
          text: "",
          attempts: attempts + 1,
          lastError: null,
          nextAttemptAt: null,
        })
        .where(row)
        .run();
      sent += 1;
    } catch (error) {
      const pause = retryAfterMs[attempts];
      const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 300);
      const nextAttemptAt = pause === undefined ? null : new Date(now.getTime() + pause);
      db.update(mailOutbox)
        .set({ attempts: attempts + 1, lastError, nextAttemptAt })
        .where(row)
        .run();
      // The id only: addresses don't belong in the log.
      log.warn({ mail: id, attempts: attempts + 1 }, "mail was not sent");
    }
  }
  return sent;
}

/**
 * Sends the outbox in the background, every few seconds and on `wake()`. Without `smtpUrl` nothing is sent:
 * letters stay readable for admins. `stop()` resolves when the letter at hand has left.
 */
export function startMail(options: {
  db: Database;
  smtpUrl: string | undefined;
  from: string;
  log: Pick<Logger, "warn" | "error">;
}): { wake(): void; stop(): Promise<void> } {
  const { db, smtpUrl, from, log } = options;
  if (!smtpUrl) return { wake: () => undefined, stop: async () => undefined };
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  );
  let running: Promise<void> | undefined;
  const wake = () => {
    running ??= drainOutbox(db, new Date(), (letter) => transport.sendMail(letter), log)
      .then(() => undefined)
      .catch((err: unknown) => log.error({ err }, "mail outbox failed"))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(wake, 5_000);
  timer.unref();
  wake();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      await running;
      transport.close();
    },
  };
}
