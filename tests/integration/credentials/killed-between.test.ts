import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { endorsementCredentials, endorsements } from "#db/schema/endorsements.ts";
import { makeOrganisation, makeUser } from "#tests/factories/accounts.ts";
import { insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { acceptedEndorsement, strangerSays } from "./issued.ts";

const acceptor = join(import.meta.dirname, "../../setup/endless-acceptor.ts");

test("killing the process while firms accept leaves each endorsement with its credential, or without both", async () => {
  const db = testDatabase();
  const [drafter, approver] = [await makeUser(db), await makeUser(db)];
  for (let count = 0; count < 45; count += 1) {
    const firm = await makeFirm(db);
    insertVetting(db, firm.id);
    acceptedEndorsement(db, {
      msmeId: firm.id,
      mncId: makeOrganisation(db, { kind: "mnc" }),
      state: "pending_approval",
      conflictStatement: "None.",
      draftedById: drafter,
      approvedById: approver,
      approvedAt: testNow,
      acceptedAt: null,
      shownFields: [],
    });
  }
  let accepted = 0;
  for (const afterMs of [1, 7, 20]) {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", acceptor, db.$client.name, String(testNow.getTime())],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const ended = new Promise((resolve) => child.once("exit", resolve));
    let said = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === "ready") continue;
      said += 1;
      // Anywhere in the next acceptance: reading, signing, writing.
      if (said === 5) setTimeout(() => child.kill("SIGKILL"), afterMs);
    }
    await ended;
    const active = db.select().from(endorsements).where(eq(endorsements.state, "active")).all();
    const issued = db.select().from(endorsementCredentials).all();
    expect(active.map(({ id }) => id).sort()).toEqual(
      issued.map(({ endorsementId }) => endorsementId).sort(),
    );
    expect(active.length - accepted).toBeGreaterThanOrEqual(5);
    expect(active.length).toBeLessThan(45);
    for (const { jwt } of issued) expect(await strangerSays(db, jwt)).toBe("valid");
    accepted = active.length;
  }
});
