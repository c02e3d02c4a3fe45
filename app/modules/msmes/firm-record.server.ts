import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import {
  consents,
  exporterProfiles,
  profileCapabilities,
  profileCertificates,
  profileDisclosures,
  profileLanguages,
  profileMarkets,
  profileNeeds,
  profilePhotos,
  profileProducts,
  readinessAnswers,
} from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { endorsementsInForce, standingsOf } from "#app/modules/endorsements/in-force.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { fieldGroups, type FieldGroup, type FirmRecord } from "./disclosure.ts";
import { sizeClass } from "./size-class.ts";
import { standardInForce } from "./standards.server.ts";

/**
 * All there is of these firms by English name. Only firm.server.ts may call it: whatever
 * it gives out has passed `disclose` (a test holds that).
 */
export function firmRecords(ctx: Pick<Ctx, "db" | "now">, ids: readonly string[]): FirmRecord[] {
  const { db, now } = ctx;
  const firms = db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, "msme"), inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.nameEn), asc(organisations.id))
    .all();
  const own = firms.map(({ id }) => id);
  if (own.length === 0) return [];
  const rowsOf = <Row extends { organisationId: string }>(rows: Row[]) => {
    const byFirm = grouped(rows, (row) => row.organisationId);
    return (id: string) => byFirm.get(id) ?? [];
  };
  const profiles = rowsOf(
    db.select().from(exporterProfiles).where(inArray(exporterProfiles.organisationId, own)).all(),
  );
  const products = rowsOf(
    db
      .select()
      .from(profileProducts)
      .where(inArray(profileProducts.organisationId, own))
      .orderBy(asc(profileProducts.hs))
      .all(),
  );
  const certificates = rowsOf(
    db
      .select()
      .from(profileCertificates)
      .where(inArray(profileCertificates.organisationId, own))
      .orderBy(asc(profileCertificates.code))
      .all(),
  );
  const markets = rowsOf(
    db
      .select()
      .from(profileMarkets)
      .where(inArray(profileMarkets.organisationId, own))
      .orderBy(asc(profileMarkets.marketCode))
      .all(),
  );
  const needs = rowsOf(db.select().from(profileNeeds).where(inArray(profileNeeds.organisationId, own)).all());
  const languages = rowsOf(
    db.select().from(profileLanguages).where(inArray(profileLanguages.organisationId, own)).all(),
  );
  const capabilities = rowsOf(
    db.select().from(profileCapabilities).where(inArray(profileCapabilities.organisationId, own)).all(),
  );
  const photos = rowsOf(
    db
      .select({
        organisationId: profilePhotos.organisationId,
        uploadId: profilePhotos.uploadId,
        captionEn: profilePhotos.captionEn,
        captionZh: profilePhotos.captionZh,
      })
      .from(profilePhotos)
      .innerJoin(uploads, eq(uploads.id, profilePhotos.uploadId))
      .where(and(inArray(profilePhotos.organisationId, own), isNull(uploads.deletedAt)))
      .orderBy(asc(profilePhotos.position))
      .all(),
  );
  const readiness = rowsOf(
    db.select().from(readinessAnswers).where(inArray(readinessAnswers.organisationId, own)).all(),
  );
  const disclosures = rowsOf(
    db.select().from(profileDisclosures).where(inArray(profileDisclosures.organisationId, own)).all(),
  );
  const consented = rowsOf(
    db
      .select()
      .from(consents)
      .where(
        and(
          inArray(consents.organisationId, own),
          eq(consents.purpose, "abroad"),
          isNull(consents.revokedAt),
        ),
      )
      .all(),
  );
  const standard = standardInForce(ctx);
  const standings = standingsOf(ctx, own);
  const endorsed = grouped(
    endorsementsInForce({ db, now }, own.length === 1 ? { msmeId: own[0]! } : {}),
    (one) => one.msmeId,
  );
  const some = <Item>(items: Item[]) => (items.length > 0 ? items : null);
  return firms.map(({ id, nameEn, nameZh, country, province, city, creditCode }) => {
    const profile = profiles(id)[0];
    const size = profile ? sizeClass(profile, standard) : null;
    const codes = (relation: "target" | "exported") =>
      markets(id)
        .filter((one) => one.relation === relation)
        .map((one) => one.marketCode);
    const { summaryEn = "", summaryZh = "", capacityEn = "", capacityZh = "" } = profile ?? {};
    const { division = null, industry = null, exportingSince = null } = profile ?? {};
    const { employees = null, revenueWan = null, assetsWan = null } = profile ?? {};
    const can = capabilities(id).map((one) => one.capability);
    const reached = codes("exported");
    return {
      firm: { id, nameEn, nameZh, country, province, city },
      standing: standings.get(id)!,
      levels: Object.fromEntries(
        disclosures(id)
          .filter((one) => (fieldGroups as readonly string[]).includes(one.fieldGroup))
          .map((one) => [one.fieldGroup as FieldGroup, one.level]),
      ),
      consentAbroad: consented(id).length > 0,
      endorsements: endorsed.get(id) ?? [],
      groups: {
        summary: summaryEn || summaryZh ? { en: summaryEn, zh: summaryZh } : null,
        industry:
          division || industry
            ? { division, industry, sizeClass: size?.kind === "class" ? size.class : null }
            : null,
        figures:
          employees !== null || revenueWan !== null || assetsWan !== null
            ? { employees, revenueWan, assetsWan }
            : null,
        products: some(products(id).map(({ hs, nameEn, nameZh }) => ({ hs, nameEn, nameZh }))),
        capacity:
          can.length > 0 || capacityEn || capacityZh
            ? { capabilities: can, en: capacityEn, zh: capacityZh }
            : null,
        certificates: some(
          certificates(id).map(({ id, code, issuer, expiresOn }) => ({ id, code, issuer, expiresOn })),
        ),
        export:
          exportingSince !== null || reached.length > 0 ? { since: exportingSince, markets: reached } : null,
        markets: some(codes("target")),
        needs: some(needs(id).map((one) => one.need)),
        languages: some(languages(id).map((one) => one.language)),
        photos: some(
          photos(id).map(({ uploadId, captionEn, captionZh }) => ({ uploadId, captionEn, captionZh })),
        ),
        readiness: some(readiness(id).map(({ question, answer }) => ({ question, answer }))),
        registration: creditCode ? { creditCode } : null,
      },
    };
  });
}

/** The firms that have opened one of these groups to everybody. */
export function firmsShowing({ db }: Pick<Ctx, "db">, groups: readonly FieldGroup[]): string[] {
  return db
    .selectDistinct({ id: profileDisclosures.organisationId })
    .from(profileDisclosures)
    .where(and(inArray(profileDisclosures.fieldGroup, [...groups]), eq(profileDisclosures.level, "public")))
    .all()
    .map(({ id }) => id);
}

function grouped<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
