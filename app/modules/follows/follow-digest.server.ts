import { and, asc, eq, gte, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { absoluteUrl, sealText } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { stopFollowsToken } from "./stop-letter.server.ts";

type Reader = { id: string; name: string; email: string; lang: Lang; verifiedAt: Date | null };

const dayMs = 86_400_000;

/** The next eight o'clock in the morning in Beijing, which is midnight in UTC. */
function nextMorning(now: Date): Date {
  return new Date((Math.floor(now.getTime() / dayMs) + 1) * dayMs);
}

/**
 * One letter a day at most: the first change puts it into the outbox for the next morning, further ones rewrite it
 * while it waits there. It says what has come under the bell since. Only to a proven address.
 */
export function queueDigest(tx: Transaction, now: Date, reader: Reader): void {
  if (!reader.verifiedAt) return;
  const waiting = tx
    .select({ id: mailOutbox.id, createdAt: mailOutbox.createdAt })
    .from(mailOutbox)
    .where(
      and(
        eq(mailOutbox.to, reader.email),
        eq(mailOutbox.template, "followDigest"),
        isNull(mailOutbox.sentAt),
        eq(mailOutbox.attempts, 0),
      ),
    )
    .get();
  const lines = tx
    .select({ params: notifications.params, path: notifications.path })
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, reader.id),
        eq(notifications.key, "follow.changed"),
        gte(notifications.createdAt, waiting?.createdAt ?? now),
      ),
    )
    .orderBy(asc(notifications.createdAt))
    .all();
  const changes = lines.map(({ params, path }) => {
    const [place, change] =
      reader.lang === "zh" ? [params.placeZh, params.changeZh] : [params.placeEn, params.changeEn];
    const colon = reader.lang === "zh" ? "：" : ": ";
    return `${place}${colon}${change}\n  ${absoluteUrl(`/${reader.lang}${path}`)}`;
  });
  const go = at(reader.lang);
  const url = absoluteUrl(go.follows());
  const stopUrl = absoluteUrl(go.unsubscribe(stopFollowsToken(reader.id)));
  const letter = { name: reader.name, changes, url, stopUrl };
  const written = dictionary(reader.lang).mail.followDigest(letter);
  const { subject, text } = { ...written, text: sealText(written.text) };
  if (waiting) tx.update(mailOutbox).set({ subject, text }).where(eq(mailOutbox.id, waiting.id)).run();
  else
    tx.insert(mailOutbox)
      .values({
        to: reader.email,
        lang: reader.lang,
        template: "followDigest",
        ...{ subject, text },
        createdAt: now,
        nextAttemptAt: nextMorning(now),
      })
      .run();
}
