import { and, desc, eq, isNull } from "drizzle-orm";
import { savedSuppliers } from "#db/schema/network.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import { disclosedFirms } from "#app/modules/msmes/firm.server.ts";
import { scopeOf, sectorTree } from "#app/modules/msmes/viewer.server.ts";
import type { Ctx, Lang } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { isListed } from "./policy.ts";
import type { Scope } from "./scope.ts";
import type { SupplierFilter } from "./schema.ts";
import { byName, choicesOf, isFound, type Choices } from "./suppliers.ts";

/** The organisation for which the actor browses suppliers. */
export function browser(ctx: Ctx): { id: string; kind: string } {
  const organisation = ctx.actor.kind === "user" && may(ctx.actor, "network.read") && ctx.actor.organisation;
  if (!organisation) throw new DomainError("right.missing");
  return organisation;
}

/** Every supplier that the actor's organisation may see, as disclosed to it, by name. */
function listed(ctx: Ctx, lang: Lang): Disclosed[] {
  browser(ctx);
  const ids = [...new Set(endorsementsInForce(ctx).map(({ msmeId }) => msmeId))];
  return disclosedFirms(ctx, ids).filter(isListed).sort(byName(lang));
}

/** Suppliers by the filter, and what the filter can be set to. `scope` is null for a multinational: it browses all. */
export function listSuppliers(
  ctx: Ctx,
  lang: Lang,
  filter: SupplierFilter = {},
): { firms: Disclosed[]; choices: Choices; scope: Scope | null; open: boolean } {
  const { id, kind } = browser(ctx);
  const scope = kind === "partner" ? scopeOf(ctx, id) : null;
  const tree = sectorTree(ctx);
  const all = listed(ctx, lang);
  return {
    firms: all.filter((firm) => isFound(firm, filter, tree)),
    choices: choicesOf(all, tree),
    scope,
    open: kind !== "partner" || scope !== null,
  };
}

/** These suppliers in the order asked for; those that the actor may not see are left out. */
export function suppliersById(ctx: Ctx, ids: readonly string[]): Disclosed[] {
  browser(ctx);
  const firms = disclosedFirms(ctx, ids).filter(isListed);
  return ids.map((id) => firms.find(({ firm }) => firm.id === id)).filter((firm) => firm !== undefined);
}

export type Kept = { msmeId: string; note: string; createdAt: Date; supplier: Disclosed | null };

/** What the actor's organisation has kept, newest first; `supplier` is null when it can no longer be seen. */
export function keptSuppliers(ctx: Ctx): Kept[] {
  const { id } = browser(ctx);
  const rows = ctx.db
    .select({
      msmeId: savedSuppliers.msmeId,
      note: savedSuppliers.note,
      createdAt: savedSuppliers.createdAt,
    })
    .from(savedSuppliers)
    .where(and(eq(savedSuppliers.organisationId, id), isNull(savedSuppliers.removedAt)))
    .orderBy(desc(savedSuppliers.createdAt))
    .all();
  const firms = disclosedFirms(
    ctx,
    rows.map(({ msmeId }) => msmeId),
  );
  return rows.map((row) => ({ ...row, supplier: firms.find(({ firm }) => firm.id === row.msmeId) ?? null }));
}

/** A firm as it stands on the list of the actor's organisation, or stood there until it was taken off. */
function keptRow(ctx: Ctx, msmeId: string) {
  const { id } = browser(ctx);
  return ctx.db
    .select({ removedAt: savedSuppliers.removedAt })
    .from(savedSuppliers)
    .where(and(eq(savedSuppliers.organisationId, id), eq(savedSuppliers.msmeId, msmeId)))
    .get();
}

/** Whether the actor's organisation has kept this firm. */
export function isKept(ctx: Ctx, msmeId: string): boolean {
  return keptRow(ctx, msmeId)?.removedAt === null;
}

/** A firm that was just taken off the list and can be put back; null when there is none such. */
export function removedSupplier(ctx: Ctx, msmeId: string): Pick<Kept, "msmeId" | "supplier"> | null {
  if (!keptRow(ctx, msmeId)?.removedAt) return null;
  return { msmeId, supplier: disclosedFirms(ctx, [msmeId])[0] ?? null };
}
