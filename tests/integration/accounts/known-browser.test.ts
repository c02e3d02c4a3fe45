import { expect, test } from "vitest";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { knownBrowser, rememberBrowser, signInHeaders } from "#app/platform/known-browser.server.ts";
import { policies } from "#app/platform/rate-limits.server.ts";
import type { Database } from "#db/client.server.ts";
import { makeUser, testPassword } from "#tests/factories/accounts.ts";
import { visitor } from "#tests/setup/caller.ts";
import { testDatabase } from "#tests/setup/database.ts";

const { tries } = policies.signIn.account;
const cookieOf = (setCookie: string) => setCookie.split(";")[0]!;
const enter = (db: Database, password: string, cookies: string | null, clientKey = "client-1") =>
  signIn(visitor(db, { clientKey }), { email: "lin@firm.cn", password, userAgent: null, cookies });

async function guess(db: Database, cookies: string | null, clientKey: string) {
  for (let n = 0; n < tries; n += 1) {
    await expect(enter(db, "wrong", cookies, clientKey)).rejects.toThrow("signIn.wrong");
  }
  await expect(enter(db, "wrong", cookies, clientKey)).rejects.toThrow("rate.tooMany");
}

test("a stranger's guesses lock out strangers, not the browser that signed in before", async () => {
  const db = testDatabase();
  const mine = cookieOf(rememberBrowser(null, await makeUser(db, { email: "lin@firm.cn" })));
  await guess(db, null, "stranger");
  await expect(enter(db, testPassword, null, "new place")).rejects.toThrow("rate.tooMany");
  await enter(db, testPassword, mine, "home");
  // Her success does not give the stranger a fresh count.
  await expect(enter(db, testPassword, null, "stranger")).rejects.toThrow("rate.tooMany");
}, 30_000);

test("a known browser has a count too, of its own", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { email: "lin@firm.cn" });
  const laptop = cookieOf(rememberBrowser(null, id));
  const phone = cookieOf(rememberBrowser(null, id));
  await guess(db, laptop, "laptop");
  await enter(db, testPassword, phone, "phone");
  await enter(db, testPassword, null, "elsewhere");
}, 30_000);

test("another account's mark, a forged or a mangled one makes nobody known", async () => {
  const db = testDatabase();
  const id = await makeUser(db, { email: "lin@firm.cn" });
  const other = await makeUser(db);
  const mine = cookieOf(rememberBrowser(null, id));
  expect(knownBrowser(`a=b; ${mine}; c=d`, id)).not.toBeNull();
  expect(knownBrowser(cookieOf(rememberBrowser(null, other)), id)).toBeNull();
  expect(knownBrowser(mine.replace(/[0-9a-f]{64}/, "0".repeat(64)), id)).toBeNull();
  // The mark of one browser does not fit another one's number: a number cannot be made up for a fresh count.
  expect(knownBrowser(mine.replace(/=[\w-]{43}/, `=${"A".repeat(43)}`), id)).toBeNull();
  for (const value of ["", "fairway_browser=", "fairway_browser=x.y", `${mine}!`, mine.slice(0, -1)]) {
    expect(knownBrowser(value, id)).toBeNull();
  }
});

test("the cookie says nothing of the account, is closed to scripts, and keeps five accounts", async () => {
  const ids = ["a", "b", "c", "d", "e", "f"].map((letter) => letter.repeat(8));
  let cookie = "";
  for (const id of ids) cookie = cookieOf(rememberBrowser(cookie, id));
  expect(ids.map((id) => knownBrowser(cookie, id) !== null)).toEqual([false, true, true, true, true, true]);
  const header = rememberBrowser(cookie, ids[5]!);
  expect(cookieOf(header)).toBe(cookie);
  expect(header).toMatch(
    /^fairway_browser=[\w-]{43}(\.[0-9a-f]{64}){5}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
  );
  for (const id of ids) expect(header).not.toContain(id);
});

test("signing in sets both cookies", () => {
  const request = new Request("http://fairway.example/en/sign-in");
  const set = signInHeaders("fairway_session=s", request, "somebody").getSetCookie();
  expect(set).toEqual(["fairway_session=s", expect.stringMatching(/^fairway_browser=/)]);
});
