import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { vettingSuspensions } from "#db/schema/vetting.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { SuspensionCode } from "./criteria.ts";
import { move, type CaseRow } from "./move.server.ts";
import { casesOf } from "./own-case.server.ts";
import { caseFor } from "./reviewer.server.ts";
import type { SuspensionInput } from "./schema.ts";
import { tellFirm } from "./tell.server.ts";

/** The case that a firm's standing rests on now: its last approval, in force or suspended. */
export function standingCaseOf(cases: readonly CaseRow[], now: Date): CaseRow | undefined {
  return [...cases]
    .filter(({ state }) => state === "approved" || state === "suspended")
    .sort((a, b) => (b.decidedAt?.getTime() ?? 0) - (a.decidedAt?.getTime() ?? 0))
    .slice(0, 1)
    .find(({ state, expiresAt }) => state === "suspended" || (expiresAt !== null && expiresAt > now));
}

/**
 * Suspends a standing, or lifts its suspension: an admin does so at once, a vetter proposes it and somebody else
 * confirms (docs/decisions/015). A suspension at once stops what rests on the standing, see `standingOf`.
 *
 * @throws DomainError right.missing, vetting.gone, vetting.tied, vetting.moved, vetting.proposed
 */
export function proposeSuspension(ctx: PersonCtx, input: SuspensionInput): "suspend" | "lift" | "proposed" {
  return ctx.db.transaction((tx) => {
    const one = caseFor(tx, ctx, input.case, "vetting.suspend");
    demandPresent(tx, ctx, one);
    if (openProposal(tx, one.id)) throw new DomainError("vetting.proposed");
    const kind = one.state === "suspended" ? "lift" : "suspend";
    const alone = ctx.actor.staffRoles.includes("admin");
    const row = {
      caseId: one.id,
      kind,
      reasonCode: input.code,
      note: input.note,
      proposedById: ctx.actor.userId,
      createdAt: ctx.now,
      confirmedById: alone ? ctx.actor.userId : null,
      confirmedAt: alone ? ctx.now : null,
    } as const;
    tx.insert(vettingSuspensions).values(row).run();
    if (alone) {
      carryOut(tx, ctx, one, kind, input.code);
      return kind;
    }
    const action = kind === "lift" ? "vetting.proposeLift" : "vetting.proposeSuspension";
    recordAudit(tx, ctx, { action, record: "vettingCase", recordId: one.id, detail: { code: input.code } });
    return "proposed";
  });
}

/**
 * Confirms somebody else's proposal. Returns what was done.
 *
 * @throws DomainError right.missing, vetting.gone, vetting.tied, vetting.moved, vetting.ownProposal
 */
export function confirmSuspension(ctx: PersonCtx, proposalId: string): "suspend" | "lift" {
  return ctx.db.transaction((tx) => {
    const { proposal, one } = proposalFor(tx, ctx, proposalId);
    if (proposal.proposedById === ctx.actor.userId) throw new DomainError("vetting.ownProposal");
    demandPresent(tx, ctx, one);
    tx.update(vettingSuspensions)
      .set({ confirmedById: ctx.actor.userId, confirmedAt: ctx.now })
      .where(eq(vettingSuspensions.id, proposal.id))
      .run();
    carryOut(tx, ctx, one, proposal.kind, proposal.reasonCode as SuspensionCode);
    return proposal.kind;
  });
}

/** Takes a proposal off the table; who made it, or anybody else of the desk. */
export function withdrawSuspension(ctx: PersonCtx, proposalId: string): void {
  ctx.db.transaction((tx) => {
    const { proposal, one } = proposalFor(tx, ctx, proposalId);
    tx.update(vettingSuspensions)
      .set({ withdrawnAt: ctx.now })
      .where(eq(vettingSuspensions.id, proposal.id))
      .run();
    recordAudit(tx, ctx, { action: "vetting.withdrawProposal", record: "vettingCase", recordId: one.id });
  });
}

/** A newer approval, or the end of this one, takes a case out of reach. */
function demandPresent(tx: Transaction, ctx: PersonCtx, one: CaseRow): void {
  if (standingCaseOf(casesOf(tx, one.organisationId), ctx.now)?.id !== one.id) {
    throw new DomainError("vetting.moved");
  }
}

function proposalFor(tx: Transaction, ctx: PersonCtx, id: string) {
  const proposal = tx.select().from(vettingSuspensions).where(eq(vettingSuspensions.id, id)).get();
  if (!proposal) throw new DomainError("vetting.gone");
  const one = caseFor(tx, ctx, proposal.caseId, "vetting.suspend");
  if (proposal.confirmedAt || proposal.withdrawnAt) throw new DomainError("vetting.moved");
  return { proposal, one };
}

/** The proposal on a case that nobody has answered yet. */
function openProposal(tx: Transaction, caseId: string) {
  return tx
    .select()
    .from(vettingSuspensions)
    .where(
      and(
        eq(vettingSuspensions.caseId, caseId),
        isNull(vettingSuspensions.confirmedAt),
        isNull(vettingSuspensions.withdrawnAt),
      ),
    )
    .get();
}

function carryOut(
  tx: Transaction,
  ctx: PersonCtx,
  one: CaseRow,
  kind: "suspend" | "lift",
  code: SuspensionCode,
): void {
  const moved = move(tx, ctx, one, kind, { codes: [code] });
  if (kind === "suspend") tellFirm(tx, ctx, one.organisationId, "suspended");
  else tellFirm(tx, ctx, one.organisationId, "lifted", moved.expiresAt);
}
