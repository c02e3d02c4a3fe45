import { eq } from "drizzle-orm";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { endorsementFlags, endorsements, signingKeys } from "#db/schema/endorsements.ts";
import { sectors } from "#db/schema/markets.ts";
import { checkCredential } from "#app/modules/credentials/check-credential.server.ts";
import { endorsementSheet } from "#app/modules/credentials/endorsement-sheet.server.ts";
import { verificationOf } from "#app/modules/credentials/queries.server.ts";
import { press } from "#app/modules/pdf/press.server.ts";
import { policies } from "#app/platform/rate-limits.server.ts";
import * as credentialJwt from "#app/routes/verify/credential-jwt.ts";
import * as did from "#app/routes/credentials/did.ts";
import * as page from "#app/routes/verify/endorsement.tsx";
import * as statusList from "#app/routes/credentials/status-list.ts";
import * as verifyForm from "#app/routes/verify/verify-form.tsx";
import { daysFromNow } from "#tests/factories/msmes.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";
import { testSite, withProps } from "#tests/setup/site.ts";
import { acceptedEndorsement, credentialRow, issuedEndorsement, partOf } from "./issued.ts";

/** The real pages on a real port; the site answers by the real clock. */
function site(db: Database) {
  const pages = {
    ".well-known/did.json": did,
    "credentials/status/:purpose": statusList,
    ":lang/verify": withProps(verifyForm),
    ":lang/verify/:id": withProps(page),
    ":lang/verify/:id.jwt": credentialJwt,
  };
  return testSite(db, pages as unknown as Parameters<typeof testSite>[1]);
}

const today = () => ({
  validFrom: new Date(Date.now() - 86_400_000),
  validUntil: new Date(Date.now() + 86_400_000),
});

/** The text that stands in a page. */
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");

describe("the verification page", () => {
  test("says who vouches for whom, for what and how it stands, to somebody without a session or script", async () => {
    const db = testDatabase();
    const { endorsement } = await issuedEndorsement(db, { ...today(), shownFields: ["goods"] });
    const { ask } = await site(db);
    const answer = await ask(`/en/verify/${endorsement.id}`);
    const text = textOf(await answer.text());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(text).toContain("Lindenhof AG vouches for Qinghe Wooden Toys as its supplier.");
    expect(text).toContain("Wooden toys");
    for (const hidden of ["2021", "97 of 100", "Germany"]) expect(text).not.toContain(hidden);
    const chinese = textOf(await (await ask(`/zh/verify/${endorsement.id}`)).text());
    expect(chinese).toContain("木制玩具");
  });

  test("answers an unknown, a malformed and an unissued number alike", async () => {
    const db = testDatabase();
    await issuedEndorsement(db, today());
    const draft = acceptedEndorsement(db, { state: "draft", acceptedAt: null });
    const { ask } = await site(db);
    const answers = [];
    for (const id of [draft.id, "00000000-0000-8000-a000-000000000000", "x'--"]) {
      const answer = await ask(`/en/verify/${encodeURIComponent(id)}`);
      answers.push([answer.status, textOf(await answer.text()).replaceAll(id, "")]);
      expect((await ask(`/en/verify/${encodeURIComponent(id)}.jwt`)).status).toBe(404);
    }
    expect(answers[0]![0]).toBe(404);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test.each(["revoked", "suspended"] as const)(
    "%s: shows nothing of it, and gives nothing out",
    async (how) => {
      const db = testDatabase();
      const { endorsement } = await issuedEndorsement(db, today());
      if (how === "revoked") {
        const values = { state: "revoked" as const, revokedAt: testNow, revokedReason: "quality" };
        db.update(endorsements).set(values).where(eq(endorsements.id, endorsement.id)).run();
      } else {
        const flag = { endorsementId: endorsement.id, kind: "ring" as const, detail: {}, raisedAt: testNow };
        db.insert(endorsementFlags).values(flag).run();
      }
      const { ask } = await site(db);
      const text = textOf(await (await ask(`/en/verify/${endorsement.id}`)).text());
      expect(text).toContain(how === "revoked" ? "Revoked" : "Suspended");
      for (const hidden of ["Lindenhof", "Qinghe", "Wooden", "quality", "ring"])
        expect(text).not.toContain(` ${hidden} `);
      expect((await ask(`/en/verify/${endorsement.id}.jwt`)).status).toBe(404);
      expect(verificationOf(testCtx(db), endorsement.id)).toMatchObject({
        status: how,
        shown: null,
        jwt: null,
      });
      expect(endorsementSheet(testCtx(db), "en", endorsement.id)).toBeNull();
    },
  );

  test("of one meant for the network shows the two names and the dates alone", async () => {
    const db = testDatabase();
    const { endorsement } = await issuedEndorsement(db, { audience: "network" });
    expect(verificationOf(testCtx(db), endorsement.id)?.shown?.said).toEqual({});
  });
});

describe("what others fetch", () => {
  test("keys and lists are open to every site; a list changes its tag with a revocation, and only then", async () => {
    const db = testDatabase();
    const { endorsement } = await issuedEndorsement(db, today());
    const { ask } = await site(db);
    const keys = await ask("/.well-known/did.json");
    expect(keys.headers.get("content-type")).toBe("application/did+json");
    expect(await keys.json()).toMatchObject({
      id: "did:web:127.0.0.1%3A3000",
      verificationMethod: [
        {
          id: "did:web:127.0.0.1%3A3000#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
          type: "JsonWebKey",
          publicKeyJwk: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
        },
      ],
    });
    const list = await ask("/credentials/status/revocation");
    expect(list.headers.get("content-type")).toBe("application/vc+jwt");
    expect(list.headers.get("cache-control")).toBe("no-cache");
    expect(list.headers.get("access-control-allow-origin")).toBe("*");
    const again = { headers: { "If-None-Match": list.headers.get("etag")! } };
    expect((await ask("/credentials/status/revocation", again)).status).toBe(304);
    db.update(endorsements).set({ state: "revoked" }).where(eq(endorsements.id, endorsement.id)).run();
    expect((await ask("/credentials/status/revocation", again)).status).toBe(200);
    expect((await ask("/credentials/status/anything")).status).toBe(404);
  });
});

test("an endorsement names who was endorsed, whatever the firm calls itself since", async () => {
  const db = testDatabase();
  const { endorsement } = await issuedEndorsement(db, { ...today(), state: "active" });
  db.update(endorsements).set({ state: "expired" }).where(eq(endorsements.id, endorsement.id)).run();
  const rename = { nameEn: "Somebody Else Ltd", nameZh: "别家有限公司" };
  db.update(organisations).set(rename).where(eq(organisations.id, endorsement.msmeId)).run();
  expect(verificationOf(testCtx(db), endorsement.id)?.shown?.msme.nameEn).toBe("Qinghe Wooden Toys");
  const { ask } = await site(db);
  const page = await (await ask(`/zh/verify/${endorsement.id}`)).text();
  expect(page).not.toMatch(/Somebody Else|别家有限公司/);
});

describe("the check of a pasted file", () => {
  const verdict = async (db: Database, text: string, now = testNow) =>
    (await checkCredential(visitor(db, { now }), text)).verdict;

  test("tells valid, expired, suspended, revoked, tampered and foreign ones apart", async () => {
    const db = testDatabase();
    const { jwt, endorsement } = await issuedEndorsement(db);
    expect(await verdict(db, `\n ${jwt.slice(0, 40)}\n${jwt.slice(40)} `)).toBe("valid");
    expect(await verdict(db, jwt, daysFromNow(301))).toBe("expired");
    const [head, body, signature] = jwt.split(".") as [string, string, string];
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const longer = encode({ ...partOf(jwt, 1), validUntil: "2099-01-01T00:00:00Z" });
    expect(await verdict(db, `${head}.${longer}.${signature}`)).toBe("tampered");
    expect(await verdict(db, `${head}.${body}.${signature.slice(0, -6)}AAAAAA`)).toBe("tampered");
    expect(await verdict(db, `${encode({ ...partOf(jwt, 0), alg: "none" })}.${body}.`)).toBe("header");
    expect(await verdict(db, `${encode({ ...partOf(jwt, 0), alg: "HS256" })}.${body}.${signature}`)).toBe(
      "header",
    );
    expect(
      await verdict(db, `${encode({ ...partOf(jwt, 0), kid: "did:web:other#k" })}.${body}.${signature}`),
    ).toBe("unknownKey");
    const foreign = encode({ ...partOf(jwt, 1), issuer: "did:web:other.example" });
    expect(await verdict(db, `${head}.${foreign}.${signature}`)).toBe("foreign");
    for (const text of ["hello", "a.b.c", "..", `${jwt}.${jwt}`])
      expect(await verdict(db, text)).toBe("malformed");
    db.update(endorsements).set({ state: "revoked" }).where(eq(endorsements.id, endorsement.id)).run();
    expect(await verdict(db, jwt)).toBe("revoked");
    db.delete(endorsements).where(eq(endorsements.id, endorsement.id)).run();
    expect(await verdict(db, jwt)).toBe("replaced");
  });

  test("knows a retired key from one that was given away", async () => {
    const db = testDatabase();
    const { jwt, keyId } = await issuedEndorsement(db);
    const change = (values: Partial<typeof signingKeys.$inferInsert>) =>
      db.update(signingKeys).set(values).where(eq(signingKeys.id, keyId)).run();
    change({ retiredAt: testNow });
    expect(await checkCredential(visitor(db), jwt)).toMatchObject({ verdict: "valid", keyRetired: true });
    change({ compromisedAt: testNow });
    expect(await verdict(db, jwt)).toBe("compromised");
  });

  test("is open to everybody, but not to a machine without end", async () => {
    const { ask } = await site(testDatabase());
    const send = () =>
      ask("/en/verify", { method: "POST", body: new URLSearchParams({ credential: "a.b.c" }) });
    for (let tries = 0; tries < policies.credentialCheck.account.tries; tries += 1) {
      expect((await send()).status).toBe(200);
    }
    const answer = await send();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(textOf(await answer.text())).toContain("a.b.c");
  });

  test("is a form that works without script", async () => {
    const db = testDatabase();
    const { endorsement } = await issuedEndorsement(db, today());
    const { ask } = await site(db);
    const send = async (credential: string) =>
      ask("/en/verify", { method: "POST", body: new URLSearchParams({ credential }) });
    expect(textOf(await (await send(credentialRow(db, endorsement.id)!.jwt)).text())).toContain(
      "Lindenhof AG vouches for Qinghe Wooden Toys",
    );
    expect(textOf(await (await send("nothing")).text())).toContain("This is not a credential");
    expect((await send("")).status).toBe(400);
  });
});

describe("the page to print", () => {
  async function read(pdf: Buffer) {
    const doc = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const content = await (await doc.getPage(1)).getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str : "")).join("");
    return {
      pages: doc.numPages,
      text,
      marked: (await doc.getMarkInfo())?.Marked,
      lang: (await doc.getMetadata()).info,
    };
  }

  test("is one tagged page in both languages, however much was said", async () => {
    const db = testDatabase();
    db.insert(sectors)
      .values({ code: "95", nameEn: "Toys", nameZh: "玩具", kind: "chapter", position: 1 })
      .run();
    const long = {
      recordEn: "On time, every time, and in full. ".repeat(60),
      recordZh: "按时足量交付。".repeat(150),
    };
    for (const fields of [{}, long]) {
      const { endorsement } = await issuedEndorsement(db, fields);
      for (const lang of ["en", "zh"] as const) {
        const model = endorsementSheet(testCtx(db), lang, endorsement.id)!;
        const { pages, text, marked } = await read(await press(model));
        expect([pages, marked]).toEqual([1, true]);
        for (const words of [
          "LindenhofAG",
          "供应商背书",
          "Whatisnotpromised",
          "背书不承诺什么",
          endorsement.id,
        ])
          expect(text.replace(/\s/g, "")).toContain(words);
      }
    }
  });
});
