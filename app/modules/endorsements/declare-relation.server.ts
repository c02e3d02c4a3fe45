import { and, asc, eq, isNull, or } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { declaredRelations } from "#db/schema/msmes.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import type { PersonCaller } from "#app/modules/accounts/caller.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { recheckAll } from "./flags.server.ts";
import type { RelationInput } from "./schema.ts";

/** The organisation whose ties the actor may declare: the own one, whatever its kind, once it is confirmed. */
function declaring(ctx: PersonCtx) {
  demand(ctx.actor, "relations.declare");
  const { organisation } = ctx.actor;
  if (!organisation || organisation.pending) throw new DomainError("right.missing");
  return organisation;
}

/**
 * Declares a tie of the own organisation to another body, by its credit code or name, and checks all endorsements
 * under way or in force again.
 */
export function declareRelation(ctx: PersonCaller, input: RelationInput): void {
  const own = declaring(ctx);
  countAttempt(ctx, "relation", ctx.actor.userId);
  ctx.db.transaction((tx) => {
    const { relation, otherName, otherCreditCode, note } = input;
    const known =
      (otherCreditCode
        ? tx.select().from(organisations).where(eq(organisations.creditCode, otherCreditCode)).get()
        : undefined) ??
      (otherName && !otherCreditCode
        ? tx
            .select()
            .from(organisations)
            .where(or(eq(organisations.nameEn, otherName), eq(organisations.nameZh, otherName)))
            .get()
        : undefined);
    if (known?.id === own.id) throw new DomainError("relation.self", { field: "otherName" });
    const open = tx
      .select()
      .from(declaredRelations)
      .where(and(eq(declaredRelations.organisationId, own.id), isNull(declaredRelations.endedAt)))
      .all();
    const twin = open.find(
      (one) =>
        one.relation === relation &&
        (known
          ? one.otherId === known.id
          : one.otherName === otherName && (one.otherCreditCode ?? "") === otherCreditCode),
    );
    if (twin) throw new DomainError("relation.twice", { field: "otherName" });
    if (open.length >= 100) throw new DomainError("relation.tooMany");
    const { id } = tx
      .insert(declaredRelations)
      .values({
        organisationId: own.id,
        otherId: known?.id ?? null,
        otherName,
        otherCreditCode: otherCreditCode || null,
        relation,
        note,
        declaredById: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning({ id: declaredRelations.id })
      .get();
    recordAudit(tx, ctx, {
      action: "relation.declare",
      record: "organisation",
      recordId: own.id,
      detail: { relation, declared: id },
    });
    recheckAll(tx, ctx);
  });
}

/** Ends a tie that the own organisation has declared. What it raised stays for staff to decide. */
export function endRelation(ctx: PersonCtx, id: string): void {
  const own = declaring(ctx);
  ctx.db.transaction((tx) => {
    const mine = and(
      eq(declaredRelations.id, id),
      eq(declaredRelations.organisationId, own.id),
      isNull(declaredRelations.endedAt),
    );
    const ended = tx.update(declaredRelations).set({ endedAt: ctx.now }).where(mine).run().changes;
    if (ended === 0) throw new DomainError("relation.gone");
    recordAudit(tx, ctx, {
      action: "relation.end",
      record: "organisation",
      recordId: own.id,
      detail: { declared: id },
    });
  });
}

/** The ties that the actor's organisation has declared, those that have ended too. */
export function ownRelations(ctx: PersonCtx) {
  const own = declaring(ctx);
  return ctx.db
    .select()
    .from(declaredRelations)
    .where(eq(declaredRelations.organisationId, own.id))
    .orderBy(asc(declaredRelations.createdAt))
    .all();
}
