import type { Transaction } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import type { NotificationKey } from "#app/i18n/en/notifications.ts";
import type { Ctx } from "#app/platform/context.ts";

/** Puts a line under somebody's bell, in the caller's transaction. `path` is without the language prefix. */
export function notify(
  tx: Transaction,
  ctx: Ctx,
  line: { userId: string; key: NotificationKey; params?: Record<string, string>; path: string },
): void {
  tx.insert(notifications)
    .values({
      userId: line.userId,
      key: line.key,
      params: line.params ?? {},
      path: line.path,
      createdAt: ctx.now,
    })
    .run();
}
