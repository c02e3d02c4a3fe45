import { provinceCode } from "#app/modules/msmes/provinces.ts";
import type { Profile } from "#app/modules/msmes/queries.server.ts";
import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { MatchMsme, MatchOpportunity } from "./types.ts";

/** A stored profile as the engine reads it: what was never said stays undefined, what was said to be none is empty. */
export function msmeInput(profile: Profile): MatchMsme {
  const said = <T>(group: string, list: T[]) =>
    list.length > 0 || profile.statedGroups.includes(group) ? list : undefined;
  return {
    id: profile.organisation.id,
    standing: profile.standing,
    province: provinceCode(profile.organisation.province),
    division: profile.division,
    industry: profile.industry,
    employees: profile.employees,
    revenueWan: profile.revenueWan,
    assetsWan: profile.assetsWan,
    exportingSince: profile.exportingSince ?? (profile.statedGroups.includes("export") ? null : undefined),
    products: said(
      "products",
      profile.products.map((one) => one.hs),
    ),
    certificates: said("certificates", profile.certificates),
    targets: said("markets", profile.targets),
    exported: said("export", profile.exported),
    needs: said("needs", profile.needs),
    languages: said("languages", profile.languages),
    endorsements: profile.endorsements.map(({ by, sectors, markets, until }) => ({
      by,
      sectors,
      markets,
      until: until.toISOString(),
    })),
  };
}

export function opportunityInput(opportunity: Opportunity): MatchOpportunity {
  const { id, owner, startsAt, timeZone, sectors, markets, offers, certificates, languages, rules, weights } =
    opportunity;
  return {
    id,
    owner: owner.id,
    applyBy: opportunity.applyBy.toISOString(),
    startsOn: dayIn(timeZone, startsAt),
    sectors,
    markets,
    offers,
    certificates,
    languages,
    rules,
    weights,
  };
}

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
}
