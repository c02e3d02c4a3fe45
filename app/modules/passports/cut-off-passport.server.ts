import { and, eq, isNull } from "drizzle-orm";
import { passports } from "#db/schema/passports.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { keeper } from "./queries.server.ts";

/** Cuts a passport of the actor's firm off at once, also for whoever has it open. False when there is none such. */
export function cutOffPassport(ctx: PersonCtx, id: string): boolean {
  const firm = keeper(ctx);
  return ctx.db.transaction((tx) => {
    const own = and(eq(passports.id, id), eq(passports.organisationId, firm.id));
    if (!tx.select({ id: passports.id }).from(passports).where(own).get()) return false;
    const { changes } = tx
      .update(passports)
      .set({ revokedAt: ctx.now })
      .where(and(own, isNull(passports.revokedAt)))
      .run();
    if (changes > 0) recordAudit(tx, ctx, { action: "passport.cutOff", record: "passport", recordId: id });
    return true;
  });
}
