import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { ownSessions } from "#app/modules/accounts/queries.server.ts";
import { revokeSession, signOutEverywhere } from "#app/modules/accounts/sign-out.server.ts";
import { blankCookie, deviceName, startSession } from "#app/platform/sessions.server.ts";
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
