import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { sessions } from "#db/schema/accounts.ts";

/** Ends a person's sessions in the caller's transaction, all or all but one; returns how many. */
export function endSessions(tx: Transaction, userId: string, exceptId?: string): number {
  const theirs = eq(sessions.userId, userId);
  return tx
    .delete(sessions)
    .where(exceptId === undefined ? theirs : and(theirs, ne(sessions.id, exceptId)))
    .run().changes;
}
