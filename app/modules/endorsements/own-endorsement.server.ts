import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import type { Right } from "#app/modules/accounts/rights.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { Endorsement } from "./in-force.server.ts";
import { stageAfter, stageOf, stateOf, type Step } from "./policy.ts";

/** The organisation an actor acts for by this right. @throws DomainError right.missing */
export function actingFor(ctx: Ctx, right: Right, kind: "mnc" | "msme") {
  demand(ctx.actor, right);
  const { organisation } = ctx.actor;
  if (organisation?.kind !== kind || organisation.pending) throw new DomainError("right.missing");
  return organisation;
}

/** An endorsement that this multinational gives, in any state; null when it gives no such one. */
export function givenBy(db: Database | Transaction, mncId: string, id: string): Endorsement | null {
  return (
    db
      .select()
      .from(endorsements)
      .where(and(eq(endorsements.id, id), eq(endorsements.mncId, mncId)))
      .get() ?? null
  );
}

/** An endorsement as far as its firm knows of it: from the moment the multinational has approved it. */
export function givenTo(db: Database | Transaction, msmeId: string, id: string): Endorsement | null {
  const row = db
    .select()
    .from(endorsements)
    .where(and(eq(endorsements.id, id), eq(endorsements.msmeId, msmeId)))
    .get();
  return row && !["draft", "approval"].includes(stageOf(row)) ? row : null;
}

/** @throws DomainError endorsement.gone */
export function must(row: Endorsement | null): Endorsement {
  if (!row) throw new DomainError("endorsement.gone");
  return row;
}

/**
 * What somebody saw when they agreed: changes with every word of the endorsement and with each time it is handed in,
 * so that nobody approves or accepts a text that was changed behind their back.
 */
export function fingerprint(row: Endorsement): string {
  const content = [
    row.id,
    row.supplierSince,
    row.goodsEn,
    row.goodsZh,
    row.relationship,
    row.spendBand,
    row.recordEn,
    row.recordZh,
    row.scopeSectors,
    row.scopeMarkets,
    row.audience,
    row.conflictStatement,
    row.validFrom.getTime(),
    row.validUntil.getTime(),
    row.submittedAt?.getTime() ?? null,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/**
 * Takes one step of the state machine in the caller's transaction, with its trace. Back in the draft an approval no
 * longer counts.
 *
 * @throws DomainError endorsement.moved when the step cannot be taken from here
 */
export function takeStep(
  tx: Transaction,
  ctx: Ctx,
  row: Endorsement,
  step: Exclude<Step, "discard" | "edit">,
  set: Partial<Endorsement>,
  detail: Record<string, string> = {},
): Endorsement {
  const from = stageOf(row);
  const to = stageAfter(from, step);
  if (to === null || to === "gone") throw new DomainError("endorsement.moved");
  const wiped = to === "draft" ? { approvedById: null, approvedAt: null } : {};
  const after = tx
    .update(endorsements)
    .set({ ...wiped, ...set, state: stateOf(to) })
    .where(eq(endorsements.id, row.id))
    .returning()
    .get();
  recordAudit(tx, ctx, {
    action: `endorsement.${step}`,
    record: "endorsement",
    recordId: row.id,
    from,
    to,
    detail: { mnc: row.mncId, ...detail },
  });
  return after;
}
