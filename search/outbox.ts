import type { Transaction } from "#db/client.server.ts";
import { searchOutbox } from "#db/schema/search.ts";

/** `synonyms` is no index: a row there says that the words that mean the same have changed. */
export type IndexName = "sections" | "entries" | "synonyms";

/**
 * Notes, in the caller's transaction, that a document changed (or went). The drain reads its present state from
 * the database later, so the order of writes doesn't matter and none is lost while an engine is down.
 */
export function enqueueForSearch(tx: Transaction, index: IndexName, documentId: string, now: Date): void {
  tx.insert(searchOutbox).values({ index, documentId, createdAt: now }).run();
}
