import { expect, test } from "vitest";
import { demoCode, passSecondFactor } from "#app/modules/accounts/pass-second-factor.server.ts";
import { rolesOf } from "#app/modules/accounts/rights.ts";
import { codeOfStep, stepAt } from "#app/modules/accounts/second-factor.ts";
import {
  offerSecret,
  removeSecondFactor,
  replaceRecoveryCodes,
  setUpSecondFactor,
} from "#app/modules/accounts/set-up-second-factor.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { seal } from "#app/platform/seal.server.ts";
import { users } from "#db/schema/accounts.ts";
import { demoTotpSecret } from "#db/seed/demo-accounts.ts";
import type { Database } from "#db/client.server.ts";
import type { Person } from "#app/platform/context.ts";
import {
  actorOfCookie,
  makeUser,
  signedIn,
  testPassword,
  testTotpSecret,
  userRow,
} from "#tests/factories/accounts.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const code = codeOfStep(testTotpSecret, stepAt(testNow));
const pass = (db: Database, who: Person, oneTimeCode: string) =>
  passSecondFactor(as(db, who), { oneTimeCode, userAgent: null });

async function setUp(db: Database, who: Person) {
  const { secret, sealed } = offerSecret(as(db, who));
  const oneTimeCode = codeOfStep(secret, stepAt(testNow));
  const codes = await setUpSecondFactor(as(db, who), { currentPassword: testPassword, oneTimeCode, sealed });
  return { secret, codes, oneTimeCode };
}

test("staff are visitors until they show a code; the session is then a new one", async () => {
  const db = testDatabase();
  await makeUser(db, { email: "admin@chamber.cn", secondFactor: true, staff: ["admin"] });
  const first = await signIn(visitor(db), {
    email: "admin@chamber.cn",
    password: testPassword,
    userAgent: null,
  });
  const half = (await actorOfCookie(db, first.cookie)) as Person;
  expect(rolesOf(half)).toEqual(["visitor"]);
  const second = await pass(db, half, code);
  expect(rolesOf(await actorOfCookie(db, second))).toContain("admin");
  expect(await actorOfCookie(db, first.cookie)).toEqual({ kind: "visitor" });
});

test("a code works once, also in another session", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { secondFactor: true });
  await pass(db, await signedIn(db, id), code);
  await expect(pass(db, await signedIn(db, id), code)).rejects.toMatchObject({
    key: "secondFactor.wrong",
    field: "oneTimeCode",
  });
});

test("setting up gives ten codes that each open the account once; only hashes are kept", async () => {
  const db = testDatabase();
  const id = await makeUser(db);
  const { codes, secret } = await setUp(db, await signedIn(db, id));
  expect(new Set(codes).size).toBe(10);
  expect(codes[0]).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  const stored = JSON.stringify(db.$client.prepare("select * from recovery_codes, users").all());
  expect(stored).not.toContain(secret);
  for (const recovery of codes) expect(stored).not.toContain(recovery.replaceAll("-", ""));

  const typed = codes[3]!.replaceAll("-", "");
  const cookie = await pass(db, await signedIn(db, id), typed);
  expect(await actorOfCookie(db, cookie)).toMatchObject({ secondFactor: true });
  await expect(pass(db, await signedIn(db, id), typed)).rejects.toThrow("secondFactor.wrong");
});

test("setting up asks for the password and a code of that very secret, and ends other sessions", async () => {
  const db = testDatabase();
  const id = await makeUser(db);
  const elsewhere = await signIn(visitor(db), {
    email: userRow(db, id).email,
    password: testPassword,
    userAgent: null,
  });
  const here = await signedIn(db, id);
  const { secret, sealed } = offerSecret(as(db, here));
  const oneTimeCode = codeOfStep(secret, stepAt(testNow));
  const confirm = (input: { currentPassword: string; oneTimeCode: string; sealed: string }) =>
    setUpSecondFactor(as(db, here), input);
  await expect(confirm({ currentPassword: "no", oneTimeCode, sealed })).rejects.toThrow("password.wrong");
  await expect(confirm({ currentPassword: testPassword, oneTimeCode: "000000", sealed })).rejects.toThrow(
    "secondFactor.wrong",
  );
  expect(userRow(db, id).totpConfirmedAt).toBeNull();

  await confirm({ currentPassword: testPassword, oneTimeCode, sealed });
  expect(await actorOfCookie(db, elsewhere.cookie)).toEqual({ kind: "visitor" });
  await expect(pass(db, await signedIn(db, id), oneTimeCode)).rejects.toThrow("secondFactor.wrong");
});

test("an offer belongs to one person, lasts an hour, and stays on the page after a wrong code", async () => {
  const db = testDatabase();
  const here = await signedIn(db, await makeUser(db));
  const thief = await signedIn(db, await makeUser(db));
  const { secret, sealed } = offerSecret(as(db, here));
  expect(offerSecret(as(db, here), sealed)).toEqual({ secret, sealed });
  expect(offerSecret(as(db, thief), sealed).secret).not.toBe(secret);
  expect(offerSecret(as(db, here), "forged").secret).not.toBe(secret);
  const tooLate = as(db, here, { now: new Date(testNow.getTime() + 3_600_000) });
  expect(offerSecret(tooLate, sealed).secret).not.toBe(secret);
});

test("removing is for those who need not have one; new codes replace the old", async () => {
  const db = testDatabase();
  const id = await makeUser(db);
  const { codes } = await setUp(db, await signedIn(db, id));
  const here = await signedIn(db, id, { secondFactor: true });
  await replaceRecoveryCodes(as(db, here), testPassword);
  await expect(pass(db, await signedIn(db, id), codes[0]!.replaceAll("-", ""))).rejects.toThrow();
  await removeSecondFactor(as(db, await signedIn(db, id, { secondFactor: true })), testPassword);
  expect(userRow(db, id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null });

  const admin = await makeUser(db, { secondFactor: true, staff: ["admin"] });
  await expect(
    removeSecondFactor(as(db, await signedIn(db, admin, { secondFactor: true })), testPassword),
  ).rejects.toThrow("secondFactor.required");
});

test("a session that has not shown the second factor cannot change it", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { secondFactor: true });
  const half = await signedIn(db, id);
  await expect(removeSecondFactor(as(db, half), testPassword)).rejects.toThrow("right.missing");
  await expect(replaceRecoveryCodes(as(db, half), testPassword)).rejects.toThrow("right.missing");
});

test("the demo secret's next code is told; anybody else's never", async () => {
  const db = testDatabase();
  const other = await makeUser(db, { secondFactor: true });
  expect(demoCode(as(db, await signedIn(db, other)))).toBeNull();
  db.update(users)
    .set({ totpSecret: seal(demoTotpSecret) })
    .run();
  const half = await signedIn(db, other);
  const first = demoCode(as(db, half))!;
  await pass(db, half, first);
  const next = demoCode(as(db, await signedIn(db, other)))!;
  expect(next).not.toBe(first);
  await pass(db, await signedIn(db, other), next);
});
