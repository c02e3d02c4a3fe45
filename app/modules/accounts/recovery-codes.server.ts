import { randomInt } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { recoveryCodes } from "#db/schema/accounts.ts";
import { keyedHash } from "#app/platform/seal.server.ts";

/** No 0, 1, I, O: these codes are read from paper. 32 characters, so 12 of them make 60 bits. */
const characters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const hashOf = (userId: string, code: string) => keyedHash(`recovery ${userId} ${code}`);

/** Replaces a person's recovery codes by ten new ones and returns them (XXXX-XXXX-XXXX); only hashes are kept. */
export function renewRecoveryCodes(tx: Transaction, now: Date, userId: string): string[] {
  tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  const codes = Array.from({ length: 10 }, () =>
    Array.from({ length: 12 }, () => characters[randomInt(characters.length)]).join(""),
  );
  tx.insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashOf(userId, code), createdAt: now })))
    .run();
  return codes.map((code) => code.match(/.{4}/g)!.join("-"));
}

/** Uses up one recovery code (without dashes); false when it is none of theirs or was used. */
export function redeemRecoveryCode(tx: Transaction, now: Date, userId: string, code: string): boolean {
  const unused = and(
    eq(recoveryCodes.userId, userId),
    eq(recoveryCodes.codeHash, hashOf(userId, code)),
    isNull(recoveryCodes.usedAt),
  );
  return tx.update(recoveryCodes).set({ usedAt: now }).where(unused).run().changes === 1;
}

/** How many recovery codes a person has left. */
export function recoveryCodesLeft(db: Database, userId: string): number {
  return db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
    .get()!.left;
}
