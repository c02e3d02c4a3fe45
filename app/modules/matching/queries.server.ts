import { inArray } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { sectors } from "#db/schema/markets.ts";
import { ownProfile, type Profile } from "#app/modules/msmes/queries.server.ts";
import {
  openOpportunities,
  opportunityBySlug,
  type Opportunity,
} from "#app/modules/opportunities/queries.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import type { Lang } from "#app/platform/context.ts";
import type { Names } from "./explain.ts";
import { msmeInput, opportunityInput } from "./inputs.ts";
import { compareMatches, matchPair } from "./match.ts";
import type { Match } from "./types.ts";

export type Matched = { opportunity: Opportunity; match: Match };

/** The actor's firm against everything that is open, in the order of `compareMatches`. */
export function ownMatches(ctx: Ctx): { profile: Profile; matches: Matched[] } {
  const profile = ownProfile(ctx);
  const firm = msmeInput(profile);
  const matches = openOpportunities(ctx).map((opportunity) => ({
    opportunity,
    match: matchPair(firm, opportunityInput(opportunity), ctx.now.toISOString()),
  }));
  return { profile, matches: matches.sort((a, b) => compareMatches(a.match, b.match)) };
}

/** The actor's firm against one opportunity that the public may see; null when there is none such. */
export function ownMatch(ctx: Ctx, slug: string): { profile: Profile; matched: Matched } | null {
  const opportunity = opportunityBySlug(ctx, slug);
  if (!opportunity) return null;
  const profile = ownProfile(ctx);
  const match = matchPair(msmeInput(profile), opportunityInput(opportunity), ctx.now.toISOString());
  return { profile, matched: { opportunity, match } };
}

/** Names for codes in one language; HS chapters by their short name, longer codes by number. */
export function namesFor(ctx: Ctx, lang: Lang, organisationIds: string[]): Names {
  const ids = [...new Set(organisationIds)];
  const bodies = new Map(
    ctx.db
      .select({ id: organisations.id, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
      .from(organisations)
      .where(inArray(organisations.id, ids))
      .all()
      .map((row) => [row.id, lang === "zh" ? row.nameZh || row.nameEn : row.nameEn || row.nameZh]),
  );
  const sectorNames = new Map(
    ctx.db
      .select({ code: sectors.code, nameEn: sectors.nameEn, nameZh: sectors.nameZh })
      .from(sectors)
      .all()
      .map((row) => [row.code, lang === "zh" ? row.nameZh : shortName(row.nameEn)]),
  );
  return {
    market: (code) => countryName(lang, code),
    sector: (code) => {
      const name = sectorNames.get(code);
      if (!name) return /^\d/.test(code) ? `HS ${code}` : code;
      if (!/^\d/.test(code)) return name;
      return lang === "zh" ? `${name}（HS ${code}）` : `${name} (HS ${code})`;
    },
    organisation: (id) => bodies.get(id) ?? id,
  };
}

/** The customs wording up to its first semicolon: "Toys, games and sports requisites; parts and …" */
function shortName(name: string): string {
  return name.split(";")[0]!;
}
