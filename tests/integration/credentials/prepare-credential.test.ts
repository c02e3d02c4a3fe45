import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { endorsementCredentials, signingKeys, spentStatusIndexes } from "#db/schema/endorsements.ts";
import {
  CredentialStale,
  keepCredential,
  prepareCredential,
  withCredential,
  type PreparedCredential,
} from "#app/modules/credentials/prepare-credential.server.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { acceptedEndorsement, credentialRow, issuedEndorsement, partOf } from "./issued.ts";

const keep = (db: Database, id: string, prepared: PreparedCredential) =>
  db.transaction((tx) => keepCredential(tx, id, prepared));

describe("a prepared credential", () => {
  test("writes nothing until it is kept", async () => {
    const db = testDatabase();
    const endorsement = acceptedEndorsement(db);
    const prepared = await prepareCredential(testCtx(db), endorsement, ["goods"]);
    expect(db.select().from(endorsementCredentials).all()).toEqual([]);
    keep(db, endorsement.id, prepared);
    expect(credentialRow(db, endorsement.id)).toEqual({ endorsementId: endorsement.id, ...prepared });
  });

  test("is stale when its place is taken or spent, or its key was given away meanwhile", async () => {
    const db = testDatabase();
    const other = await issuedEndorsement(db);
    const endorsement = acceptedEndorsement(db);
    const prepared = await prepareCredential(testCtx(db), endorsement, []);
    const taken = { ...prepared, statusIndex: other.statusIndex };
    expect(() => keep(db, endorsement.id, taken)).toThrow(CredentialStale);
    db.insert(spentStatusIndexes).values({ statusIndex: 7, endorsementId: "gone" }).run();
    expect(() => keep(db, endorsement.id, { ...prepared, statusIndex: 7 })).toThrow(CredentialStale);
    db.update(signingKeys).set({ compromisedAt: testNow }).where(eq(signingKeys.id, prepared.keyId)).run();
    expect(() => keep(db, endorsement.id, prepared)).toThrow(CredentialStale);
  });

  test("is prepared anew when it went stale, with another place", async () => {
    const db = testDatabase();
    const rival = acceptedEndorsement(db);
    const endorsement = acceptedEndorsement(db);
    const tried: number[] = [];
    await withCredential(testCtx(db), endorsement, [], (prepared) => {
      tried.push(prepared.statusIndex);
      // Another process takes the same place first.
      if (tried.length === 1) keep(db, rival.id, prepared);
      keep(db, endorsement.id, prepared);
    });
    expect(tried).toHaveLength(2);
    const row = credentialRow(db, endorsement.id)!;
    expect(row.statusIndex).toBe(tried[1]);
    expect(partOf(row.jwt, 1).credentialStatus).toMatchObject([{ statusListIndex: String(tried[1]) }, {}]);
  });
});
