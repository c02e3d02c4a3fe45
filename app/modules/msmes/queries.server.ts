import { asc, eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import {
  exporterProfiles,
  profileCertificates,
  profileLanguages,
  profileMarkets,
  profileNeeds,
  profileProducts,
} from "#db/schema/msmes.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ownFirm } from "./policy.ts";
import { standingOf } from "./standing.ts";

export type Profile = {
  organisation: typeof organisations.$inferSelect;
  industry: string | null;
  employees: number | null;
  revenueWan: number | null;
  assetsWan: number | null;
  summaryEn: string;
  summaryZh: string;
  exportingSince: number | null;
  /** Groups the firm has saved at least once. */
  statedGroups: string[];
  updatedAt: Date | null;
  products: { hs: string; nameEn: string; nameZh: string }[];
  certificates: { code: string; issuer: string; expiresOn: string | null }[];
  targets: string[];
  exported: string[];
  needs: string[];
  languages: string[];
  standing: Standing;
  /** In force now. */
  endorsements: {
    by: string;
    nameEn: string;
    nameZh: string;
    sectors: string[];
    markets: string[];
    until: Date;
  }[];
};

/**
 * The exporter profile of the actor's own firm; there is no way to ask for another one here.
 *
 * @throws DomainError right.missing
 */
export function ownProfile(ctx: Ctx): Profile {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  return readProfile(ctx, firm.id);
}

function readProfile(ctx: Ctx, id: string): Profile {
  const { db } = ctx;
  const organisation = db.select().from(organisations).where(eq(organisations.id, id)).get();
  if (!organisation) throw new DomainError("right.missing");
  const row = db.select().from(exporterProfiles).where(eq(exporterProfiles.organisationId, id)).get();
  const reached = db
    .select()
    .from(profileMarkets)
    .where(eq(profileMarkets.organisationId, id))
    .orderBy(asc(profileMarkets.marketCode))
    .all();
  const codesOf = (relation: "target" | "exported") =>
    reached.filter((one) => one.relation === relation).map((one) => one.marketCode);
  const cases = db.select().from(vettingCases).where(eq(vettingCases.organisationId, id)).all();
  return {
    organisation,
    industry: row?.industry ?? null,
    employees: row?.employees ?? null,
    revenueWan: row?.revenueWan ?? null,
    assetsWan: row?.assetsWan ?? null,
    summaryEn: row?.summaryEn ?? "",
    summaryZh: row?.summaryZh ?? "",
    exportingSince: row?.exportingSince ?? null,
    statedGroups: row?.statedGroups ?? [],
    updatedAt: row?.updatedAt ?? null,
    products: db
      .select({ hs: profileProducts.hs, nameEn: profileProducts.nameEn, nameZh: profileProducts.nameZh })
      .from(profileProducts)
      .where(eq(profileProducts.organisationId, id))
      .orderBy(asc(profileProducts.hs))
      .all(),
    certificates: db
      .select({
        code: profileCertificates.code,
        issuer: profileCertificates.issuer,
        expiresOn: profileCertificates.expiresOn,
      })
      .from(profileCertificates)
      .where(eq(profileCertificates.organisationId, id))
      .orderBy(asc(profileCertificates.code))
      .all(),
    targets: codesOf("target"),
    exported: codesOf("exported"),
    needs: db
      .select()
      .from(profileNeeds)
      .where(eq(profileNeeds.organisationId, id))
      .all()
      .map((one) => one.need),
    languages: db
      .select()
      .from(profileLanguages)
      .where(eq(profileLanguages.organisationId, id))
      .all()
      .map((one) => one.language),
    standing: standingOf(cases, ctx.now),
    endorsements: endorsementsInForce(ctx, { msmeId: id }).map((one) => ({
      by: one.mncId,
      ...one.mnc,
      sectors: one.scopeSectors,
      markets: one.scopeMarkets,
      until: one.validUntil,
    })),
  };
}
