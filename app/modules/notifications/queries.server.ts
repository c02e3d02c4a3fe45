import { and, count, desc, eq, isNull } from "drizzle-orm";
import { notifications } from "#db/schema/notifications.ts";
import type { Ctx } from "#app/platform/context.ts";

/** How many lines under the bell the actor has not read; 0 for a visitor. */
export function unreadCount(ctx: Ctx): number {
  if (ctx.actor.kind !== "user") return 0;
  return ctx.db
    .select({ unread: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, ctx.actor.userId), isNull(notifications.readAt)))
    .get()!.unread;
}

/** One page of the actor's notifications, newest first, and how many there are. */
export function listNotifications(ctx: Ctx, page: number, perPage = 30) {
  if (ctx.actor.kind !== "user") return { lines: [], total: 0 };
  const mine = eq(notifications.userId, ctx.actor.userId);
  const lines = ctx.db
    .select()
    .from(notifications)
    .where(mine)
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
  const { total } = ctx.db.select({ total: count() }).from(notifications).where(mine).get()!;
  return { lines, total };
}
