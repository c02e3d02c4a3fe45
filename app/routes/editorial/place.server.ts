import { findMarket, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import { isTopic, type Topic } from "#app/modules/guides/topics.ts";
import type { Ctx } from "#app/platform/context.ts";

/** The market and topic that an address of the room names; 404 when there is none of that name. */
export function roomPlace(
  ctx: Ctx,
  params: { market?: string; topic?: string },
): { market: FoundMarket; topic: Topic; place: { market: string; topic: Topic } } {
  const market = roomMarket(ctx, params);
  const topic = params.topic ?? "";
  if (!isTopic(topic)) throw new Response(null, { status: 404 });
  return { market, topic, place: { market: market.code, topic } };
}

/** The market that an address of the room names; 404 when there is none of that code. */
export function roomMarket(ctx: Ctx, params: { market?: string }): FoundMarket {
  const market = findMarket(ctx, (params.market ?? "").slice(0, 10));
  if (!market) throw new Response(null, { status: 404 });
  return market;
}
