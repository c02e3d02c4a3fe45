import { and, asc, eq, gt, inArray, isNotNull, lte, or } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { standingOf } from "#app/modules/msmes/standing.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import { inForce } from "./policy.ts";

type Reader = { db: Database | Transaction; now: Date };
export type Endorsement = typeof endorsements.$inferSelect;
export type EndorsementInForce = Endorsement & {
  mnc: { nameEn: string; nameZh: string };
  msme: { nameEn: string; nameZh: string };
};

/**
 * The endorsements that count now, by multinational's English name: the one query behind every reader, see `inForce`.
 * Narrow it to a firm, a multinational or one endorsement.
 */
export function endorsementsInForce(
  { db, now }: Reader,
  only: { msmeId?: string; mncId?: string; id?: string } = {},
): EndorsementInForce[] {
  const rows = db
    .select({
      endorsement: endorsements,
      mnc: { nameEn: organisations.nameEn, nameZh: organisations.nameZh },
    })
    .from(endorsements)
    .innerJoin(organisations, eq(organisations.id, endorsements.mncId))
    .where(
      and(
        eq(endorsements.state, "active"),
        lte(endorsements.validFrom, now),
        gt(endorsements.validUntil, now),
        only.msmeId === undefined ? undefined : eq(endorsements.msmeId, only.msmeId),
        only.mncId === undefined ? undefined : eq(endorsements.mncId, only.mncId),
        only.id === undefined ? undefined : eq(endorsements.id, only.id),
      ),
    )
    .orderBy(asc(organisations.nameEn), asc(endorsements.createdAt))
    .all();
  if (rows.length === 0) return [];
  const flags = flagsOf(
    db,
    rows.map((row) => row.endorsement.id),
  );
  const firms = [...new Set(rows.map((row) => row.endorsement.msmeId))];
  const standings = standingsOf({ db, now }, firms);
  const names = new Map(
    db
      .select({ id: organisations.id, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
      .from(organisations)
      .where(inArray(organisations.id, firms))
      .all()
      .map(({ id, ...name }) => [id, name]),
  );
  return rows
    .filter(({ endorsement }) =>
      inForce(endorsement, flags.get(endorsement.id) ?? [], standings.get(endorsement.msmeId)!, now),
    )
    .map(({ endorsement, mnc }) => ({ ...endorsement, mnc, msme: names.get(endorsement.msmeId)! }));
}

/**
 * Whether a multinational's word about this firm stands or waits for the firm's answer, held or not: it is about the
 * firm as it is registered now.
 */
export function isVouchedFor({ db, now }: Reader, msmeId: string): boolean {
  const stands = and(eq(endorsements.state, "active"), gt(endorsements.validUntil, now));
  const waits = and(eq(endorsements.state, "pending_approval"), isNotNull(endorsements.approvedAt));
  const found = db
    .select({ id: endorsements.id })
    .from(endorsements)
    .where(and(eq(endorsements.msmeId, msmeId), or(stands, waits)))
    .get();
  return found !== undefined;
}

export type EndorsementFlag = typeof endorsementFlags.$inferSelect;

/** All flags of these endorsements, by endorsement. */
export function flagsOf(db: Database | Transaction, ids: readonly string[]): Map<string, EndorsementFlag[]> {
  const flags = new Map<string, EndorsementFlag[]>();
  if (ids.length === 0) return flags;
  for (const flag of db
    .select()
    .from(endorsementFlags)
    .where(inArray(endorsementFlags.endorsementId, [...ids]))
    .orderBy(asc(endorsementFlags.raisedAt))
    .all()) {
    flags.set(flag.endorsementId, [...(flags.get(flag.endorsementId) ?? []), flag]);
  }
  return flags;
}

/** The standing of each of these firms now. It reads what a standing follows from, not the snapshots beside it. */
export function standingsOf({ db, now }: Reader, firms: readonly string[]): Map<string, Standing> {
  const { organisationId, state, scores, submittedAt, decidedAt, expiresAt } = vettingCases;
  const rows = db
    .select({ organisationId, state, scores, submittedAt, decidedAt, expiresAt })
    .from(vettingCases)
    .where(inArray(vettingCases.organisationId, [...firms]))
    .all();
  const cases = new Map(firms.map((id): [string, typeof rows] => [id, []]));
  for (const row of rows) cases.get(row.organisationId)!.push(row);
  return new Map([...cases].map(([id, own]) => [id, standingOf(own, now)]));
}
