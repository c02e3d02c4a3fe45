import { DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import type { Database } from "#db/client.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";
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

/**
 * Keeps only SHA-256 of the session id in the database, whatever Lucia hands over: a stolen database holds no
 * usable session. Lucia itself sees the id as it stands in the cookie.
 */
function hashing(inner: Adapter): Adapter {
  return {
    async getSessionAndUser(id) {
      const [session, user] = await inner.getSessionAndUser(tokenHash(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (session) => inner.setSession({ ...session, id: tokenHash(session.id) }),
    updateSessionExpiration: (id, expiresAt) => inner.updateSessionExpiration(tokenHash(id), expiresAt),
    deleteSession: (id) => inner.deleteSession(tokenHash(id)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}

const instances = new WeakMap<Database, Lucia<{ lastSeenAt: Date; secondFactorAt: Date | null }>>();

/**
 * Lucia for this database. A session lives 30 days from its last use (renewed in the second half of that time);
 * the cookie outlives it, so that renewal needs no new cookie.
 */
function lucia(db: Database) {
  const known = instances.get(db);
  if (known) return known;
  const made = new Lucia(hashing(new DrizzleSQLiteAdapter(db, sessions, users)), {
    sessionExpiresIn: new TimeSpan(30, "d"),
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
    createdAt: session.now,
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
