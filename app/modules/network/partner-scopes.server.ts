import { and, asc, eq, isNull } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { markets, sectors } from "#db/schema/markets.ts";
import { partnerScopes } from "#db/schema/network.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { sectorTree } from "#app/modules/msmes/viewer.server.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { inScope } from "./scope.ts";
import type { ScopeInput } from "./schema.ts";

/** Confirmed partners with what they may browse, and how many endorsed suppliers that reaches now. */
export function listScopes(ctx: Ctx) {
  const tree = sectorTree(ctx);
  const inForce = endorsementsInForce(ctx);
  return ctx.db
    .select({
      id: organisations.id,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      country: organisations.country,
      scope: { sectors: partnerScopes.sectors, markets: partnerScopes.markets },
      updatedAt: partnerScopes.updatedAt,
    })
    .from(organisations)
    .leftJoin(partnerScopes, eq(partnerScopes.partnerId, organisations.id))
    .where(and(eq(organisations.kind, "partner"), isNull(organisations.pendingSince)))
    .orderBy(asc(organisations.nameEn))
    .all()
    .map((row) => {
      const { scope } = row;
      const reached = scope ? inForce.filter((one) => inScope(scope, one, tree)) : [];
      return { ...row, reach: new Set(reached.map(({ msmeId }) => msmeId)).size };
    });
}

/**
 * Opens a scope to a confirmed partner or changes it. Codes that we do not know are dropped: the form offers none.
 *
 * @returns false when there is no such partner
 * @throws DomainError right.missing
 */
export function setScope(ctx: PersonCtx, input: ScopeInput): boolean {
  if (!may(ctx.actor, "partnerScopes.set")) throw new DomainError("right.missing");
  return ctx.db.transaction((tx) => {
    const partner = tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        and(
          eq(organisations.id, input.partner),
          eq(organisations.kind, "partner"),
          isNull(organisations.pendingSince),
        ),
      )
      .get();
    if (!partner) return false;
    const knownSectors = new Set(
      tx
        .select({ code: sectors.code })
        .from(sectors)
        .all()
        .map((row) => row.code),
    );
    const knownMarkets = new Set(
      tx
        .select({ code: markets.code })
        .from(markets)
        .all()
        .map((row) => row.code),
    );
    const set = {
      sectors: input.sectors.filter((code) => knownSectors.has(code)),
      markets: input.markets.filter((code) => knownMarkets.has(code)),
      setById: ctx.actor.userId,
      updatedAt: ctx.now,
    };
    // An empty list means all: unknown codes alone must not open everything.
    const lost = (asked: string[], known: string[]) => asked.length > 0 && known.length === 0;
    if (lost(input.sectors, set.sectors) || lost(input.markets, set.markets)) {
      throw new DomainError("scope.unknown");
    }
    tx.insert(partnerScopes)
      .values({ partnerId: partner.id, ...set })
      .onConflictDoUpdate({ target: partnerScopes.partnerId, set })
      .run();
    recordAudit(tx, ctx, {
      action: "partnerScope.set",
      record: "organisation",
      recordId: partner.id,
      detail: { sectors: set.sectors.join(" ") || "*", markets: set.markets.join(" ") || "*" },
    });
    return true;
  });
}

/** Closes the network to a partner; it sees from now on what the public sees. */
export function closeScope(ctx: PersonCtx, partnerId: string): void {
  if (!may(ctx.actor, "partnerScopes.set")) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const { changes } = tx.delete(partnerScopes).where(eq(partnerScopes.partnerId, partnerId)).run();
    if (changes === 0) return;
    recordAudit(tx, ctx, { action: "partnerScope.close", record: "organisation", recordId: partnerId });
  });
}
