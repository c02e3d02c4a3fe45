import { openDatabase } from "#db/client.server.ts";
import { giveReview } from "#app/modules/vetting/give-review.server.ts";
import type { Person } from "#app/platform/context.ts";

// Gives reviews of the named cases, one after the other, as one person, and says each that was given. Others do the
// same meanwhile, from processes of their own.
const [file, userId, start, ...cases] = process.argv.slice(2);
const db = openDatabase(file!);
const actor: Person = {
  kind: "user",
  userId: userId!,
  sessionId: "",
  name: "",
  email: "",
  lang: "en",
  emailVerified: true,
  secondFactor: true,
  secondFactorSetUp: true,
  organisation: null,
  staffRoles: ["vetter"],
};
const why = "Seen in the evidence, page one.";
const points = { identity: 4, capability: 4, compliance: 4, readiness: 4 };
const reasons = { identityWhy: why, capabilityWhy: why, complianceWhy: why, readinessWhy: why };
while (Date.now() < Number(start)) await new Promise((resolve) => setTimeout(resolve, 1));
for (const id of cases) {
  const ctx = { db, actor, now: new Date(), requestId: "test" };
  try {
    process.stdout.write(`${id} ${giveReview(ctx, id, { ...points, ...reasons, codes: [], note: "" })}\n`);
  } catch (error) {
    process.stdout.write(`${id} ${(error as Error).message}\n`);
  }
  await new Promise((resolve) => setImmediate(resolve));
}
db.$client.close();
