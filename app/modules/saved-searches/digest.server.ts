import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { Logger } from "pino";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { savedSearches } from "#db/schema/readers.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import { findSections } from "#app/modules/search/queries.server.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { nextMonday } from "./monday.ts";
import { reach, requestOf } from "./request.ts";
import { unsubscribeToken } from "./unsubscribe.server.ts";

type Find = typeof findSections;
type Saved = typeof savedSearches.$inferSelect;
type News = {
  saved: Saved;
  ids: string[];
  fresh: { id: string; title: string; market: string; topic: string }[];
};

/** So many new sections of one search are named in the letter. */
const named = 8;

/**
 * Tells everybody whose digest is due what is new in their saved searches: one letter and one line under the bell a
 * person, in the person's language; nothing where nothing is new. Returns how many were told. A search that cannot
 * be asked now (index not ready) stays due.
 */
export async function sendDigests(db: Database, now: Date, find: Find = findSections): Promise<number> {
  const due = db
    .select({ saved: savedSearches, user: users })
    .from(savedSearches)
    .innerJoin(users, eq(users.id, savedSearches.userId))
    .where(
      and(lte(savedSearches.nextDigestAt, now), isNull(users.disabledAt), isNotNull(users.emailVerifiedAt)),
    )
    .orderBy(asc(savedSearches.createdAt))
    .all();
  const people = new Map(due.map(({ user }) => [user.id, user]));
  let told = 0;
  for (const user of people.values()) {
    const news: News[] = [];
    for (const { saved } of due.filter((row) => row.user.id === user.id)) {
      const found = await find(requestOf({ ...saved, lang: user.lang }, reach));
      if (!found.ready) continue;
      const seen = new Set(saved.seenIds.map(placeOf));
      const fresh = found.hits.filter((hit) => !seen.has(placeOf(hit.id)) && !hit.empty);
      news.push({ saved, ids: found.hits.map((hit) => hit.id), fresh });
    }
    if (tell(db, now, user, news)) told++;
  }
  return told;
}

/** A section is the same in both languages: somebody who changes theirs is not told everything anew. */
const placeOf = (id: string) => id.replace(/-(?:en|zh)$/, "");

function tell(db: Database, now: Date, user: typeof users.$inferSelect, news: News[]): boolean {
  const { lang } = user;
  const fresh = news.filter((item) => item.fresh.length > 0);
  const total = fresh.reduce((sum, item) => sum + item.fresh.length, 0);
  const go = at(lang);
  const searches = fresh.map(({ saved, fresh: hits }) => ({
    name: nameOf(saved),
    count: hits.length,
    hits: hits
      .slice(0, named)
      .map(({ title, market, topic }) => ({ title, url: absoluteUrl(go.section(market, topic)) })),
    url: absoluteUrl(go.search({ q: saved.query, ...saved.filters })),
  }));
  db.transaction((tx) => {
    for (const { saved, ids } of news) {
      // What was found once stays known, so that a section that comes and goes is told of once.
      const seenIds = [...new Set([...ids, ...saved.seenIds])].slice(0, 5 * reach);
      tx.update(savedSearches)
        .set({ seenIds, nextDigestAt: nextMonday(now) })
        .where(eq(savedSearches.id, saved.id))
        .run();
    }
    if (total === 0) return;
    const ctx = { db, now, actor: { kind: "visitor" as const }, requestId: "digest" };
    const params = {
      count: String(total),
      name: searches
        .map((search) => search.name)
        .join(" · ")
        .slice(0, 120),
    };
    notify(tx, ctx, { userId: user.id, key: "savedSearch.news", params, path: "/account/searches" });
    queueMail(tx, now, {
      to: user.email,
      lang,
      template: "searchDigest",
      params: {
        name: user.name,
        count: total,
        searches,
        listUrl: absoluteUrl(go.savedSearches()),
        stopUrl: absoluteUrl(go.unsubscribe(unsubscribeToken(user.id))),
      },
    });
  });
  return total > 0;
}

/** A saved search in words: what was typed, else its filters. */
function nameOf({ query, filters }: Pick<Saved, "query" | "filters">): string {
  return query || [...filters.market, ...filters.topic].join(" · ");
}

/** Looks every ten minutes whether a digest is due; Monday morning it is. */
export function startDigests({ db, log }: { db: Database; log: Pick<Logger, "error"> }): {
  stop(): Promise<void>;
} {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = sendDigests(db, new Date()).catch((err: unknown) => log.error({ err }, "search digest failed"));
  }, 600_000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
