import { eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import {
  endorsementCredentials,
  endorsementFlags,
  endorsements,
  signingKeys,
} from "#db/schema/endorsements.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { standingOf } from "#app/modules/msmes/standing.ts";
import type { Ctx } from "#app/platform/context.ts";

/** Issued credentials with everything that their status follows from. */
export function issuedCredentials({ db, now }: Pick<Ctx, "db" | "now">, where?: SQL) {
  const rows = db
    .select({ endorsement: endorsements, credential: endorsementCredentials, key: signingKeys })
    .from(endorsementCredentials)
    .innerJoin(endorsements, eq(endorsements.id, endorsementCredentials.endorsementId))
    .innerJoin(signingKeys, eq(signingKeys.id, endorsementCredentials.keyId))
    .where(where)
    .all();
  const flags = flagsOf(
    db,
    rows.map(({ endorsement }) => endorsement.id),
  );
  const suspended = suspendedFirms(
    db,
    now,
    rows.map(({ endorsement }) => endorsement.msmeId),
  );
  return rows.map(({ endorsement, credential, key }) => ({
    endorsement,
    credential,
    key,
    flags: flags.get(endorsement.id) ?? [],
    firmSuspended: suspended.has(endorsement.msmeId),
    keyCompromised: key.compromisedAt !== null,
  }));
}

function flagsOf(db: Database, ids: string[]): Map<string, ("cleared" | "upheld" | null)[]> {
  const found = new Map<string, ("cleared" | "upheld" | null)[]>();
  for (const { id, outcome } of db
    .select({ id: endorsementFlags.endorsementId, outcome: endorsementFlags.outcome })
    .from(endorsementFlags)
    .where(inArray(endorsementFlags.endorsementId, ids))
    .all()) {
    found.set(id, [...(found.get(id) ?? []), outcome]);
  }
  return found;
}

function suspendedFirms(db: Database, now: Date, ids: string[]): Set<string> {
  const cases = db
    .select()
    .from(vettingCases)
    .where(inArray(vettingCases.organisationId, [...new Set(ids)]))
    .all();
  return new Set(
    [...new Set(cases.map((one) => one.organisationId))].filter(
      (id) =>
        standingOf(
          cases.filter((one) => one.organisationId === id),
          now,
        ).status === "suspended",
    ),
  );
}
