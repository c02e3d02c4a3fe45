import { and, eq, inArray } from "drizzle-orm";
import { introductions } from "#db/schema/network.ts";
import { passportOpenings, passports } from "#db/schema/passports.ts";
import { opportunityInput } from "#app/modules/matching/inputs.ts";
import { matchPair } from "#app/modules/matching/match.ts";
import type { MatchOpportunity } from "#app/modules/matching/types.ts";
import type { SizeStandard } from "#app/modules/msmes/size-class.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { openOpportunities } from "#app/modules/opportunities/queries.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import type { Endorsement } from "./in-force.server.ts";

export type LedTo = { opportunities: number; introductions: number; openings: number };

/**
 * What endorsements have led to, in counts alone: open opportunities for which this word counts (their rule on
 * endorsements is met by it, or its sectors and markets are theirs), introductions that the firm has accepted since,
 * and openings of passports that show it. Only endorsements in force are given here.
 */
export function ledTo(ctx: Ctx, given: readonly Endorsement[]): Map<string, LedTo> {
  const open = openOpportunities(ctx).map(opportunityInput);
  const now = ctx.now.toISOString();
  const standard = standardInForce(ctx);
  const accepted = ctx.db
    .select({ msmeId: introductions.msmeId, at: introductions.answeredAt })
    .from(introductions)
    .where(
      and(
        inArray(introductions.state, ["accepted", "ended"]),
        inArray(
          introductions.msmeId,
          given.map((one) => one.msmeId),
        ),
      ),
    )
    .all();
  const opened = ctx.db
    .select({ contents: passports.contents })
    .from(passportOpenings)
    .innerJoin(passports, eq(passports.id, passportOpenings.passportId))
    .where(
      inArray(
        passports.organisationId,
        given.map((one) => one.msmeId),
      ),
    )
    .all();
  const openings = new Map<string, number>();
  for (const { contents } of opened)
    for (const id of contents.endorsements) openings.set(id, (openings.get(id) ?? 0) + 1);
  const serving = new Map<string, number>();
  /** How many opportunities this word serves: by its giver and scope alone, and many words have the same. */
  const served = (one: Endorsement): number => {
    const key = JSON.stringify([one.mncId, one.scopeSectors, one.scopeMarkets]);
    const known = serving.get(key);
    if (known !== undefined) return known;
    const count = open.filter((opportunity) => serves(one, opportunity, now, standard)).length;
    serving.set(key, count);
    return count;
  };
  return new Map(
    given.map((one) => [
      one.id,
      {
        opportunities: served(one),
        introductions: accepted.filter(
          ({ msmeId, at }) => msmeId === one.msmeId && at !== null && at >= one.validFrom,
        ).length,
        openings: openings.get(one.id) ?? 0,
      },
    ]),
  );
}

/** The engine is asked about a firm of which nothing is known but this word: the answer tells nothing else of it. */
function serves(
  one: Endorsement,
  opportunity: MatchOpportunity,
  now: string,
  standard: SizeStandard,
): boolean {
  const word = {
    by: one.mncId,
    sectors: one.scopeSectors,
    markets: one.scopeMarkets,
    until: one.validUntil.toISOString(),
  };
  const firm = { id: one.msmeId, standing: { status: "unvetted" as const }, endorsements: [word] };
  const { rules, contributions } = matchPair(firm, opportunity, now, standard);
  const asked = rules.some((rule) => rule.rule === "endorsed" && rule.ok === true);
  return (
    asked ||
    contributions.some((part) => part.factor === "endorsement" && part.points > 0 && part.value >= 0.7)
  );
}
