import { and, eq, isNull } from "drizzle-orm";
import { sizeStandards } from "#db/schema/msmes.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { standardFrom, type StandardInput } from "./standard-schema.ts";
import { standardInForce } from "./standards.server.ts";

/**
 * Writes down a version of the size standard that comes into force on a later day; returns its id. What is in force
 * is never changed: firms and programmes were judged by it.
 *
 * @throws DomainError right.missing, standard.past, standard.dayTaken
 */
export function draftStandard(ctx: PersonCtx, input: StandardInput): string {
  if (!may(ctx.actor, "sizeStandard.edit")) throw new DomainError("right.missing");
  return ctx.db.transaction((tx) => {
    const { effectiveOn, reference, note } = input;
    if (effectiveOn <= chamberDay(ctx.now)) throw new DomainError("standard.past", { field: "effectiveOn" });
    const taken = tx
      .select({ id: sizeStandards.id })
      .from(sizeStandards)
      .where(and(eq(sizeStandards.effectiveOn, effectiveOn), isNull(sizeStandards.withdrawnAt)))
      .get();
    if (taken) throw new DomainError("standard.dayTaken", { field: "effectiveOn" });
    const { id } = tx
      .insert(sizeStandards)
      .values({
        reference,
        note,
        effectiveOn,
        body: standardFrom(standardInForce(ctx), input),
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning({ id: sizeStandards.id })
      .get();
    recordAudit(tx, ctx, {
      action: "sizeStandard.draft",
      record: "sizeStandard",
      recordId: id,
      to: "future",
      detail: { effectiveOn, reference },
    });
    return id;
  });
}
