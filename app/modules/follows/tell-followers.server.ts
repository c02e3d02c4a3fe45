import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { sections } from "#db/schema/guides.ts";
import { marketBlocks, type facts } from "#db/schema/markets.ts";
import { notifications } from "#db/schema/notifications.ts";
import { follows } from "#db/schema/readers.ts";
import type { Topic } from "#db/schema/topics.ts";
import { placeName } from "#app/modules/guides/place-name.server.ts";
import { formatValue } from "#app/modules/markets/facts.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { changeInWords, type RevisionWords } from "./change-in-words.ts";
import { queueDigest } from "./follow-digest.server.ts";

type Place = { market: string; topic: Topic; lang: Lang };

/**
 * Tells everybody who follows the section or its whole market what a new revision changed: a line under the bell
 * at once, a mail the next morning. Each reader hears of their own language's side; of the other one only where
 * theirs does not exist. Whoever published it is not told. `said` is the editor's own account of the change; without
 * one it is read off the words. Runs in the publisher's transaction.
 */
export function tellFollowers(
  tx: Transaction,
  ctx: Ctx,
  after: Place & RevisionWords,
  before: RevisionWords | null,
  said?: { en: string; zh: string },
): void {
  const readers = followersOf(tx, ctx, after);
  if (readers.length === 0) return;
  const name = placeName(tx, after.market, after.topic);
  const change = said?.en && said.zh ? said : changeInWords(before, after);
  const path = `/guides/${after.market}/${after.topic}`;
  const params = { placeEn: name.en, placeZh: name.zh, changeEn: change.en, changeZh: change.zh };
  tell(tx, ctx, readers, path, params);
}

type Told = Pick<
  typeof facts.$inferSelect,
  "marketCode" | "key" | "topic" | "labelEn" | "labelZh" | "value" | "unit"
>;

/** Tells the followers of a market, and of a block's members, that a fact of theirs was corrected. */
export function tellOfFact(
  tx: Transaction,
  ctx: Ctx,
  before: Told,
  after: Pick<Told, "value" | "unit">,
): void {
  const members = tx
    .select({ code: marketBlocks.marketCode })
    .from(marketBlocks)
    .where(and(eq(marketBlocks.blockCode, before.marketCode), eq(marketBlocks.inherits, true)))
    .all();
  for (const market of [before.marketCode, ...members.map(({ code }) => code)]) {
    const readers = openFollowers(tx, ctx, market, before.topic);
    if (readers.length === 0) continue;
    const name = placeName(tx, market, before.topic);
    const figures = (lang: Lang) => {
      const [old, now] = [formatValue(lang, before), formatValue(lang, after)];
      return old !== null && now !== null && old !== now ? `${old} → ${now}` : null;
    };
    const changeEn = `“${before.labelEn}” ${figures("en") ?? "was corrected"}.`;
    const changeZh = `“${before.labelZh ?? before.labelEn}”${figures("zh") ?? "已更新"}。`;
    const path = `/guides/${market}/${before.topic}#fact-${before.key}`;
    tell(tx, ctx, readers, path, { placeEn: name.en, placeZh: name.zh, changeEn, changeZh });
  }
}

/** A line under each reader's bell and a place in their next morning's letter. */
function tell(
  tx: Transaction,
  ctx: Ctx,
  readers: ReturnType<typeof openFollowers>,
  path: string,
  params: Record<string, string>,
): void {
  for (const reader of readers) {
    // What the reader has not opened yet is said once, in its newest words.
    tx.delete(notifications)
      .where(
        and(
          eq(notifications.userId, reader.id),
          eq(notifications.key, "follow.changed"),
          eq(notifications.path, path),
          isNull(notifications.readAt),
        ),
      )
      .run();
    notify(tx, ctx, { userId: reader.id, key: "follow.changed", params, path });
    queueDigest(tx, ctx.now, reader);
  }
}

function followersOf(tx: Transaction, ctx: Ctx, { market, topic, lang }: Place) {
  const sides = tx
    .select({ lang: sections.lang })
    .from(sections)
    .where(and(eq(sections.marketCode, market), eq(sections.topic, topic), eq(sections.status, "published")))
    .all();
  const bothSides = sides.some((side) => side.lang !== lang);
  return openFollowers(tx, ctx, market, topic).filter((reader) => reader.lang === lang || !bothSides);
}

/** Who follows the market or this topic of it and has an open account; never whoever makes the change. */
function openFollowers(tx: Transaction, ctx: Ctx, market: string, topic: Topic) {
  const me = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const found = tx
    .selectDistinct({
      id: users.id,
      name: users.name,
      email: users.email,
      lang: users.lang,
      verifiedAt: users.emailVerifiedAt,
    })
    .from(follows)
    .innerJoin(users, eq(users.id, follows.userId))
    .where(and(eq(follows.marketCode, market), inArray(follows.topic, ["", topic]), isNull(users.disabledAt)))
    .all();
  return found.filter((reader) => reader.id !== me);
}
