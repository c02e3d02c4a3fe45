import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { endorsementFlags, endorsements, signingKeys } from "#db/schema/endorsements.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { ownDid, ownDidDocument } from "#app/modules/credentials/keys.server.ts";
import { daysFromNow } from "#tests/factories/msmes.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { issuedEndorsement, partOf, publishedLists, strangerSays } from "./issued.ts";
import { check } from "./stranger.ts";

const change = (db: Database, id: string, values: Partial<typeof endorsements.$inferInsert>) =>
  db.update(endorsements).set(values).where(eq(endorsements.id, id)).run();
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a verifier that shares no code with us", () => {
  test("finds an issued credential valid, also offline with what it fetched before", async () => {
    const db = testDatabase();
    const { jwt } = await issuedEndorsement(db);
    const [did, lists] = [ownDidDocument(db), await publishedLists(db)];
    db.delete(signingKeys).where(eq(signingKeys.id, "nobody")).run();
    expect(check(jwt, did, lists, testNow)).toBe("valid");
    expect(partOf(jwt, 0)).toEqual({
      alg: "EdDSA",
      typ: "vc+jwt",
      cty: "vc",
      kid: `${ownDid()}#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k`,
    });
  });

  test("finds it revoked at the next look, and forever", async () => {
    const db = testDatabase();
    const { endorsement, jwt } = await issuedEndorsement(db);
    change(db, endorsement.id, { state: "revoked", revokedAt: testNow, revokedReason: "ended" });
    expect(await strangerSays(db, jwt)).toBe("revocation");
    db.delete(endorsements).where(eq(endorsements.id, endorsement.id)).run();
    expect(await strangerSays(db, jwt)).toBe("revocation");
  });

  test("finds it expired on its last instant and not before, and nothing before its first", async () => {
    const db = testDatabase();
    const { endorsement, jwt } = await issuedEndorsement(db);
    const until = endorsement.validUntil.getTime();
    expect(await strangerSays(db, jwt, new Date(until - 1))).toBe("valid");
    expect(await strangerSays(db, jwt, new Date(until))).toBe("expired");
    expect(await strangerSays(db, jwt, new Date(endorsement.validFrom.getTime() - 1))).toBe("not yet");
  });

  test("finds it suspended while the firm is, or while a flag is open, and valid again after", async () => {
    const db = testDatabase();
    const { endorsement, jwt } = await issuedEndorsement(db);
    const firm = eq(vettingCases.organisationId, endorsement.msmeId);
    db.update(vettingCases).set({ state: "suspended" }).where(firm).run();
    expect(await strangerSays(db, jwt)).toBe("suspension");
    db.update(vettingCases).set({ state: "approved" }).where(firm).run();
    expect(await strangerSays(db, jwt)).toBe("valid");
    const flag = { endorsementId: endorsement.id, kind: "ring" as const, detail: {}, raisedAt: testNow };
    db.insert(endorsementFlags).values(flag).run();
    expect(await strangerSays(db, jwt)).toBe("suspension");
    db.update(endorsementFlags).set({ outcome: "cleared", decidedAt: testNow }).run();
    expect(await strangerSays(db, jwt)).toBe("valid");
    db.update(endorsementFlags).set({ outcome: "upheld", decidedAt: testNow }).run();
    expect(await strangerSays(db, jwt)).toBe("revocation");
  });

  test("finds out one changed character in any segment", async () => {
    const db = testDatabase();
    const { jwt } = await issuedEndorsement(db);
    const [did, lists] = [ownDidDocument(db), await publishedLists(db)];
    for (let at = 0; at < jwt.length; at += 1) {
      if (jwt[at] === ".") continue;
      const other = jwt[at] === "A" ? "B" : "A";
      const tampered = jwt.slice(0, at) + other + jwt.slice(at + 1);
      expect([at, check(tampered, did, lists, testNow)]).not.toEqual([at, "valid"]);
    }
  });

  test("finds out who changes what is said and signs it with a key of their own, or with none", async () => {
    const db = testDatabase();
    const { jwt } = await issuedEndorsement(db);
    const [did, lists] = [ownDidDocument(db), await publishedLists(db)];
    const claims = { ...partOf(jwt, 1), validUntil: daysFromNow(3000).toISOString() };
    const { privateKey } = generateKeyPairSync("ed25519");
    const signed = (header: object, key = privateKey) => {
      const text = `${encode(header)}.${encode(claims)}`;
      return `${text}.${sign(null, Buffer.from(text), key).toString("base64url")}`;
    };
    const header = partOf(jwt, 0);
    expect(check(signed(header), did, lists, testNow)).toBe("bad signature");
    expect(check(signed({ ...header, kid: "did:web:evil.example#k" }), did, lists, testNow)).toBe(
      "foreign key",
    );
    expect(check(signed({ ...header, alg: "none" }), did, lists, testNow)).toBe("wrong header");
    expect(check(`${encode({ ...header, alg: "none" })}.${encode(claims)}.`, did, lists, testNow)).toBe(
      "malformed",
    );
    // The very key of ours under another algorithm's name.
    const ours = createPrivateKey({
      key: Buffer.from(process.env.SIGNING_KEY!, "base64"),
      format: "der",
      type: "pkcs8",
    });
    expect(check(signed({ ...header, alg: "HS256" }, ours), did, lists, testNow)).toBe("wrong header");
  });
});

describe("what stands in a credential", () => {
  const subject = (jwt: string) => partOf(jwt, 1).credentialSubject as Record<string, unknown>;

  test("is what the firm agreed to show, and no more", async () => {
    const db = testDatabase();
    const { jwt } = await issuedEndorsement(db, { shownFields: ["supplierSince", "goods"] });
    expect(subject(jwt)).toEqual({
      type: "Supplier",
      name: [{ "@value": "Qinghe Wooden Toys", "@language": "en" }],
      endorsedBy: { type: "Endorser", name: [{ "@value": "Lindenhof AG", "@language": "en" }] },
      supplierSince: 2021,
      goods: [
        { "@value": "Wooden toys", "@language": "en" },
        { "@value": "木制玩具", "@language": "zh-Hans" },
      ],
    });
  });

  test("is the two names alone where it is meant for the network", async () => {
    const db = testDatabase();
    const { jwt } = await issuedEndorsement(db, { audience: "network" });
    expect(Object.keys(subject(jwt))).toEqual(["type", "name", "endorsedBy"]);
  });

  test("explains each term of its own, and names the lists it stands in", async () => {
    const db = testDatabase();
    const { jwt, statusIndex, endorsement } = await issuedEndorsement(db);
    const claims = partOf(jwt, 1) as {
      "@context": [string, Record<string, string>];
      credentialStatus: object[];
    };
    const [base, own] = claims["@context"];
    expect(base).toBe("https://www.w3.org/ns/credentials/v2");
    expect(
      Object.keys(subject(jwt)).filter((term) => !["type", "name"].includes(term) && !own[term]),
    ).toEqual([]);
    expect(claims).toMatchObject({
      id: `http://127.0.0.1:3000/en/verify/${endorsement.id}`,
      type: ["VerifiableCredential", "SupplierEndorsementCredential"],
      issuer: "did:web:127.0.0.1%3A3000",
    });
    expect(claims.credentialStatus).toEqual(
      ["revocation", "suspension"].map((purpose) => ({
        id: `http://127.0.0.1:3000/credentials/status/${purpose}#${statusIndex}`,
        type: "BitstringStatusListEntry",
        statusPurpose: purpose,
        statusListIndex: String(statusIndex),
        statusListCredential: `http://127.0.0.1:3000/credentials/status/${purpose}`,
      })),
    );
  });
});
