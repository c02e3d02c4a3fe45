import { and, eq } from "drizzle-orm";
import { follows } from "#db/schema/readers.ts";
import { may } from "#app/modules/accounts/rights.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { FollowInput } from "./schema.ts";

/** Follows or unfollows a market or one section of it; saying it twice changes nothing. */
export function setFollow(ctx: PersonCtx, { market, topic, intent }: FollowInput): void {
  if (!may(ctx.actor, "guides.follow")) throw new DomainError("right.missing");
  const { userId } = ctx.actor;
  if (intent === "follow") {
    ctx.db
      .insert(follows)
      .values({ userId, marketCode: market, topic, createdAt: ctx.now })
      .onConflictDoNothing()
      .run();
    return;
  }
  ctx.db
    .delete(follows)
    .where(and(eq(follows.userId, userId), eq(follows.marketCode, market), eq(follows.topic, topic)))
    .run();
}
