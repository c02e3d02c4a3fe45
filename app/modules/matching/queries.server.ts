import { inArray } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { sectors } from "#db/schema/markets.ts";
import { ownProfile, type Profile } from "#app/modules/msmes/queries.server.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import {
  openOpportunities,
  opportunityBySlug,
  type Opportunity,
} from "#app/modules/opportunities/queries.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import type { NameTables } from "./explain.ts";
import { msmeInput, opportunityInput } from "./inputs.ts";
import { compareMatches, matchPair } from "./match.ts";
import { sectorLabel } from "./sector-names.ts";
import type { Match } from "./types.ts";

export type Matched = { opportunity: Opportunity; match: Match };

/** The actor's firm against everything that is open, in the order of `compareMatches`. */
export function ownMatches(ctx: Ctx): { profile: Profile; matches: Matched[] } {
  const profile = ownProfile(ctx);
  const firm = msmeInput(profile);
  const standard = standardInForce(ctx);
  const matches = openOpportunities(ctx).map((opportunity) => ({
    opportunity,
    match: matchPair(firm, opportunityInput(opportunity), ctx.now.toISOString(), standard),
  }));
  return { profile, matches: matches.sort((a, b) => compareMatches(a.match, b.match)) };
}

/** The actor's firm against one opportunity that the public may see; null when there is none such. */
export function ownMatch(ctx: Ctx, slug: string): { profile: Profile; matched: Matched } | null {
  const opportunity = opportunityBySlug(ctx, slug);
  if (!opportunity) return null;
  const profile = ownProfile(ctx);
  const match = matchPair(
    msmeInput(profile),
    opportunityInput(opportunity),
    ctx.now.toISOString(),
    standardInForce(ctx),
  );
  return { profile, matched: { opportunity, match } };
}

/** Names that only the database knows, as plain data: a loader hands them to its page. */
export function nameTables(ctx: Ctx, lang: Lang, organisationIds: string[]): NameTables {
  const bodies = ctx.db
    .select({ id: organisations.id, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(organisationIds)]))
    .all();
  const rows = ctx.db
    .select({ code: sectors.code, nameEn: sectors.nameEn, nameZh: sectors.nameZh })
    .from(sectors)
    .all();
  return {
    sectors: Object.fromEntries(rows.map((row) => [row.code, sectorLabel(lang, row)])),
    organisations: Object.fromEntries(
      bodies.map((row) => [row.id, lang === "zh" ? row.nameZh || row.nameEn : row.nameEn || row.nameZh]),
    ),
  };
}
