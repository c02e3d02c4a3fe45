import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { changePassword } from "#app/modules/accounts/change-password.server.ts";
import {
  requestPasswordReset,
  resetPassword,
  resetTokenWorks,
} from "#app/modules/accounts/reset-password.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { signUp } from "#app/modules/accounts/sign-up.server.ts";
import { verifyEmail } from "#app/modules/accounts/verify-email.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { users } from "#db/schema/accounts.ts";
import type { Database } from "#db/client.server.ts";
import { actorOfCookie, makeUser, signedIn, testPassword, userRow } from "#tests/factories/accounts.ts";
import { letters, tokenIn } from "#tests/fakes/mailbox.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const lin = {
  name: "林清月",
  email: "lin@firm.cn",
  password: "lantern harbour 77 amber",
  lang: "zh" as const,
  to: null,
};
const later = (ms: number) => new Date(testNow.getTime() + ms);
const hour = 3_600_000;
const signInAs = (db: Database, email: string, password: string) =>
  signIn(visitor(db), { email, password, userAgent: null });
const milliseconds = async (work: () => Promise<unknown>) => {
  const before = performance.now();
  await work().catch(() => undefined);
  return performance.now() - before;
};

describe("signing up", () => {
  test("opens an account that the mail's link and the password confirm", async () => {
    const db = testDatabase();
    await signUp(visitor(db), lin);
    const [letter] = letters(db);
    expect(letter).toMatchObject({ to: "lin@firm.cn", template: "verifyEmail", lang: "zh" });
    const user = db.select().from(users).get()!;
    expect(user).toMatchObject({ email: "lin@firm.cn", emailVerifiedAt: null });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    const token = tokenIn(letter);
    await expect(verifyEmail(visitor(db), token, undefined)).rejects.toMatchObject({ field: "password" });
    await expect(verifyEmail(visitor(db), token, "not hers")).rejects.toThrow("password.wrong");
    await verifyEmail(visitor(db), token, lin.password);
    expect(userRow(db, user.id).emailVerifiedAt).toEqual(testNow);
    await expect(verifyEmail(visitor(db), token, lin.password)).rejects.toThrow("token.gone");
    const trail = db
      .select()
      .from(auditEntries)
      .all()
      .map((entry) => entry.action);
    expect(trail).toEqual(["account.create", "account.verify"]);
  });

  test("with a known address changes nothing, and mails its owner instead", async () => {
    const db = testDatabase();
    const id = await makeUser(db, { email: "lin@firm.cn" });
    const before = userRow(db, id);
    await signUp(visitor(db), { ...lin, password: "another quiet 91 lagoon" });
    expect(userRow(db, id)).toEqual(before);
    expect(db.select().from(users).all()).toHaveLength(1);
    expect(letters(db)).toMatchObject([{ to: "lin@firm.cn", template: "alreadyRegistered", lang: "en" }]);
  });

  test("a link of 48 hours ago no longer confirms", async () => {
    const db = testDatabase();
    await signUp(visitor(db), lin);
    const now = later(48 * hour);
    const token = tokenIn(letters(db)[0]);
    await expect(verifyEmail(visitor(db, { now }), token, lin.password)).rejects.toThrow("token.gone");
  });

  test("the token is in the mail only, never in the tokens table", async () => {
    const db = testDatabase();
    await signUp(visitor(db), lin);
    const rows = JSON.stringify(db.$client.prepare("select * from email_tokens").all());
    expect(rows).not.toContain(tokenIn(letters(db)[0]));
  });
});

describe("signing in", () => {
  test("refuses an unknown address and a wrong password alike, in words and in time", async () => {
    const db = testDatabase();
    await makeUser(db, { email: "lin@firm.cn" });
    await signInAs(db, "warm@up.cn", "x").catch(() => undefined);
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      wrong.push(await milliseconds(() => signInAs(db, "lin@firm.cn", "wrong")));
      unknown.push(await milliseconds(() => signInAs(db, "nobody@firm.cn", "wrong")));
    }
    await expect(signInAs(db, "lin@firm.cn", "wrong")).rejects.toThrow("signIn.wrong");
    await expect(signInAs(db, "nobody@firm.cn", "wrong")).rejects.toThrow("signIn.wrong");
    // Each verifies one argon2id hash (tens of milliseconds); without the dummy the unknown one takes about 1 ms.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...wrong) / 2);
  });

  test("says what comes next: nothing, the second factor, or proving the address", async () => {
    const db = testDatabase();
    await makeUser(db, { email: "plain@firm.cn" });
    await makeUser(db, { email: "factor@firm.cn", secondFactor: true });
    await makeUser(db, { email: "new@firm.cn", verified: false });
    expect(await signInAs(db, "plain@firm.cn", testPassword)).toMatchObject({ next: null });
    expect(await signInAs(db, "factor@firm.cn", testPassword)).toMatchObject({ next: "secondFactor" });
    expect(await signInAs(db, "new@firm.cn", testPassword)).toMatchObject({ next: "verifyEmail" });
  });

  test("is refused for a closed account", async () => {
    const db = testDatabase();
    await makeUser(db, { email: "lin@firm.cn", disabled: true });
    await expect(signInAs(db, "lin@firm.cn", testPassword)).rejects.toThrow("signIn.disabled");
  });
});

describe("a forgotten password", () => {
  test("is set anew by the mail's link, once; all sessions end and the address is proved", async () => {
    const db = testDatabase();
    const id = await makeUser(db, { email: "lin@firm.cn", verified: false });
    const { cookie } = await signInAs(db, "lin@firm.cn", testPassword);
    await requestPasswordReset(visitor(db), "lin@firm.cn");
    const token = tokenIn(letters(db)[0]);
    expect(resetTokenWorks(visitor(db), token)).toBe(true);
    await expect(resetPassword(visitor(db), token, "lin@firm.cn")).rejects.toMatchObject({
      field: "password",
    });

    await resetPassword(visitor(db), token, "another quiet 91 lagoon");
    expect(await actorOfCookie(db, cookie)).toEqual({ kind: "visitor" });
    expect(userRow(db, id).emailVerifiedAt).toEqual(testNow);
    await expect(signInAs(db, "lin@firm.cn", testPassword)).rejects.toThrow("signIn.wrong");
    await signInAs(db, "lin@firm.cn", "another quiet 91 lagoon");
    expect(resetTokenWorks(visitor(db), token)).toBe(false);
    await expect(resetPassword(visitor(db), token, "third bright 12 willow")).rejects.toThrow("token.gone");
    expect(letters(db).at(-1)).toMatchObject({ template: "passwordChanged" });
  });

  test("the newest link is the only one, for one hour", async () => {
    const db = testDatabase();
    await makeUser(db, { email: "lin@firm.cn" });
    await requestPasswordReset(visitor(db), "lin@firm.cn");
    await requestPasswordReset(visitor(db, { now: later(1000) }), "lin@firm.cn");
    const [first, second] = letters(db).map(tokenIn) as [string, string];
    expect(resetTokenWorks(visitor(db), first)).toBe(false);
    expect(resetTokenWorks(visitor(db, { now: later(hour) }), second)).toBe(true);
    expect(resetTokenWorks(visitor(db, { now: later(hour + 1000) }), second)).toBe(false);
  });

  test("an unknown address gets no mail, and the answer takes as long", async () => {
    const db = testDatabase();
    await makeUser(db, { email: "lin@firm.cn" });
    const known = await milliseconds(() => requestPasswordReset(visitor(db), "lin@firm.cn"));
    const unknown = await milliseconds(() => requestPasswordReset(visitor(db), "nobody@firm.cn"));
    expect(letters(db)).toHaveLength(1);
    expect(Math.min(known, unknown)).toBeGreaterThan(290);
  });
});

test("changing the password asks for the old one and ends the other sessions only", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { email: "lin@firm.cn" });
  const { cookie } = await signInAs(db, "lin@firm.cn", testPassword);
  const here = await signedIn(db, id);
  const newPassword = "another quiet 91 lagoon";
  await expect(changePassword(as(db, here), { currentPassword: "no", newPassword })).rejects.toMatchObject({
    key: "password.wrong",
    field: "currentPassword",
  });
  await expect(
    changePassword(as(db, here), { currentPassword: testPassword, newPassword: "password1234" }),
  ).rejects.toMatchObject({ key: "password.common", field: "newPassword" });

  await changePassword(as(db, here), { currentPassword: testPassword, newPassword });
  expect(await actorOfCookie(db, cookie)).toEqual({ kind: "visitor" });
  const left = db.$client.prepare("select id from sessions").all();
  expect(left).toEqual([{ id: here.sessionId }]);
  const entry = db.select().from(auditEntries).where(eq(auditEntries.action, "password.change")).get();
  expect(entry).toMatchObject({ actorId: id, recordId: id, detail: { ended: 1 } });
});

test("changing the password stops a reset link that was mailed before", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { email: "lin@firm.cn" });
  await requestPasswordReset(visitor(db), "lin@firm.cn");
  const token = tokenIn(letters(db).at(-1)!);
  expect(resetTokenWorks(visitor(db), token)).toBe(true);
  await changePassword(as(db, await signedIn(db, id)), {
    currentPassword: testPassword,
    newPassword: "another quiet 91 lagoon",
  });
  expect(resetTokenWorks(visitor(db), token)).toBe(false);
});
