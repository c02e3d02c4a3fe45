import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "#db/client.server.ts";
import {
  endorsementCredentials,
  endorsements,
  signingKeys,
  spentStatusIndexes,
} from "#db/schema/endorsements.ts";
import { notifications } from "#db/schema/notifications.ts";
import { issueCredentials } from "#app/modules/credentials/issue-credentials.server.ts";
import { KeyCompromised, ownDidDocument, registerKey } from "#app/modules/credentials/keys.server.ts";
import { rotateKey, RotationRefused } from "#app/modules/credentials/rotate-key.server.ts";
import { writeBackup } from "#app/platform/backup.server.ts";
import { env } from "#app/platform/env.server.ts";
import { keptKey } from "#app/platform/signing-key.server.ts";
import { insertVetting, makeFirm } from "#tests/factories/msmes.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { acceptedEndorsement, credentialRow, issuedEndorsement, partOf, strangerSays } from "./issued.ts";

/** A key in a folder of its own, as on somebody's server. */
function keyInFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fairway-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv("SIGNING_KEY", "");
  vi.spyOn(env(), "DATA_DIR", "get").mockReturnValue(folder);
  keptKey(join(folder, "signing-key"));
  return join(folder, "signing-key");
}

beforeEach(() => {
  const settings = env();
  const { DATA_DIR } = settings;
  Object.defineProperty(settings, "DATA_DIR", { get: () => DATA_DIR, configurable: true });
});
afterEach(() => vi.unstubAllEnvs());

describe("a new key", () => {
  test("leaves what the old one signed valid, and signs from then on without a restart", async () => {
    const file = keyInFolder();
    const db = testDatabase();
    const old = await issuedEndorsement(db);
    const text = readFileSync(file, "utf8");
    const done = await rotateKey(testCtx(db));
    expect(done).toMatchObject({ retired: old.keyId, compromised: null, reissued: 0 });
    expect(readFileSync(file, "utf8")).not.toBe(text);
    expect(ownDidDocument(db).assertionMethod).toHaveLength(2);
    expect(credentialRow(db, old.endorsement.id)?.jwt).toBe(old.jwt);
    const fresh = await issuedEndorsement(db);
    expect(fresh.keyId).toBe(done.current);
    expect([await strangerSays(db, old.jwt), await strangerSays(db, fresh.jwt)]).toEqual(["valid", "valid"]);
  });

  test("in the environment is told how to be changed, and is taken over at the start", async () => {
    const db = testDatabase();
    const old = await issuedEndorsement(db);
    await expect(rotateKey(testCtx(db))).rejects.toThrow(RotationRefused);
    keyInFolder();
    await registerKey(testCtx(db));
    expect(
      db.select().from(signingKeys).where(eq(signingKeys.id, old.keyId)).get()?.retiredAt,
    ).not.toBeNull();
    expect(await strangerSays(db, old.jwt)).toBe("valid");
  });
});

test("a backup holds the public keys and the credentials, never the private key", async () => {
  const file = keyInFolder();
  const db = testDatabase();
  const { jwt } = await issuedEndorsement(db);
  const dataDir = dirname(file);
  const archive = join(dataDir, "backups", "all.tar");
  const { files } = await writeBackup(db, {
    file: archive,
    dataDir,
    version: "0",
    secret: "s",
    now: testNow,
  });
  expect(files.map(({ path }) => path)).toEqual(["fairway.sqlite"]);
  const bytes = readFileSync(archive);
  expect(bytes.includes(jwt.slice(-40))).toBe(true);
  const key = readFileSync(file, "utf8").trim();
  expect(bytes.includes(key)).toBe(false);
  expect(bytes.includes(Buffer.from(key, "base64").subarray(-32))).toBe(false);
});

describe("a compromised key", () => {
  test("takes its credentials with it; those in force are issued anew at another place", async () => {
    keyInFolder();
    const db = testDatabase();
    const firm = await makeFirm(db);
    insertVetting(db, firm.id);
    const old = await issuedEndorsement(db, { msmeId: firm.id });
    const gone = await issuedEndorsement(db, { state: "active" });
    db.update(endorsements).set({ state: "revoked" }).where(eq(endorsements.id, gone.endorsement.id)).run();
    const done = await rotateKey(testCtx(db), { compromised: "current" });
    expect(done).toMatchObject({ compromised: old.keyId, reissued: 1 });
    const anew = credentialRow(db, old.endorsement.id)!;
    expect(anew.keyId).toBe(done.current);
    expect(anew.statusIndex).not.toBe(old.statusIndex);
    expect(db.select().from(spentStatusIndexes).all()).toEqual([
      { statusIndex: old.statusIndex, endorsementId: old.endorsement.id },
    ]);
    expect(await strangerSays(db, old.jwt)).toBe("foreign key");
    expect(await strangerSays(db, anew.jwt)).toBe("valid");
    expect(credentialRow(db, gone.endorsement.id)?.keyId).toBe(old.keyId);
    expect(db.select().from(notifications).all()).toMatchObject([
      { userId: firm.actor.userId, key: "credential.reissued", path: `/verify/${old.endorsement.id}` },
    ]);
    // The same again changes nothing more.
    expect(await issueCredentials(testCtx(db))).toBe(0);
  });

  test("that was replaced long ago leaves the one in use as it is", async () => {
    keyInFolder();
    const db = testDatabase();
    const old = await issuedEndorsement(db);
    const { current } = await rotateKey(testCtx(db));
    const later = await issuedEndorsement(db);
    expect(await rotateKey(testCtx(db), { compromised: old.keyId })).toMatchObject({
      current,
      retired: null,
      reissued: 1,
    });
    expect(await strangerSays(db, later.jwt)).toBe("valid");
    await expect(rotateKey(testCtx(db), { compromised: "no-such-key" })).rejects.toThrow("no signing key");
  });

  test("signs nothing more, also when the command was cut off before there was a new one", async () => {
    const db = testDatabase();
    const { keyId } = await issuedEndorsement(db);
    expect(await rotateKey(testCtx(db), { compromised: "current" })).toMatchObject({ current: null });
    acceptedEndorsement(db);
    await expect(issueCredentials(testCtx(db))).rejects.toThrow(KeyCompromised);
    expect(ownDidDocument(db).verificationMethod).toEqual([]);
    keyInFolder();
    expect(await issueCredentials(testCtx(db))).toBe(2);
    expect(partOf(credentialRow(db, db.select().from(endorsements).get()!.id)!.jwt, 0).kid).not.toContain(
      keyId,
    );
  });
});

describe("under another address", () => {
  const elsewhere = (db: Database) => {
    const row = db.select().from(endorsementCredentials).get()!;
    const [head, , signature] = row.jwt.split(".");
    const body = Buffer.from(JSON.stringify({ ...partOf(row.jwt, 1), issuer: "did:web:old.example" }));
    db.update(endorsementCredentials)
      .set({ jwt: `${head}.${body.toString("base64url")}.${signature}` })
      .run();
  };

  test("no key is rotated: the command has other settings than the server", async () => {
    keyInFolder();
    const db = testDatabase();
    await issuedEndorsement(db);
    elsewhere(db);
    await expect(rotateKey(testCtx(db), { compromised: "current" })).rejects.toThrow("did:web:old.example");
    expect(db.select().from(signingKeys).get()?.compromisedAt).toBeNull();
  });

  test("a demo issues its credentials anew, a real site does not", async () => {
    const db = testDatabase();
    const { endorsement, statusIndex } = await issuedEndorsement(db);
    elsewhere(db);
    expect(await issueCredentials(testCtx(db))).toBe(0);
    expect(await issueCredentials(testCtx(db), { moved: true })).toBe(1);
    expect(credentialRow(db, endorsement.id)!.statusIndex).not.toBe(statusIndex);
    expect(await issueCredentials(testCtx(db), { moved: true })).toBe(0);
  });
});
