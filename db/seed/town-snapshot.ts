import { eq } from "drizzle-orm";
import type { Transaction } from "../client.server.ts";
import * as schema from "../schema/index.ts";

/** The profile as it was handed in, in the form of app/modules/vetting/snapshot-fields.ts. */
export function snapshotOf(tx: Transaction, organisationId: string): Record<string, string[]> {
  const firm = tx
    .select()
    .from(schema.organisations)
    .where(eq(schema.organisations.id, organisationId))
    .get()!;
  const profile = tx
    .select()
    .from(schema.exporterProfiles)
    .where(eq(schema.exporterProfiles.organisationId, organisationId))
    .get();
  const products = tx
    .select()
    .from(schema.profileProducts)
    .where(eq(schema.profileProducts.organisationId, organisationId))
    .all();
  const certificates = tx
    .select()
    .from(schema.profileCertificates)
    .where(eq(schema.profileCertificates.organisationId, organisationId))
    .all();
  const reached = tx
    .select()
    .from(schema.profileMarkets)
    .where(eq(schema.profileMarkets.organisationId, organisationId))
    .all();
  const needs = tx
    .select()
    .from(schema.profileNeeds)
    .where(eq(schema.profileNeeds.organisationId, organisationId))
    .all();
  const languages = tx
    .select()
    .from(schema.profileLanguages)
    .where(eq(schema.profileLanguages.organisationId, organisationId))
    .all();
  const capabilities = tx
    .select()
    .from(schema.profileCapabilities)
    .where(eq(schema.profileCapabilities.organisationId, organisationId))
    .all();
  const marketsOf = (relation: "target" | "exported") =>
    reached
      .filter((row) => row.relation === relation)
      .map(({ marketCode }) => marketCode)
      .sort();
  const said = (value: string | number | null | undefined) =>
    value === null || value === undefined || value === "" ? [] : [String(value)];
  return {
    nameZh: said(firm.nameZh),
    nameEn: said(firm.nameEn),
    creditCode: said(firm.creditCode),
    place: [firm.city, firm.province].filter((part) => part !== null),
    division: said(profile?.division),
    industry: said(profile?.industry),
    employees: said(profile?.employees),
    revenueWan: said(profile?.revenueWan),
    assetsWan: said(profile?.assetsWan),
    exportingSince: said(profile?.exportingSince),
    summaryZh: said(profile?.summaryZh),
    summaryEn: said(profile?.summaryEn),
    products: products
      .map(({ hs, nameZh, nameEn }) => [hs, nameZh, nameEn].filter(Boolean).join(" · "))
      .sort(),
    certificates: certificates
      .map(({ code, issuer, expiresOn }) => [code, issuer, expiresOn].filter(Boolean).join(" · "))
      .sort(),
    targets: marketsOf("target"),
    exported: marketsOf("exported"),
    capabilities: capabilities.map(({ capability }) => capability).sort(),
    // The firm has stated one more need since it handed in, to show what a change looks like.
    needs: needs
      .map(({ need }) => need)
      .sort()
      .slice(1),
    languages: languages.map(({ language }) => language).sort(),
    capacityZh: said(profile?.capacityZh),
    capacityEn: said(profile?.capacityEn),
    underLargeControl:
      profile?.underLargeControl === null || !profile ? [] : [String(profile.underLargeControl)],
  };
}
