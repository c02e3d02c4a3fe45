import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { savedSuppliers } from "#db/schema/network.ts";
import { disclosedFirm } from "#app/modules/msmes/firm.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { browser } from "./queries.server.ts";

/** How long a removed supplier and its note can be put back. */
const undoMs = 86_400_000;

const rowOf = (organisationId: string, msmeId: string) =>
  and(eq(savedSuppliers.organisationId, organisationId), eq(savedSuppliers.msmeId, msmeId));

/**
 * Keeps a supplier for the actor's organisation; a note that is given replaces the one there is.
 *
 * @returns false for a firm that the actor may not know of: nothing is kept then.
 */
export function keepSupplier(ctx: PersonCtx, { firm, note }: { firm: string; note?: string }): boolean {
  const { id } = browser(ctx);
  return ctx.db.transaction((tx) => {
    if (!disclosedFirm(ctx, firm)) return false;
    // Kept anew after it was removed, it begins with an empty note.
    tx.delete(savedSuppliers)
      .where(and(rowOf(id, firm), isNotNull(savedSuppliers.removedAt)))
      .run();
    tx.insert(savedSuppliers)
      .values({
        organisationId: id,
        msmeId: firm,
        note: note ?? "",
        savedById: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .run();
    if (note !== undefined) {
      tx.update(savedSuppliers).set({ note }).where(rowOf(id, firm)).run();
    }
    return true;
  });
}

/** Takes a supplier off the list, for a day so that it can be put back with its note; false when it was not there. */
export function dropSupplier(ctx: PersonCtx, firm: string): boolean {
  const { id } = browser(ctx);
  const there = and(rowOf(id, firm), isNull(savedSuppliers.removedAt));
  return ctx.db.update(savedSuppliers).set({ removedAt: ctx.now }).where(there).run().changes > 0;
}

/** Puts a supplier that was taken off back on the list, note and all; false when there is none to put back. */
export function restoreSupplier(ctx: PersonCtx, firm: string): boolean {
  const { id } = browser(ctx);
  const gone = and(rowOf(id, firm), isNotNull(savedSuppliers.removedAt));
  return ctx.db.update(savedSuppliers).set({ removedAt: null }).where(gone).run().changes > 0;
}

/** Forgets suppliers and notes that were taken off the list a day ago. */
export function forgetRemovedSuppliers(db: Database, now: Date): void {
  const until = new Date(now.getTime() - undoMs);
  db.delete(savedSuppliers).where(lte(savedSuppliers.removedAt, until)).run();
}
