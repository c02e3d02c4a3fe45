import { and, eq } from "drizzle-orm";
import { savedSuppliers } from "#db/schema/network.ts";
import { disclosedFirm } from "#app/modules/msmes/firm.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { browser } from "./queries.server.ts";

/**
 * Keeps a supplier for the actor's organisation; a note that is given replaces the one there is.
 *
 * @returns false for a firm that the actor may not know of: nothing is kept then.
 */
export function keepSupplier(ctx: PersonCtx, { firm, note }: { firm: string; note?: string }): boolean {
  const { id } = browser(ctx);
  return ctx.db.transaction((tx) => {
    if (!disclosedFirm(ctx, firm)) return false;
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
      tx.update(savedSuppliers)
        .set({ note })
        .where(and(eq(savedSuppliers.organisationId, id), eq(savedSuppliers.msmeId, firm)))
        .run();
    }
    return true;
  });
}

/** Takes a supplier off the list and returns the note, so that it can be put back; null when it was not there. */
export function dropSupplier(ctx: PersonCtx, firm: string): { note: string } | null {
  const { id } = browser(ctx);
  return (
    ctx.db
      .delete(savedSuppliers)
      .where(and(eq(savedSuppliers.organisationId, id), eq(savedSuppliers.msmeId, firm)))
      .returning({ note: savedSuppliers.note })
      .get() ?? null
  );
}
