import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { markets, sectors } from "#db/schema/markets.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { opportunities, opportunityMarkets, opportunitySectors } from "#db/schema/opportunities.ts";
import { endorsementsInForce, standingsOf } from "#app/modules/endorsements/in-force.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { listedStates, publicStates, shownState, type PublicState } from "./policy.ts";
import type { OpportunityFilter, OpportunityKind } from "./schema.ts";

type Row = typeof opportunities.$inferSelect;

/** An opportunity as everybody may see it. */
export type Opportunity = Omit<Row, "state" | "createdAt" | "updatedAt"> & {
  state: PublicState;
  owner: { id: string; nameEn: string; nameZh: string; kind: string };
  sectors: string[];
  markets: string[];
};

/** Published opportunities by the filters of the URL: what can be applied for first, then by deadline. */
export function listOpportunities(ctx: Ctx, filter: OpportunityFilter = {}): Opportunity[] {
  const rows = visible(ctx, listedStates).filter(
    (row) =>
      (!filter.kind || row.kind === filter.kind) &&
      (!filter.market || row.markets.includes(filter.market)) &&
      (!filter.sector ||
        row.sectors.some((code) => code === filter.sector || isUnder(ctx, code, filter.sector!))),
  );
  return rows.sort((a, b) => Number(b.state === "open") - Number(a.state === "open") || byDeadline(a, b));
}

/** Null when there is none, or none that the public may see. */
export function opportunityBySlug(ctx: Ctx, slug: string): Opportunity | null {
  return visible(ctx, publicStates, slug)[0] ?? null;
}

/** Everything that takes applications now, soonest deadline first. */
export function openOpportunities(ctx: Ctx): Opportunity[] {
  return visible(ctx, ["open"])
    .filter((row) => row.state === "open")
    .sort(byDeadline);
}

/** Open opportunities that name this market, soonest deadline first. */
export function openOpportunitiesForMarket(ctx: Ctx, market: string): Opportunity[] {
  return openOpportunities(ctx).filter((row) => row.markets.includes(market));
}

/** The next fairs with delegation places, by the day they start. */
export function nextFairs(ctx: Ctx, limit: number): Opportunity[] {
  return openOpportunities(ctx)
    .filter((row) => row.kind === "fair")
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit);
}

/** Open sponsor and consortium programmes, soonest deadline first. */
export function openProgrammes(ctx: Ctx, limit: number): Opportunity[] {
  return openOpportunities(ctx)
    .filter((row) => row.kind !== "fair")
    .slice(0, limit);
}

/** How many firms are vetted now, how many are endorsed in public now, and by how many multinationals. */
export function standingFigures(ctx: Ctx): { vetted: number; endorsed: number; endorsers: number } {
  const approved = ctx.db
    .selectDistinct({ id: vettingCases.organisationId })
    .from(vettingCases)
    .where(and(eq(vettingCases.state, "approved"), gt(vettingCases.expiresAt, ctx.now)))
    .all();
  const standings = standingsOf(
    ctx,
    approved.map(({ id }) => id),
  );
  const given = endorsementsInForce(ctx).filter((one) => one.audience === "public");
  return {
    vetted: [...standings.values()].filter(({ status }) => status === "vetted").length,
    endorsed: new Set(given.map((one) => one.msmeId)).size,
    endorsers: new Set(given.map((one) => one.mncId)).size,
  };
}

export type SectorName = {
  code: string;
  parentCode: string | null;
  kind: string;
  nameEn: string;
  nameZh: string;
};

/** The sector tree in its order: sections, each with its chapters; services last. */
function listSectors(ctx: Ctx): SectorName[] {
  return ctx.db
    .select({
      code: sectors.code,
      parentCode: sectors.parentCode,
      kind: sectors.kind,
      nameEn: sectors.nameEn,
      nameZh: sectors.nameZh,
    })
    .from(sectors)
    .orderBy(asc(sectors.position))
    .all();
}

/** The markets a firm can name, by English name; blocks and the export side are not among them. */
export function listMarketNames(ctx: Ctx): { code: string; nameEn: string; nameZh: string }[] {
  return ctx.db
    .select({ code: markets.code, nameEn: markets.nameEn, nameZh: markets.nameZh })
    .from(markets)
    .where(eq(markets.kind, "market"))
    .orderBy(asc(markets.nameEn))
    .all();
}

/** What the filters can be set to without coming up empty, with how many opportunities each has. */
export function filterChoices(ctx: Ctx) {
  const rows = visible(ctx, listedStates);
  const count = (codes: string[]) => {
    const counts = new Map<string, number>();
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  };
  const bySector = count(rows.flatMap((row) => row.sectors));
  const byMarket = count(rows.flatMap((row) => row.markets));
  return {
    sectors: listSectors(ctx)
      .filter(({ code }) => bySector.has(code))
      .map((sector) => ({ ...sector, count: bySector.get(sector.code)! })),
    markets: listMarketNames(ctx)
      .filter(({ code }) => byMarket.has(code))
      .map((market) => ({ ...market, count: byMarket.get(market.code)! })),
    kinds: Object.fromEntries(count(rows.map((row) => row.kind))) as Partial<Record<OpportunityKind, number>>,
  };
}

const byDeadline = (a: Opportunity, b: Opportunity) =>
  a.applyBy.getTime() - b.applyBy.getTime() || (a.slug < b.slug ? -1 : 1);

function isUnder(ctx: Ctx, code: string, ancestor: string): boolean {
  const row = ctx.db.select({ parent: sectors.parentCode }).from(sectors).where(eq(sectors.code, code)).get();
  return (
    row?.parent !== null &&
    row?.parent !== undefined &&
    (row.parent === ancestor || isUnder(ctx, row.parent, ancestor))
  );
}

function visible(ctx: Ctx, states: readonly PublicState[], slug?: string): Opportunity[] {
  const rows = ctx.db
    .select({
      opportunity: opportunities,
      owner: {
        id: organisations.id,
        nameEn: organisations.nameEn,
        nameZh: organisations.nameZh,
        kind: organisations.kind,
      },
    })
    .from(opportunities)
    .innerJoin(organisations, eq(organisations.id, opportunities.ownerId))
    .where(
      and(
        inArray(opportunities.state, [...states]),
        slug === undefined ? undefined : eq(opportunities.slug, slug),
      ),
    )
    .all();
  const ids = rows.map((row) => row.opportunity.id);
  const sectorRows = ctx.db
    .select()
    .from(opportunitySectors)
    .where(inArray(opportunitySectors.opportunityId, ids))
    .orderBy(asc(opportunitySectors.sectorCode))
    .all();
  const marketRows = ctx.db
    .select()
    .from(opportunityMarkets)
    .where(inArray(opportunityMarkets.opportunityId, ids))
    .orderBy(asc(opportunityMarkets.marketCode))
    .all();
  return rows.map(({ opportunity: { createdAt: _made, updatedAt: _changed, ...row }, owner }) => ({
    ...row,
    state: shownState({ state: row.state as PublicState, applyBy: row.applyBy }, ctx.now),
    owner,
    sectors: sectorRows.filter((one) => one.opportunityId === row.id).map((one) => one.sectorCode),
    markets: marketRows.filter((one) => one.opportunityId === row.id).map((one) => one.marketCode),
  }));
}
