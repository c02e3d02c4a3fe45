import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { Factor, RuleName } from "#app/modules/matching/types.ts";
import type { ProfileItem } from "./completeness.ts";

const ofRule: Partial<Record<RuleName, ProfileItem[]>> = {
  sector: ["products"],
  size: ["industry", "figures"],
  employees: ["figures"],
  revenueWan: ["figures"],
  certificate: ["certificates"],
  market: ["targets"],
  exportYears: ["exportingSince"],
  language: ["languages"],
};
const ofFactor: Partial<Record<Factor, ProfileItem[]>> = {
  sector: ["products"],
  certificates: ["certificates"],
  market: ["targets"],
  needs: ["needs"],
  language: ["languages"],
};

/** How many of these opportunities look at an item of the profile, as a condition or for points. */
export function demandFor(
  opportunities: Pick<Opportunity, "rules" | "weights">[],
): Partial<Record<ProfileItem, number>> {
  const count: Partial<Record<ProfileItem, number>> = {};
  for (const { rules, weights } of opportunities) {
    const items = new Set<ProfileItem>([
      ...rules.flatMap(({ rule }) => ofRule[rule] ?? []),
      ...Object.entries(weights).flatMap(([factor, weight]) =>
        weight ? (ofFactor[factor as Factor] ?? []) : [],
      ),
    ]);
    for (const item of items) count[item] = (count[item] ?? 0) + 1;
  }
  return count;
}
