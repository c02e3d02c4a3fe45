import type { Database } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { exporterProfiles, profileProducts } from "#db/schema/msmes.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { eq } from "drizzle-orm";
import type { Person } from "#app/platform/context.ts";
import { addEvidence } from "#app/modules/vetting/add-evidence.server.ts";
import type { Scores } from "#app/modules/vetting/criteria.ts";
import type { ReviewInput } from "#app/modules/vetting/schema.ts";
import { submitCase } from "#app/modules/vetting/submit-case.server.ts";
import { as } from "#tests/setup/caller.ts";
import { testNow } from "#tests/setup/database.ts";
import { makeUser, signedIn } from "./accounts.ts";
import { makeFirm } from "./msmes.ts";
import { file, pdf } from "./uploads.ts";

/** A vetter past the second factor. */
export async function makeVetter(db: Database, name = "Vetter"): Promise<Person> {
  const id = await makeUser(db, { name, staff: ["vetter"], secondFactor: true });
  return signedIn(db, id, { secondFactor: true });
}

export async function makeAdmin(db: Database): Promise<Person> {
  const id = await makeUser(db, { name: "Admin", staff: ["admin"], secondFactor: true });
  return signedIn(db, id, { secondFactor: true });
}

/** A firm whose profile says what an application needs. */
export async function makeApplicant(db: Database, nameEn = "Qingdao Kites") {
  const firm = await makeFirm(db, nameEn);
  db.update(organisations).set({ province: "Shandong" }).where(eq(organisations.id, firm.id)).run();
  db.insert(exporterProfiles)
    .values({
      organisationId: firm.id,
      industry: "industry",
      division: "24",
      employees: 40,
      revenueWan: 900,
      assetsWan: 700,
      statedGroups: ["firm", "products"],
      updatedAt: testNow,
    })
    .run();
  db.insert(profileProducts)
    .values({ organisationId: firm.id, hs: "950300", nameEn: "Kites", nameZh: "风筝" })
    .run();
  return firm;
}

/** A firm whose case has just been handed in, with its licence as evidence. */
export async function handIn(db: Database, nameEn?: string, now = testNow) {
  const firm = await makeApplicant(db, nameEn);
  const ctx = as(db, firm.actor, { now });
  await addEvidence(ctx, { kind: "businessLicence", note: "", files: [file("licence.pdf", pdf())] });
  submitCase(ctx);
  return { ...firm, ctx, caseId: caseOf(db, firm.id).id };
}

/** The firm's newest case. */
export function caseOf(db: Database, organisationId: string) {
  return db
    .select()
    .from(vettingCases)
    .where(eq(vettingCases.organisationId, organisationId))
    .all()
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0]!;
}

/** A review with these points, and a reason for each. */
export function review(
  scores: [identity: number, capability: number, compliance: number, readiness: number],
  more: Partial<Pick<ReviewInput, "codes" | "note">> = {},
): ReviewInput {
  const [identity, capability, compliance, readiness] = scores;
  const points: Scores = { identity, capability, compliance, readiness };
  return {
    ...points,
    identityWhy: "The licence agrees with the register.",
    capabilityWhy: "Two lines, forty people, seen on photos.",
    complianceWhy: "Test report of this year, no concern found.",
    readinessWhy: "One customs declaration of last spring.",
    codes: more.codes ?? [],
    note: more.note ?? "",
  };
}
