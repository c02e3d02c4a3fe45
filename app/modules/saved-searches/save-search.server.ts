import { and, desc, eq } from "drizzle-orm";
import { savedSearches } from "#db/schema/readers.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { findSections } from "#app/modules/search/queries.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { nextMonday } from "./monday.ts";
import { reach, requestOf } from "./request.ts";
import type { SaveSearchInput } from "./schema.ts";

/** So many searches one person keeps. */
const most = 30;

/** Keeps a search with what it finds now: the digest tells what has come since. Saying it twice changes nothing. */
export async function saveSearch(ctx: PersonCtx, lang: Lang, input: SaveSearchInput): Promise<void> {
  if (!may(ctx.actor, "searches.save")) throw new DomainError("right.missing");
  if (input.q === "" && input.market.length + input.topic.length === 0)
    throw new DomainError("savedSearch.empty");
  const { userId } = ctx.actor;
  const filters = { market: [...input.market].sort(), topic: [...input.topic].sort() };
  const found = await findSections(requestOf({ query: input.q, lang, filters }, reach));
  ctx.db.transaction((tx) => {
    const mine = tx.select().from(savedSearches).where(eq(savedSearches.userId, userId)).all();
    const same = JSON.stringify([input.q, filters]);
    if (mine.some((row) => JSON.stringify([row.query, row.filters]) === same)) return;
    if (mine.length >= most) throw new DomainError("savedSearch.tooMany", { params: { max: most } });
    tx.insert(savedSearches)
      .values({
        userId,
        lang,
        query: input.q,
        filters,
        seenIds: found.hits.map((hit) => hit.id),
        nextDigestAt: nextMonday(ctx.now),
        createdAt: ctx.now,
      })
      .run();
  });
}

/** The actor's saved searches, newest first. */
export function listSavedSearches(ctx: PersonCtx) {
  return ctx.db
    .select()
    .from(savedSearches)
    .where(eq(savedSearches.userId, ctx.actor.userId))
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id))
    .all();
}

/** Removes one of the actor's own; another's stays and is not told apart from one that is gone. */
export function removeSavedSearch(ctx: PersonCtx, id: string): SaveSearchInput | null {
  const gone = ctx.db
    .delete(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, ctx.actor.userId)))
    .returning()
    .get();
  return gone ? { q: gone.query, market: gone.filters.market, topic: gone.filters.topic as never } : null;
}
