import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import {
  endorsementCredentials,
  signingKeys,
  spentStatusIndexes,
  type endorsements,
  type ShownField,
} from "#db/schema/endorsements.ts";
import type { Ctx } from "#app/platform/context.ts";
import { env } from "#app/platform/env.server.ts";
import { credentialOf, statusListLength } from "./credential.ts";
import { ownDid, signCredential } from "./keys.server.ts";
import { namesOf } from "./queries.server.ts";

type Endorsement = typeof endorsements.$inferSelect;
export type PreparedCredential = { jwt: string; keyId: string; statusIndex: number; issuedAt: Date };

/** What was prepared cannot be kept any more (its index is taken, its key was given away): prepare it anew. */
export class CredentialStale extends Error {}

/**
 * Signs the credential of an endorsement that is about to become active. Writes nothing of it: the caller keeps it
 * by `keepCredential` in the transaction that makes the endorsement active, best inside `withCredential`.
 */
export async function prepareCredential(
  ctx: Ctx,
  endorsement: Endorsement,
  shownFields: ShownField[],
): Promise<PreparedCredential> {
  const statusIndex = freeIndex(ctx.db);
  const parties = { mnc: namesOf(ctx, endorsement.mncId), msme: namesOf(ctx, endorsement.msmeId) };
  const credential = credentialOf(endorsement, parties, shownFields, {
    origin: env().APP_ORIGIN,
    did: ownDid(),
    statusIndex,
  });
  const { jwt, keyId } = await signCredential(ctx, credential);
  return { jwt, keyId, statusIndex, issuedAt: ctx.now };
}

/**
 * Writes a prepared credential in the caller's transaction, in place of an earlier one of this endorsement. The
 * place of that one in the status lists is spent for good (db/triggers.ts).
 *
 * @throws CredentialStale
 */
export function keepCredential(tx: Transaction, endorsementId: string, prepared: PreparedCredential): void {
  const { statusIndex, keyId } = prepared;
  const key = tx.select().from(signingKeys).where(eq(signingKeys.id, keyId)).get();
  if (!key || key.compromisedAt || isTaken(tx, statusIndex)) throw new CredentialStale();
  tx.delete(endorsementCredentials).where(eq(endorsementCredentials.endorsementId, endorsementId)).run();
  tx.insert(endorsementCredentials)
    .values({ endorsementId, ...prepared })
    .run();
}

/**
 * Prepares the credential and runs `write`, which opens the transaction and calls `keepCredential` in it; again
 * from the start when what was prepared went stale meanwhile.
 */
export async function withCredential<Result>(
  ctx: Ctx,
  endorsement: Endorsement,
  shownFields: ShownField[],
  write: (prepared: PreparedCredential) => Result,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const prepared = await prepareCredential(ctx, endorsement, shownFields);
    try {
      return write(prepared);
    } catch (error) {
      if (!(error instanceof CredentialStale) || tries === 5) throw error;
    }
  }
}

function isTaken(db: Database | Transaction, index: number): boolean {
  const held = db
    .select({ index: endorsementCredentials.statusIndex })
    .from(endorsementCredentials)
    .where(eq(endorsementCredentials.statusIndex, index));
  const spent = db
    .select({ index: spentStatusIndexes.statusIndex })
    .from(spentStatusIndexes)
    .where(eq(spentStatusIndexes.statusIndex, index));
  return held.get() !== undefined || spent.get() !== undefined;
}

/** A free place in the status lists, at random: it tells neither when nor how many others were issued. */
function freeIndex(db: Database): number {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const index = randomInt(statusListLength);
    if (!isTaken(db, index)) return index;
  }
  throw new Error("the status list is as good as full");
}
