import { timingSafeEqual } from "node:crypto";
import { env } from "./env.server.ts";
import { keyedHash, newToken } from "./seal.server.ts";

const cookieName = "fairway_browser";
const yearSeconds = 365 * 24 * 60 * 60;
/** How many accounts one browser is remembered for; the one that signed in longest ago is forgotten first. */
const mostAccounts = 5;

type Remembered = { browser: string; marks: string[] };

/** `<random number>.<HMAC>.<HMAC>…`: nothing of the accounts can be read from it, and nobody else can make one. */
function remembered(cookieHeader: string | null): Remembered | null {
  const value = new RegExp(
    `(?:^|;\\s*)${cookieName}=([\\w-]{43}(?:\\.[0-9a-f]{64}){1,${mostAccounts}})(?:;|$)`,
  ).exec(cookieHeader ?? "")?.[1];
  const [browser, ...marks] = value?.split(".") ?? [];
  return browser === undefined ? null : { browser, marks };
}

const markOf = (browser: string, userId: string) => keyedHash(`browser ${browser} ${userId}`);

const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The random number of a browser that has signed in to this account before; null for any other. */
export function knownBrowser(cookieHeader: string | null, userId: string): string | null {
  const known = remembered(cookieHeader);
  if (!known) return null;
  const mark = markOf(known.browser, userId);
  return known.marks.some((kept) => same(kept, mark)) ? known.browser : null;
}

/**
 * The Set-Cookie header by which this browser is known to the account from now on. It opens nothing: it only gives
 * the browser its own count of wrong passwords, so that a stranger's guesses cannot lock it out.
 */
export function rememberBrowser(cookieHeader: string | null, userId: string): string {
  const known = remembered(cookieHeader);
  const browser = known?.browser ?? newToken();
  const mark = markOf(browser, userId);
  const others = (known?.marks ?? []).filter((kept) => kept !== mark);
  const value = [browser, mark, ...others.slice(0, mostAccounts - 1)].join(".");
  const secure = env().APP_ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${cookieName}=${value}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The headers of an answer that signs somebody in: the session, and the mark of the browser. */
export function signInHeaders(sessionCookie: string, request: Request, userId: string): Headers {
  const headers = new Headers({ "Set-Cookie": sessionCookie });
  headers.append("Set-Cookie", rememberBrowser(request.headers.get("cookie"), userId));
  return headers;
}
