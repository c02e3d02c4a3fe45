import { inArray } from "drizzle-orm";
import { profileMarkets, profileProducts } from "#db/schema/msmes.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { standingOf } from "#app/modules/msmes/standing.ts";
import { openOpportunities } from "#app/modules/opportunities/queries.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import type { Network } from "./measure.ts";

/**
 * What Fairway itself can do for each market: open opportunities by their sectors, and the product chapters of vetted
 * or endorsed firms that aim at it or have sold there. No names and no ids leave this function.
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
  const firms = firmsInGoodStanding(ctx);
  const chapters = new Map<string, string[]>();
  for (const { organisationId, hs } of ctx.db
    .select({ organisationId: profileProducts.organisationId, hs: profileProducts.hs })
    .from(profileProducts)
    .where(inArray(profileProducts.organisationId, firms))
    .all()) {
    chapters.set(organisationId, [...(chapters.get(organisationId) ?? []), hs.slice(0, 2)]);
  }
  const reached = ctx.db
    .selectDistinct({ firm: profileMarkets.organisationId, code: profileMarkets.marketCode })
    .from(profileMarkets)
    .where(inArray(profileMarkets.organisationId, firms))
    .all();
  for (const { firm, code } of reached) of(code).peers.push(chapters.get(firm) ?? []);
  return byMarket;
}

function firmsInGoodStanding(ctx: Ctx): string[] {
  const cases = ctx.db.select().from(vettingCases).all();
  const vetted = [...new Set(cases.map(({ organisationId }) => organisationId))].filter((id) => {
    const own = cases.filter((one) => one.organisationId === id);
    return standingOf(own, ctx.now).status === "vetted";
  });
  const endorsed = endorsementsInForce(ctx).map((one) => one.msmeId);
  return [...new Set([...vetted, ...endorsed])];
}
