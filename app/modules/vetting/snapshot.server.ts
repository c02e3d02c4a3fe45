import { asc, eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import {
  declaredRelations,
  exporterProfiles,
  profileCapabilities,
  profileCertificates,
  profileLanguages,
  profileMarkets,
  profileNeeds,
  profileProducts,
} from "#db/schema/msmes.ts";
import { snapshotFields, type Snapshot, type SnapshotField } from "./snapshot-fields.ts";

export function snapshotOf(db: Database | Transaction, organisationId: string): Snapshot {
  const firm = db.select().from(organisations).where(eq(organisations.id, organisationId)).get()!;
  const profile = db
    .select()
    .from(exporterProfiles)
    .where(eq(exporterProfiles.organisationId, organisationId))
    .get();
  const markets = db
    .select()
    .from(profileMarkets)
    .where(eq(profileMarkets.organisationId, organisationId))
    .orderBy(asc(profileMarkets.marketCode))
    .all();
  const one = (value: string | number | boolean | null | undefined) =>
    value === null || value === undefined || value === "" ? [] : [String(value)];
  return {
    nameZh: one(firm.nameZh),
    nameEn: one(firm.nameEn),
    creditCode: one(firm.creditCode),
    place: [firm.city, firm.province].filter((part): part is string => Boolean(part)),
    division: one(profile?.division),
    industry: one(profile?.industry),
    employees: one(profile?.employees),
    revenueWan: one(profile?.revenueWan),
    assetsWan: one(profile?.assetsWan),
    underLargeControl: one(profile?.underLargeControl),
    exportingSince: one(profile?.exportingSince),
    summaryZh: one(profile?.summaryZh),
    summaryEn: one(profile?.summaryEn),
    capacityZh: one(profile?.capacityZh),
    capacityEn: one(profile?.capacityEn),
    products: db
      .select()
      .from(profileProducts)
      .where(eq(profileProducts.organisationId, organisationId))
      .orderBy(asc(profileProducts.hs))
      .all()
      .map(({ hs, nameZh, nameEn }) => [hs, nameZh, nameEn].filter(Boolean).join(" · ")),
    certificates: db
      .select()
      .from(profileCertificates)
      .where(eq(profileCertificates.organisationId, organisationId))
      .orderBy(asc(profileCertificates.code))
      .all()
      .map(({ code, issuer, expiresOn }) => [code, issuer, expiresOn].filter(Boolean).join(" · ")),
    targets: markets.filter(({ relation }) => relation === "target").map((row) => row.marketCode),
    exported: markets.filter(({ relation }) => relation === "exported").map((row) => row.marketCode),
    capabilities: db
      .select()
      .from(profileCapabilities)
      .where(eq(profileCapabilities.organisationId, organisationId))
      .all()
      .map(({ capability }) => capability)
      .sort(),
    needs: db
      .select()
      .from(profileNeeds)
      .where(eq(profileNeeds.organisationId, organisationId))
      .all()
      .map(({ need }) => need)
      .sort(),
    languages: db
      .select()
      .from(profileLanguages)
      .where(eq(profileLanguages.organisationId, organisationId))
      .all()
      .map(({ language }) => language)
      .sort(),
    relations: db
      .select()
      .from(declaredRelations)
      .where(eq(declaredRelations.organisationId, organisationId))
      .orderBy(asc(declaredRelations.createdAt))
      .all()
      .filter(({ endedAt }) => !endedAt)
      .map(({ relation, otherName, otherCreditCode }) =>
        [relation, otherName, otherCreditCode].filter(Boolean).join(" · "),
      ),
  };
}

/** The fields that differ between two snapshots, in order. */
export function changedFields(before: Partial<Snapshot>, after: Snapshot): SnapshotField[] {
  return snapshotFields.filter(
    (field) => JSON.stringify(before[field] ?? []) !== JSON.stringify(after[field]),
  );
}
