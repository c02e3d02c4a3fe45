import { marketAnswer } from "#app/modules/guides/market-answer.server.ts";
import { findMarket } from "#app/modules/markets/queries.server.ts";
import { apiAnswer, apiError } from "#app/platform/api.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/market";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const market = findMarket(ctx, args.params.code.slice(0, 10).toUpperCase());
  if (!market) {
    return apiError(
      404,
      "market_not_found",
      "There is no market with this code. Codes are ISO 3166-1 alpha-2, such as DE.",
      "code",
    );
  }
  return apiAnswer(marketAnswer(ctx, market), { maxAgeSeconds: 300 });
}
