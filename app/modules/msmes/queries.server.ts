import { asc, eq, sql } from "drizzle-orm";
import { organisations, users } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { profilePhotos, readinessAnswers } from "#db/schema/msmes.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ownFirm } from "./policy.ts";
import { readSaid } from "./said.server.ts";
import { standingOf } from "./standing.ts";

export type Profile = {
  organisation: typeof organisations.$inferSelect;
  /** Of GB/T 4754-2017; null in profiles that name only the standard's industry. */
  division: string | null;
  industry: string | null;
  underLargeControl: boolean | null;
  employees: number | null;
  revenueWan: number | null;
  assetsWan: number | null;
  summaryEn: string;
  summaryZh: string;
  capacityEn: string;
  capacityZh: string;
  exportingSince: number | null;
  /** Groups the firm has saved at least once. */
  statedGroups: string[];
  updatedAt: Date | null;
  products: { hs: string; nameEn: string; nameZh: string }[];
  capabilities: string[];
  certificates: { code: string; issuer: string; expiresOn: string | null }[];
  targets: string[];
  exported: string[];
  needs: string[];
  languages: string[];
  /** Answers of the self-assessment by question, 0–3. */
  readiness: Record<string, number>;
  photos: { id: string; uploadId: string; captionEn: string; captionZh: string }[];
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
  const cases = db.select().from(vettingCases).where(eq(vettingCases.organisationId, id)).all();
  const answers = db.select().from(readinessAnswers).where(eq(readinessAnswers.organisationId, id)).all();
  return {
    organisation,
    ...readSaid(db, id),
    readiness: Object.fromEntries(answers.map((one) => [one.question, one.answer])),
    photos: db
      .select({
        id: profilePhotos.id,
        uploadId: profilePhotos.uploadId,
        captionEn: profilePhotos.captionEn,
        captionZh: profilePhotos.captionZh,
      })
      .from(profilePhotos)
      .where(eq(profilePhotos.organisationId, id))
      .orderBy(asc(profilePhotos.position))
      .all(),
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

/** When each group of the actor's own profile was last saved, and by whom; from the trail. */
export function lastSaves(ctx: Ctx): Record<string, { at: Date; by: string | null }> {
  const firm = ownFirm(ctx.actor);
  if (!firm) return {};
  const group = sql<string>`json_extract(${auditEntries.detail}, '$.group')`;
  const rows = ctx.db
    // With max() SQLite takes the other columns from the row that holds the maximum.
    .select({ group, seq: sql<number>`max(${auditEntries.seq})`, at: auditEntries.at, by: users.name })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      sql`${auditEntries.record} = 'profile' and ${auditEntries.recordId} = ${firm.id} and ${auditEntries.action} = 'profile.save'`,
    )
    .groupBy(group)
    .all();
  return Object.fromEntries(rows.map((row) => [row.group, { at: row.at, by: row.by }]));
}
