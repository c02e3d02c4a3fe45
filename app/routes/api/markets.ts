import { marketAnswers } from "#app/modules/guides/market-answer.server.ts";
import { publicContentVersion } from "#app/modules/markets/queries.server.ts";
import { apiAnswer } from "#app/platform/api.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/markets";

// Thirty markets with all their facts take a while to put together and change only with the content.
const kept = new WeakMap<object, { version: number; json: string }>();

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const version = publicContentVersion(ctx);
  let answer = kept.get(ctx.db);
  if (answer?.version !== version) {
    const markets = marketAnswers(ctx);
    answer = { version, json: JSON.stringify({ total: markets.length, markets }) };
    kept.set(ctx.db, answer);
  }
  return apiAnswer(answer.json, { maxAgeSeconds: 300 });
}
