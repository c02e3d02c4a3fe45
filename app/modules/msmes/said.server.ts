import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import {
  exporterProfiles,
  profileCapabilities,
  profileCertificates,
  profileLanguages,
  profileMarkets,
  profileNeeds,
  profileProducts,
} from "#db/schema/msmes.ts";
import { groupValue, type ProfileGroup, type Said } from "./groups.ts";

type Reader = Pick<Database | Transaction, "select">;

/** What a firm has said in its profile; empty when it has said nothing yet. */
export function readSaid(db: Reader, id: string): Said & { statedGroups: string[]; updatedAt: Date | null } {
  const row = db.select().from(exporterProfiles).where(eq(exporterProfiles.organisationId, id)).get();
  const reached = db
    .select()
    .from(profileMarkets)
    .where(eq(profileMarkets.organisationId, id))
    .orderBy(asc(profileMarkets.marketCode))
    .all();
  const codesOf = (relation: "target" | "exported") =>
    reached.filter((one) => one.relation === relation).map((one) => one.marketCode);
  return {
    division: row?.division ?? null,
    industry: row?.industry ?? null,
    underLargeControl: row?.underLargeControl ?? null,
    employees: row?.employees ?? null,
    revenueWan: row?.revenueWan ?? null,
    assetsWan: row?.assetsWan ?? null,
    summaryEn: row?.summaryEn ?? "",
    summaryZh: row?.summaryZh ?? "",
    capacityEn: row?.capacityEn ?? "",
    capacityZh: row?.capacityZh ?? "",
    exportingSince: row?.exportingSince ?? null,
    statedGroups: row?.statedGroups ?? [],
    updatedAt: row?.updatedAt ?? null,
    products: db
      .select({ hs: profileProducts.hs, nameEn: profileProducts.nameEn, nameZh: profileProducts.nameZh })
      .from(profileProducts)
      .where(eq(profileProducts.organisationId, id))
      .orderBy(asc(profileProducts.hs))
      .all(),
    capabilities: db
      .select()
      .from(profileCapabilities)
      .where(eq(profileCapabilities.organisationId, id))
      .all()
      .map((one) => one.capability),
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
  };
}

/** A short fingerprint of plain data: a form carries that of what it began from, to find out who saved meanwhile. */
export function fingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

export function groupFingerprint(group: ProfileGroup, said: Said): string {
  return fingerprint(groupValue(group, said));
}
