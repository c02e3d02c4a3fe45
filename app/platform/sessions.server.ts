import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { sessions, staffRoles, users } from "#db/schema/accounts.ts";
import { env } from "./env.server.ts";
import { tokenHash } from "./seal.server.ts";

/** What a session row holds beside Lucia's own columns. */
type SessionAttributes = {
  createdAt: Date;
  lastSeenAt: Date;
  device: string;
  secondFactorAt: Date | null;
};

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ lastSeenAt: Date; secondFactorAt: Date | null }>;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

const hourSeconds = 3600;
const daySeconds = 24 * hourSeconds;
/** How long a session lives from its last use; renewed in the second half of that time. */
const slidingSeconds = 30 * daySeconds;
/** However much it is used, a session ends this long after it began. */
export const absoluteSeconds = 90 * daySeconds;
/** Staff see other people's records: their sessions end this long after the last use. */
export const staffIdleSeconds = 12 * hourSeconds;
/** A staff session's end is moved at most this often: not every request should write. */
const staffRenewalSeconds = 5 * 60;

const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);

/**
 * Moves the end of a session to where the limits allow, `wished` being what the sliding lifetime alone would give.
 * The limits stand in the stored end itself, so that whatever reads it needs no rule of its own.
 */
function setEnd(db: Database, id: string, wished: Date): void {
  const session = db
    .select({ userId: sessions.userId, createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(eq(sessions.id, id))
    .get();
  if (!session) return;
  const isStaff = db.select().from(staffRoles).where(eq(staffRoles.userId, session.userId)).get();
  const usedAt = secondsOf(wished) - slidingSeconds;
  const expiresAt = Math.min(
    usedAt + (isStaff ? staffIdleSeconds : slidingSeconds),
    secondsOf(session.createdAt) + absoluteSeconds,
  );
  const moved = expiresAt - session.expiresAt;
  if (moved >= 0 && moved < staffRenewalSeconds) return;
  db.update(sessions).set({ expiresAt }).where(eq(sessions.id, id)).run();
}

/**
 * Keeps only SHA-256 of the session id in the database, whatever Lucia hands over: a stolen database holds no
 * usable session. Lucia itself sees the id as it stands in the cookie.
 */
function hashing(db: Database, inner: Adapter): Adapter {
  return {
    async getSessionAndUser(id) {
      const [session, user] = await inner.getSessionAndUser(tokenHash(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    async setSession(session) {
      await inner.setSession({ ...session, id: tokenHash(session.id) });
      setEnd(db, tokenHash(session.id), session.expiresAt);
    },
    updateSessionExpiration: async (id, expiresAt) => setEnd(db, tokenHash(id), expiresAt),
    deleteSession: (id) => inner.deleteSession(tokenHash(id)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}

const instances = new WeakMap<Database, Lucia<{ lastSeenAt: Date; secondFactorAt: Date | null }>>();

/**
 * Lucia for this database. It asks for the sliding lifetime; `setEnd` grants what the limits leave of it. The cookie
 * outlives the session, so that renewal needs no new cookie.
 */
function lucia(db: Database) {
  const known = instances.get(db);
  if (known) return known;
  const made = new Lucia(hashing(db, new DrizzleSQLiteAdapter(db, sessions, users)), {
    sessionExpiresIn: new TimeSpan(slidingSeconds, "s"),
    sessionCookie: {
      name: "fairway_session",
      expires: false,
      attributes: { secure: env().APP_ORIGIN.startsWith("https:"), sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ lastSeenAt, secondFactorAt }) => ({ lastSeenAt, secondFactorAt }),
  });
  instances.set(db, made);
  return made;
}

/** Starts a session and returns its Set-Cookie header and the id as stored. Expired rows go in passing. */
export async function startSession(
  db: Database,
  session: { userId: string; now: Date; userAgent: string | null; secondFactor: boolean },
): Promise<{ cookie: string; sessionId: string }> {
  await lucia(db).deleteExpiredSessions();
  const { id } = await lucia(db).createSession(session.userId, {
    // By the clock that Lucia goes by: the lifetimes are counted from it.
    createdAt: new Date(),
    lastSeenAt: session.now,
    device: deviceName(session.userAgent ?? ""),
    secondFactorAt: session.secondFactor ? session.now : null,
  });
  return { cookie: lucia(db).createSessionCookie(id).serialize(), sessionId: tokenHash(id) };
}

/** The valid session of a request's cookie, with the id as stored; renews it when half its time is over. */
export async function readSession(db: Database, cookieHeader: string | null) {
  const id = lucia(db).readSessionCookie(cookieHeader ?? "");
  if (!id) return null;
  const { session } = await lucia(db).validateSession(id);
  return session && { ...session, id: tokenHash(id) };
}

/** The Set-Cookie header that makes the browser forget its session. */
export function blankCookie(db: Database): string {
  return lucia(db).createBlankSessionCookie().serialize();
}

/** "Firefox · Windows" from a User-Agent: enough to recognise one's own device, nothing to track it by. */
export function deviceName(userAgent: string): string {
  const name = (pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = name([
    [/MicroMessenger/, "WeChat"],
    [/Edg(e|A|iOS)?\//, "Edge"],
    [/OPR\//, "Opera"],
    [/Firefox\/|FxiOS\//, "Firefox"],
    [/HuaweiBrowser\//, "Huawei Browser"],
    [/Chrome\/|CriOS\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = name([
    [/iPhone|iPad/, "iOS"],
    [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter(Boolean).join(" · ") || "—";
}
