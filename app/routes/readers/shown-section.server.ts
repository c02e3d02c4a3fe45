import { sectionPair } from "#app/modules/guides/queries.server.ts";
import type { Guarded } from "#app/routes/guard.server.ts";
import { marketAt, topicAt } from "#app/routes/guides/place.server.ts";

/** The place of the address, and the section that its page shows: the reader's language, else the other one. */
export function sectionAt(ctx: Guarded, params: { market?: string; topic?: string }) {
  const market = marketAt(ctx, params, "");
  const topic = topicAt(ctx, market, params.topic, "");
  const pair = sectionPair(ctx, market.code, topic);
  return { market, topic, section: pair[ctx.lang] ?? pair.en ?? pair.zh };
}
