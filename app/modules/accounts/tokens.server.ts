import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { emailTokens } from "#db/schema/accounts.ts";
import { newToken, tokenHash } from "#app/platform/seal.server.ts";

const hour = 3_600_000;
const lifetimes = { verify: 48 * hour, reset: hour, changeEmail: 24 * hour };
export type TokenPurpose = keyof typeof lifetimes;

/**
 * A new single-use token for a mail; earlier ones of that purpose stop working. The database keeps its hash.
 * Tokens that ran out more than a day ago are removed in passing.
 */
export function issueToken(
  tx: Transaction,
  now: Date,
  userId: string,
  purpose: TokenPurpose,
  newEmail: string | null = null,
): string {
  dropTokens(tx, userId, purpose);
  tx.delete(emailTokens)
    .where(lt(emailTokens.expiresAt, new Date(now.getTime() - 24 * hour)))
    .run();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimes[purpose]);
  tx.insert(emailTokens)
    .values({ id: tokenHash(token), userId, purpose, newEmail, expiresAt, createdAt: now })
    .run();
  return token;
}

/** Stops every mailed token of a person for one purpose. */
export function dropTokens(tx: Transaction, userId: string, purpose: TokenPurpose): void {
  tx.delete(emailTokens)
    .where(and(eq(emailTokens.userId, userId), eq(emailTokens.purpose, purpose)))
    .run();
}

const usable = (token: string, purpose: TokenPurpose, now: Date) =>
  and(
    eq(emailTokens.id, tokenHash(token)),
    eq(emailTokens.purpose, purpose),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, now),
  );

/** Whose token this is, or null when it is unknown, used or too old. */
export function ownerOfToken(
  db: Database | Transaction,
  now: Date,
  token: string,
  purpose: TokenPurpose,
): string | null {
  const row = db
    .select({ userId: emailTokens.userId })
    .from(emailTokens)
    .where(usable(token, purpose, now))
    .get();
  return row?.userId ?? null;
}

/** As `ownerOfToken`, and marks it used: a second call returns null. */
export function redeemToken(tx: Transaction, now: Date, token: string, purpose: TokenPurpose): string | null {
  const row = tx
    .update(emailTokens)
    .set({ usedAt: now })
    .where(usable(token, purpose, now))
    .returning({ userId: emailTokens.userId })
    .get();
  return row?.userId ?? null;
}
