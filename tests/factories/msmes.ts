import type { Database } from "#db/client.server.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { profileDisclosures } from "#db/schema/msmes.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import type { DisclosureLevel, FieldGroup } from "#app/modules/msmes/disclosure.ts";
import type { Person } from "#app/platform/context.ts";
import { testNow } from "#tests/setup/database.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "./accounts.ts";

const dayMs = 86_400_000;
export const daysFromNow = (days: number) => new Date(testNow.getTime() + days * dayMs);

/** An msme with one signed-in owner. */
export async function makeFirm(db: Database, nameEn?: string): Promise<{ id: string; actor: Person }> {
  const id = makeOrganisation(db, { kind: "msme", ...(nameEn ? { nameEn } : {}) });
  const userId = await makeUser(db);
  addMember(db, id, userId, { role: "owner" });
  return { id, actor: await signedIn(db, userId) };
}

/** A vetting case; approved and valid for 200 more days unless said otherwise. */
export function insertVetting(
  db: Database,
  organisationId: string,
  fields: Partial<typeof vettingCases.$inferInsert> = {},
): void {
  db.insert(vettingCases)
    .values({
      organisationId,
      state: "approved",
      scores: { identity: 4, capability: 4, compliance: 4, readiness: 3 },
      submittedAt: daysFromNow(-190),
      decidedAt: daysFromNow(-165),
      expiresAt: daysFromNow(200),
      createdAt: daysFromNow(-200),
      ...fields,
    })
    .run();
}

/** Sets who may see groups of a firm's profile; the others stay with the chamber. */
export function setLevels(
  db: Database,
  organisationId: string,
  levels: Partial<Record<FieldGroup, DisclosureLevel>>,
): void {
  for (const [fieldGroup, level] of Object.entries(levels)) {
    const set = { level, updatedAt: testNow };
    db.insert(profileDisclosures)
      .values({ organisationId, fieldGroup, ...set })
      .onConflictDoUpdate({ target: [profileDisclosures.organisationId, profileDisclosures.fieldGroup], set })
      .run();
  }
}

export function insertEndorsement(
  db: Database,
  mncId: string,
  msmeId: string,
  fields: Partial<typeof endorsements.$inferInsert> = {},
): void {
  db.insert(endorsements)
    .values({
      mncId,
      msmeId,
      state: "active",
      supplierSince: 2023,
      scopeSectors: [],
      scopeMarkets: [],
      validFrom: daysFromNow(-30),
      validUntil: daysFromNow(300),
      createdAt: daysFromNow(-31),
      ...fields,
    })
    .run();
}
