import { and, eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { sectors } from "#db/schema/markets.ts";
import { introductions, partnerScopes } from "#db/schema/network.ts";
import { rolesOf } from "#app/modules/accounts/rights.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { inScope, type SectorTree } from "#app/modules/network/scope.ts";
import type { Ctx } from "#app/platform/context.ts";
import { everybody, type Viewer } from "./disclosure.ts";

/** As whom the actor looks at a firm. */
export function viewerOf(ctx: Ctx, firmId: string): Viewer {
  return viewers(ctx)(firmId);
}

/**
 * As whom the actor looks at each firm, with one reading of the actor's relations. It rests on the roles held: an
 * organisation that the chamber has not confirmed, an unproved address and a second factor not yet shown give none.
 */
export function viewers(ctx: Ctx): (firmId: string) => Viewer {
  const { actor, db } = ctx;
  const roles = rolesOf(actor);
  if (roles.some((role) => role === "vetter" || role === "organiser" || role === "admin")) {
    return () => ({ ...everybody, kind: "staff" });
  }
  const organisation = actor.kind === "user" ? actor.organisation : null;
  if (!organisation) return () => everybody;
  const { id: organisationId } = organisation;
  if (roles.includes("msme")) {
    return (firmId) =>
      firmId === organisationId ? { ...everybody, kind: "owner", organisationId } : everybody;
  }
  const mnc = roles.includes("mnc");
  if (!mnc && !roles.includes("partner")) return () => everybody;

  const { country } = db
    .select({ country: organisations.country })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .get()!;
  const inForce = endorsementsInForce(ctx);
  const endorsed = new Set(inForce.filter((one) => one.mncId === organisationId).map((one) => one.msmeId));
  const matched = new Set(
    db
      .select({ msmeId: introductions.msmeId })
      .from(introductions)
      .where(and(eq(introductions.organisationId, organisationId), eq(introductions.state, "accepted")))
      .all()
      .map(({ msmeId }) => msmeId),
  );
  const scope = mnc ? null : scopeOf(ctx, organisationId);
  const tree = scope ? sectorTree(ctx) : new Map<string, string | null>();
  const reached = new Set(
    scope ? inForce.filter((one) => inScope(scope, one, tree)).map((one) => one.msmeId) : [],
  );
  const kindFor = (firmId: string): Viewer["kind"] => {
    if (endorsed.has(firmId)) return "endorser";
    if (matched.has(firmId)) return "matched";
    return mnc || reached.has(firmId) ? "network" : "public";
  };
  return (firmId) => ({ kind: kindFor(firmId), abroad: country !== "CN", organisationId });
}

/** What a partner may browse; null = the chamber has opened nothing to it. */
export function scopeOf({ db }: Pick<Ctx, "db">, partnerId: string) {
  const row = db.select().from(partnerScopes).where(eq(partnerScopes.partnerId, partnerId)).get();
  return row ? { sectors: row.sectors, markets: row.markets } : null;
}

export function sectorTree({ db }: Pick<Ctx, "db">): SectorTree {
  return new Map(
    db
      .select({ code: sectors.code, parent: sectors.parentCode })
      .from(sectors)
      .all()
      .map(({ code, parent }) => [code, parent]),
  );
}
