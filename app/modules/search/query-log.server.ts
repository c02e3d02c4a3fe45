import { and, asc, desc, eq, gte, lt, lte, sql } from "drizzle-orm";
import type { Logger } from "pino";
import type { Database } from "#db/client.server.ts";
import { queryLog } from "#db/schema/search.ts";
import type { Actor, Ctx, Lang } from "#app/platform/context.ts";
import { loggable, namesToHide } from "./loggable.ts";

type Noted = {
  day: string;
  lang: Lang;
  query: string;
  names: readonly string[];
  searches: number;
  hits: number;
};

/** So many different queries wait at most; a flood of made-up ones is not worth keeping. */
const mostWaiting = 1000;
const keptMonths = 13;
const dayMs = 86_400_000;

/** As typed, for the few seconds until the next writing; nothing is looked at before. */
const waiting = new Map<string, Noted>();

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

/** The names by which the person in the session is known; nothing that holds one is kept. */
export function namesOf(actor: Actor): string[] {
  if (actor.kind === "visitor") return [];
  const { organisation } = actor;
  const firm = organisation ? [organisation.nameEn, organisation.nameZh] : [];
  return namesToHide({ name: actor.name, email: actor.email, firm });
}

/** Counts a search, in memory only: it is looked at and written with many others later. Costs a reader nothing. */
export function noteSearch(
  search: { query: string; lang: Lang; hits: number },
  now: Date,
  names: readonly string[] = [],
): void {
  const key = `${search.lang} ${search.query} ${names.join(" ")}`;
  const known = waiting.get(key);
  if (known) {
    known.searches += 1;
    known.hits = search.hits;
  } else if (waiting.size < mostWaiting) {
    waiting.set(key, { ...search, day: dayOf(now), names, searches: 1 });
  }
}

/** So many are looked at and written in one go; between two goes readers get their turn. */
const batchSize = 100;

/** Writes what has been counted and may be kept, at most `most` of it, in one go; returns how many were taken. */
export function flushQueries(db: Database, most = mostWaiting): number {
  const taken = [...waiting].slice(0, most);
  for (const [key] of taken) waiting.delete(key);
  const rows = taken.flatMap(([, { names, ...row }]) => {
    const query = loggable(row.query, names);
    return query === null ? [] : [{ ...row, query }];
  });
  if (rows.length > 0) {
    db.insert(queryLog)
      .values(rows)
      .onConflictDoUpdate({
        target: [queryLog.day, queryLog.lang, queryLog.query],
        set: { searches: sql`${queryLog.searches} + excluded.searches`, hits: sql`excluded.hits` },
      })
      .run();
  }
  return taken.length;
}

/** Lets go of what is older than thirteen months. */
export function forgetOldQueries(db: Database, now: Date): void {
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keptMonths, now.getUTCDate()));
  db.delete(queryLog)
    .where(lt(queryLog.day, dayOf(oldest)))
    .run();
}

/** Writes the counted searches every few seconds and forgets old ones once a day; `stop` writes the last. */
export function startQueryLog({ db, log }: { db: Database; log: Pick<Logger, "error"> }): { stop(): void } {
  let forgotten = "";
  let next: NodeJS.Immediate | undefined;
  const safely = (work: () => void) => {
    try {
      work();
    } catch (err) {
      log.error({ err }, "query log failed");
    }
  };
  const write = () =>
    safely(() => {
      if (flushQueries(db, batchSize) === batchSize) next = setImmediate(write);
    });
  const forget = () =>
    safely(() => {
      const now = new Date();
      if (forgotten === dayOf(now)) return;
      forgetOldQueries(db, now);
      forgotten = dayOf(now);
    });
  const timer = setInterval(() => {
    write();
    forget();
  }, 5000);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      clearImmediate(next);
      safely(() => flushQueries(db));
    },
  };
}

export type QueryFilter = { days: number; lang: Lang | null; zero: boolean };

/** What was searched for in a period, most often first; with `zero` only what found nothing the last time. */
export function queryReport(ctx: Ctx, { days, lang, zero }: QueryFilter, limit = 200) {
  const to = dayOf(ctx.now);
  const from = dayOf(new Date(ctx.now.getTime() - (days - 1) * dayMs));
  const searches = sql<number>`sum(${queryLog.searches})`;
  // SQLite takes a bare column beside max() from the row that holds the maximum: the hits of the newest day.
  const last = sql<string>`max(${queryLog.day})`;
  return ctx.db
    .select({ query: queryLog.query, lang: queryLog.lang, searches, last, hits: queryLog.hits })
    .from(queryLog)
    .where(
      and(
        gte(queryLog.day, from),
        lte(queryLog.day, to),
        ...(lang === null ? [] : [eq(queryLog.lang, lang)]),
      ),
    )
    .groupBy(queryLog.query, queryLog.lang)
    .having(zero ? eq(queryLog.hits, 0) : undefined)
    .orderBy(desc(searches), asc(queryLog.query))
    .limit(limit)
    .all();
}
