import { and, asc, desc, eq, isNull, lte } from "drizzle-orm";
import { exporterProfiles, sizeStandards } from "#db/schema/msmes.ts";
import { organisations, users } from "#db/schema/accounts.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import type { Ctx } from "#app/platform/context.ts";
import { possibleClasses, shippedStandard, type SizeStandard, type StandardVersion } from "./size-class.ts";

type Row = typeof sizeStandards.$inferSelect;

function versionOf(row: Row, number: number): StandardVersion {
  return {
    ...(row.body as SizeStandard),
    id: row.id,
    number,
    effectiveOn: row.effectiveOn,
    referenceEn: row.reference,
    referenceZh: row.reference,
    url: null,
  };
}

/** The version of the size standard that applies today by the chamber's calendar; what shipped before any other. */
export function standardInForce(ctx: Pick<Ctx, "db" | "now">): StandardVersion {
  const row = ctx.db
    .select()
    .from(sizeStandards)
    .where(and(isNull(sizeStandards.withdrawnAt), lte(sizeStandards.effectiveOn, chamberDay(ctx.now))))
    .orderBy(desc(sizeStandards.effectiveOn))
    .get();
  if (!row || row.effectiveOn < shippedStandard.effectiveOn) return shippedStandard;
  return versionOf(row, allRows(ctx).findIndex((one) => one.id === row.id) + 2);
}

/** In the order in which they were written down: it gives each version its number. */
function allRows(ctx: Pick<Ctx, "db">): Row[] {
  return ctx.db
    .select()
    .from(sizeStandards)
    .orderBy(asc(sizeStandards.createdAt), asc(sizeStandards.id))
    .all();
}

export type ListedVersion = StandardVersion & {
  state: "inForce" | "future" | "past" | "withdrawn";
  note: string;
  createdBy: string | null;
  createdAt: Date | null;
  withdrawnAt: Date | null;
};

/** Every version, the newest effective date first. */
export function listStandards(ctx: Ctx): ListedVersion[] {
  const today = chamberDay(ctx.now);
  const current = standardInForce(ctx).id;
  const names = new Map(
    ctx.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .innerJoin(sizeStandards, eq(sizeStandards.createdById, users.id))
      .all()
      .map((row) => [row.id, row.name]),
  );
  const stateOf = (id: string, row?: Row) => {
    if (row?.withdrawnAt) return "withdrawn" as const;
    if (id === current) return "inForce" as const;
    return row && row.effectiveOn > today ? ("future" as const) : ("past" as const);
  };
  const kept = allRows(ctx).map((row, index) => ({
    ...versionOf(row, index + 2),
    state: stateOf(row.id, row),
    note: row.note,
    createdBy: row.createdById ? (names.get(row.createdById) ?? null) : null,
    createdAt: row.createdAt,
    withdrawnAt: row.withdrawnAt,
  }));
  const first: ListedVersion = {
    ...shippedStandard,
    state: stateOf(shippedStandard.id),
    note: "",
    createdBy: null,
    createdAt: null,
    withdrawnAt: null,
  };
  return [...kept, first].sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn) || b.number - a.number);
}

export type Change = { id: string; nameEn: string; nameZh: string; from: string; to: string };

/**
 * Which firms another standard would put into another class, against the one in force today. A range counts as what
 * it is ("micro/small"): a firm whose range narrows or widens changes too.
 */
export function impactOf(ctx: Ctx, standard: SizeStandard): { firms: number; changes: Change[] } {
  const current = standardInForce(ctx);
  const rows = ctx.db
    .select({
      id: organisations.id,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      division: exporterProfiles.division,
      industry: exporterProfiles.industry,
      employees: exporterProfiles.employees,
      revenueWan: exporterProfiles.revenueWan,
      assetsWan: exporterProfiles.assetsWan,
    })
    .from(exporterProfiles)
    .innerJoin(organisations, eq(organisations.id, exporterProfiles.organisationId))
    .orderBy(asc(organisations.nameEn))
    .all();
  const changes = rows
    .map(({ id, nameEn, nameZh, ...firm }) => ({
      id,
      nameEn,
      nameZh,
      from: possibleClasses(firm, current).join("/"),
      to: possibleClasses(firm, standard).join("/"),
    }))
    .filter(({ from, to }) => from !== to);
  return { firms: rows.length, changes };
}
