import { and, eq, isNull } from "drizzle-orm";
import { notifications } from "#db/schema/notifications.ts";
import type { Ctx } from "#app/platform/context.ts";

/** Marks one of the actor's lines as read and returns where it leads (without language), or null. */
export function markRead(ctx: Ctx, id: string): string | null {
  if (ctx.actor.kind !== "user") return null;
  const mine = and(eq(notifications.id, id), eq(notifications.userId, ctx.actor.userId));
  return ctx.db.transaction((tx) => {
    const line = tx.select({ path: notifications.path }).from(notifications).where(mine).get();
    if (!line) return null;
    tx.update(notifications)
      .set({ readAt: ctx.now })
      .where(and(mine, isNull(notifications.readAt)))
      .run();
    return line.path;
  });
}

/** Marks all of the actor's lines as read. */
export function markAllRead(ctx: Ctx): void {
  if (ctx.actor.kind !== "user") return;
  ctx.db
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(and(eq(notifications.userId, ctx.actor.userId), isNull(notifications.readAt)))
    .run();
}
