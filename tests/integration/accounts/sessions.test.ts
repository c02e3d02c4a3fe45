import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { ownSessions } from "#app/modules/accounts/queries.server.ts";
import { revokeSession, signOutEverywhere } from "#app/modules/accounts/sign-out.server.ts";
import {
  absoluteSeconds,
  blankCookie,
  deviceName,
  staffIdleSeconds,
  startSession,
} from "#app/platform/sessions.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import { actorOfCookie, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

const start = (db: ReturnType<typeof testDatabase>, userId: string) =>
  startSession(db, { userId, now: testNow, userAgent: null, secondFactor: false });
const idIn = (cookie: string) => /^fairway_session=([^;]+)/.exec(cookie)![1]!;

test("a stolen database holds no usable session: the raw id is nowhere in it, the stored one is no cookie", async () => {
  const db = testDatabase();
  const { cookie, sessionId } = await start(db, await makeUser(db));
  const raw = idIn(cookie);
  expect(await actorOfCookie(db, cookie)).toMatchObject({ kind: "user", sessionId });

  expect(await actorOfCookie(db, `fairway_session=${sessionId}`)).toEqual({ kind: "visitor" });
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(db.$client.name);
  expect(bytes.includes(sessionId)).toBe(true);
  expect(bytes.includes(raw)).toBe(false);
});

test("the cookie is closed to scripts and other sites, and needs TLS where the site has it", async () => {
  const db = testDatabase();
  const userId = await makeUser(db);
  const { cookie } = await start(db, userId);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).not.toMatch(/; Secure/);
  expect(blankCookie(db)).toMatch(/^fairway_session=; .*Max-Age=0/);

  vi.resetModules();
  vi.stubEnv("APP_ORIGIN", "https://fairway.example");
  const behindTls = await import("#app/platform/sessions.server.ts");
  const secure = await behindTls.startSession(db, {
    userId,
    now: testNow,
    userAgent: null,
    secondFactor: false,
  });
  vi.unstubAllEnvs();
  expect(secure.cookie).toMatch(/; Secure/);
});

test("a session ends 30 days after its last use, and use in the second half renews it", async () => {
  const db = testDatabase();
  vi.useFakeTimers({ now: testNow, toFake: ["Date"] });
  const { cookie } = await start(db, await makeUser(db));
  const after = (days: number) => vi.setSystemTime(testNow.getTime() + days * 86_400_000);
  after(20);
  expect(await actorOfCookie(db, cookie)).toMatchObject({ kind: "user" });
  after(49);
  expect(await actorOfCookie(db, cookie)).toMatchObject({ kind: "user" });
  after(80);
  expect(await actorOfCookie(db, cookie)).toEqual({ kind: "visitor" });
  expect(db.select().from(sessions).all()).toEqual([]);
  vi.useRealTimers();
});

/** What a person's session is after being used every `every` seconds for `times` times. */
async function usedFor(db: ReturnType<typeof testDatabase>, cookie: string, every: number, times: number) {
  for (let n = 0; n < times; n += 1) {
    vi.setSystemTime(Date.now() + every * 1000);
    expect(await actorOfCookie(db, cookie)).toMatchObject({ kind: "user" });
  }
}

test("a session ends 90 days after it began, however much it is used", async () => {
  expect(absoluteSeconds).toBe(90 * 86_400);
  const db = testDatabase();
  vi.useFakeTimers({ now: testNow, toFake: ["Date"] });
  const { cookie } = await start(db, await makeUser(db));
  await usedFor(db, cookie, 86_400, 89);
  vi.setSystemTime(testNow.getTime() + absoluteSeconds * 1000 - 2000);
  expect(await actorOfCookie(db, cookie)).toMatchObject({ kind: "user" });
  vi.setSystemTime(testNow.getTime() + absoluteSeconds * 1000 + 1000);
  expect(await actorOfCookie(db, cookie)).toEqual({ kind: "visitor" });
  vi.useRealTimers();
});

test("a staff session ends 12 hours after its last use; anybody else's does not", async () => {
  expect(staffIdleSeconds).toBe(12 * 3600);
  const db = testDatabase();
  vi.useFakeTimers({ now: testNow, toFake: ["Date"] });
  const staff = await start(db, await makeUser(db, { staff: ["editor"], secondFactor: true }));
  const firm = await start(db, await makeUser(db));
  await usedFor(db, staff.cookie, 11 * 3600, 4);
  vi.setSystemTime(Date.now() + staffIdleSeconds * 1000 + 1000);
  expect(await actorOfCookie(db, staff.cookie)).toEqual({ kind: "visitor" });
  expect(await actorOfCookie(db, firm.cookie)).toMatchObject({ kind: "user" });
  vi.useRealTimers();
});

test("a staff session in use is written at most every five minutes", async () => {
  const db = testDatabase();
  vi.useFakeTimers({ now: testNow, toFake: ["Date"] });
  const { cookie } = await start(db, await makeUser(db, { staff: ["editor"] }));
  const ends = () => db.select({ end: sessions.expiresAt }).from(sessions).get()!.end;
  const first = ends();
  await usedFor(db, cookie, 60, 4);
  expect(ends()).toBe(first);
  await usedFor(db, cookie, 60, 1);
  expect(ends()).toBe(first + 300);
  vi.useRealTimers();
});

test("people see their own sessions, end one, and end all", async () => {
  const db = testDatabase();
  const mine = await makeUser(db);
  const here = await signedIn(db, mine);
  const phone = await start(db, mine);
  const other = await start(db, await makeUser(db));
  expect(
    ownSessions(as(db, here))
      .map(({ current }) => current)
      .sort(),
  ).toEqual([false, true]);

  revokeSession(as(db, here), other.sessionId);
  expect(await actorOfCookie(db, other.cookie)).toMatchObject({ kind: "user" });
  revokeSession(as(db, here), phone.sessionId);
  expect(await actorOfCookie(db, phone.cookie)).toEqual({ kind: "visitor" });
  signOutEverywhere(as(db, here));
  expect(ownSessions(as(db, here))).toEqual([]);
  expect(await actorOfCookie(db, other.cookie)).toMatchObject({ kind: "user" });
});

test("a closed account's session is a visitor's", async () => {
  const db = testDatabase();
  const id = await makeUser(db);
  const { cookie } = await start(db, id);
  db.update(users).set({ disabledAt: testNow }).where(eq(users.id, id)).run();
  expect(await actorOfCookie(db, cookie)).toEqual({ kind: "visitor" });
});

test("a device is named for its bearer, without a version", () => {
  const wechat =
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Safari/537 MicroMessenger/8.0";
  expect(deviceName(wechat)).toBe("WeChat · Android");
  expect(deviceName("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0")).toBe("Firefox · Windows");
  expect(deviceName("")).toBe("—");
});
