import { timingSafeEqual } from "node:crypto";
import { and, count, desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { passportOpenings, passports } from "#db/schema/passports.ts";
import type { Caller } from "#app/modules/accounts/caller.ts";
import type { Ctx } from "#app/platform/context.ts";
import { env } from "#app/platform/env.server.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { keyedHash, tokenHash } from "#app/platform/seal.server.ts";
import { deviceName } from "#app/platform/sessions.server.ts";
import { stateOf, viewingMs } from "./policy.ts";

type Passport = typeof passports.$inferSelect;

/** How often a passport was opened; a PDF taken from an opened page is no opening of its own. */
function openingsOf(db: Database | Transaction, id: string): number {
  return db
    .select({ n: count() })
    .from(passportOpenings)
    .where(and(eq(passportOpenings.passportId, id), eq(passportOpenings.form, "page")))
    .get()!.n;
}

/** The passport of a link while it works; null for a wrong, expired, cut-off and used-up one alike. */
function workingPassport(db: Database | Transaction, now: Date, token: string): Passport | null {
  const row = db
    .select()
    .from(passports)
    .where(eq(passports.tokenHash, tokenHash(token)))
    .get();
  return row && stateOf(row, openingsOf(db, row.id), now) === "open" ? row : null;
}

/**
 * What a link leads to. Looking at the cover counts as nothing: robots and the previews of messengers do that. A
 * link that leads nowhere counts against the rate limit.
 *
 * `opened` = this browser has opened it within the last hours and may look again, also once it is used up.
 *
 * @throws RateLimited
 */
export function passportBehind(
  ctx: Caller,
  token: string,
  cookies: string | null,
): { passport: Passport; openingId: string | null } | null {
  const opened = openedBefore(ctx, token, cookies);
  if (opened) return opened;
  const passport = workingPassport(ctx.db, ctx.now, token);
  if (passport) return { passport, openingId: null };
  countAttempt(ctx, "passport", tokenHash(token));
  return null;
}

/**
 * Opens a passport: one opening is written down, and counted against its most. Gives the Set-Cookie header by which
 * this browser may look again; null when the link no longer works.
 *
 * @throws RateLimited
 */
export function openPassport(
  ctx: Caller,
  token: string,
  who: { name: string; body: string; userAgent: string | null },
): string | null {
  countAttempt(ctx, "passport", tokenHash(token));
  const id = ctx.db.transaction((tx) => {
    const passport = workingPassport(tx, ctx.now, token);
    return (
      passport &&
      writeOpening(tx, ctx.now, passport.id, "page", { ...who, device: deviceName(who.userAgent ?? "") })
    );
  });
  if (!id) return null;
  const until = ctx.now.getTime() + viewingMs;
  const value = `${id}.${until}.${mark(token, id, until)}`;
  const secure = env().APP_ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(token)}=${value}; Path=/; Max-Age=${viewingMs / 1000}; HttpOnly; SameSite=Lax${secure}`;
}

/** Notes that the paper form was taken, once for each opening. */
export function notePaper(ctx: Pick<Ctx, "db" | "now">, passportId: string, openingId: string): void {
  ctx.db.transaction((tx) => {
    const page = tx.select().from(passportOpenings).where(eq(passportOpenings.id, openingId)).get();
    if (!page) return;
    const last = tx
      .select()
      .from(passportOpenings)
      .where(and(eq(passportOpenings.passportId, passportId), eq(passportOpenings.form, "pdf")))
      .orderBy(desc(passportOpenings.openedAt))
      .all();
    const same = ({ name, body, device, openedAt }: typeof page) =>
      name === page.name && body === page.body && device === page.device && openedAt >= page.openedAt;
    if (!last.some(same)) writeOpening(tx, ctx.now, passportId, "pdf", page);
  });
}

function writeOpening(
  tx: Transaction,
  now: Date,
  passportId: string,
  form: "page" | "pdf",
  { name, body, device }: { name: string; body: string; device: string },
): string {
  return tx
    .insert(passportOpenings)
    .values({ passportId, openedAt: now, name, body, device, form })
    .returning({ id: passportOpenings.id })
    .get().id;
}

const cookieName = (token: string) => `fairway_passport_${tokenHash(token).slice(0, 12)}`;
const mark = (token: string, openingId: string, until: number) =>
  keyedHash(`passport ${tokenHash(token)} ${openingId} ${until}`);

function openedBefore(ctx: Pick<Ctx, "db" | "now">, token: string, cookies: string | null) {
  const found = new RegExp(
    `(?:^|;\\s*)${cookieName(token)}=([\\w-]{36})\\.(\\d{13,14})\\.([0-9a-f]{64})(?:;|$)`,
  ).exec(cookies ?? "");
  if (!found) return null;
  const [, openingId = "", until = "", given = ""] = found;
  const right = mark(token, openingId, Number(until));
  if (Number(until) <= ctx.now.getTime() || !timingSafeEqual(Buffer.from(given), Buffer.from(right)))
    return null;
  const passport = ctx.db
    .select()
    .from(passports)
    .where(eq(passports.tokenHash, tokenHash(token)))
    .get();
  return passport && stateOf({ ...passport, maxOpenings: null }, 0, ctx.now) === "open"
    ? { passport, openingId }
    : null;
}
