import { publicFirms } from "#app/modules/msmes/firm.server.ts";
import { openOpportunities } from "#app/modules/opportunities/queries.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import type { Network } from "./measure.ts";

/**
 * What Fairway itself can do for each market: open opportunities by their sectors, and the product chapters of firms
 * that show everybody that they aim at it or have sold there. What a firm keeps to itself is not counted (who knows all
 * the others could work it out), and no names and no ids leave this function.
 */
export function networks(ctx: Ctx): Map<string, Network> {
  const byMarket = new Map<string, Network>();
  const of = (code: string) => {
    const known = byMarket.get(code);
    if (known) return known;
    const fresh: Network = { opportunities: [], peers: [] };
    byMarket.set(code, fresh);
    return fresh;
  };
  for (const { markets, sectors } of openOpportunities(ctx)) {
    for (const code of markets) of(code).opportunities.push(sectors);
  }
  for (const { groups } of publicFirms(ctx, ["markets", "export"])) {
    const chapters = (groups.products ?? []).map(({ hs }) => hs.slice(0, 2));
    const reached = new Set([...(groups.markets ?? []), ...(groups.export?.markets ?? [])]);
    for (const code of reached) of(code).peers.push(chapters);
  }
  return byMarket;
}
