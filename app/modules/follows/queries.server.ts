import { and, asc, desc, eq } from "drizzle-orm";
import { markets } from "#db/schema/markets.ts";
import { notifications } from "#db/schema/notifications.ts";
import { follows } from "#db/schema/readers.ts";
import type { Topic } from "#db/schema/topics.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";

/** Whether the reader follows the market, and this section of it; null for a visitor. */
export function followState(ctx: Ctx, market: string, topic: Topic | "") {
  if (ctx.actor.kind !== "user") return null;
  const rows = ctx.db
    .select({ topic: follows.topic })
    .from(follows)
    .where(and(eq(follows.userId, ctx.actor.userId), eq(follows.marketCode, market)))
    .all();
  return {
    market: rows.some((row) => row.topic === ""),
    section: topic !== "" && rows.some((row) => row.topic === topic),
  };
}
export type FollowState = ReturnType<typeof followState>;

/** What the actor follows, by market; `lastChange` is the newest notification about it, in both languages. */
export function listFollows(ctx: PersonCtx) {
  const { userId } = ctx.actor;
  const changes = ctx.db
    .select({ path: notifications.path, params: notifications.params, at: notifications.createdAt })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.key, "follow.changed")))
    .orderBy(desc(notifications.createdAt))
    .limit(200)
    .all();
  return ctx.db
    .select({
      market: follows.marketCode,
      topic: follows.topic,
      nameEn: markets.nameEn,
      nameZh: markets.nameZh,
      since: follows.createdAt,
    })
    .from(follows)
    .innerJoin(markets, eq(markets.code, follows.marketCode))
    .where(eq(follows.userId, userId))
    .orderBy(asc(markets.nameEn), asc(follows.topic))
    .all()
    .map((row) => {
      const prefix = `/guides/${row.market}/${row.topic}`;
      const last = changes.find(({ path }) =>
        row.topic === "" ? path.startsWith(prefix) || path === `/guides/${row.market}` : path === prefix,
      );
      return {
        ...row,
        topic: row.topic as Topic | "",
        lastChange: last
          ? {
              en: last.params.changeEn ?? "",
              zh: last.params.changeZh ?? "",
              placeEn: last.params.placeEn ?? "",
              placeZh: last.params.placeZh ?? "",
              path: last.path,
              at: last.at,
            }
          : null,
      };
    });
}
