import { eq } from "drizzle-orm";
import { sizeStandards } from "#db/schema/msmes.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";

/**
 * Takes back a version that is not in force yet; it stays on the list as withdrawn.
 *
 * @throws DomainError right.missing, standard.gone, standard.inForce
 */
export function withdrawStandard(ctx: PersonCtx, id: string): void {
  if (!may(ctx.actor, "sizeStandard.edit")) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const row = tx.select().from(sizeStandards).where(eq(sizeStandards.id, id)).get();
    if (!row || row.withdrawnAt) throw new DomainError("standard.gone");
    if (row.effectiveOn <= chamberDay(ctx.now)) throw new DomainError("standard.inForce");
    tx.update(sizeStandards).set({ withdrawnAt: ctx.now }).where(eq(sizeStandards.id, id)).run();
    recordAudit(tx, ctx, {
      action: "sizeStandard.withdraw",
      record: "sizeStandard",
      recordId: id,
      from: "future",
      to: "withdrawn",
    });
  });
}
