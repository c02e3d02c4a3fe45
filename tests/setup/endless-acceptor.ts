import { eq } from "drizzle-orm";
import { openDatabase } from "#db/client.server.ts";
import { endorsements, memberships } from "#db/schema/index.ts";
import { acceptEndorsement } from "#app/modules/endorsements/accept-endorsement.server.ts";
import { fingerprint } from "#app/modules/endorsements/own-endorsement.server.ts";
import type { Person } from "#app/platform/context.ts";

// Accepts one endorsement after the other for its firm, and says each when the verb is back, until somebody kills it.
const [, , file, now] = process.argv;
const db = openDatabase(file!);
const waiting = db.select().from(endorsements).where(eq(endorsements.state, "pending_approval")).all();
process.stdout.write("ready\n");
for (const row of waiting) {
  const member = db.select().from(memberships).where(eq(memberships.organisationId, row.msmeId)).get()!;
  const actor: Person = {
    kind: "user",
    userId: member.userId,
    sessionId: "session",
    name: "Lin Yue",
    email: "lin@firm.example",
    lang: "zh",
    emailVerified: true,
    secondFactor: false,
    secondFactorSetUp: false,
    organisation: { id: row.msmeId, kind: "msme", nameEn: "", nameZh: "", role: "owner", approver: false },
    staffRoles: [],
  };
  const ctx = { db, actor, now: new Date(Number(now)), requestId: "test" };
  await acceptEndorsement(ctx, row.id, fingerprint(row), ["goods"]);
  process.stdout.write(`${row.id}\n`);
}
