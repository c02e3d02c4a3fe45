import { and, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { findConflicts, massFinding, suddenMass, type Finding } from "./conflicts.ts";
import { evidenceOf, network, submissionsOf } from "./evidence.server.ts";
import { flagsOf, type Endorsement } from "./in-force.server.ts";
import { isHeld } from "./policy.ts";
import { tellParties } from "./tell.server.ts";

/**
 * Runs every check on one endorsement as it stands in the caller's transaction and raises what it finds. Returns
 * whether it is held now: flagged and not cleared.
 */
export function checkConflicts(tx: Transaction, ctx: Ctx, row: Endorsement): boolean {
  raise(tx, ctx, row, findConflicts(evidenceOf(tx, ctx, row, network(tx, ctx.now))));
  return isHeld(flagsOf(tx, [row.id]).get(row.id) ?? []);
}

/**
 * Flags every endorsement of a sudden mass, once a submission has made it one: also those that were handed in before
 * anybody could see it coming, with the firm or active by now, or taken back to the draft.
 */
export function checkBurst(tx: Transaction, ctx: Ctx, mncId: string): void {
  const first = submissionsOf(tx, mncId, ctx.now);
  const times = [...first.values()];
  if (!suddenMass(times, ctx.now)) return;
  const rows = tx
    .select()
    .from(endorsements)
    .where(
      and(
        eq(endorsements.mncId, mncId),
        inArray(endorsements.state, ["draft", "pending_approval", "active"]),
        gt(endorsements.validUntil, ctx.now),
      ),
    )
    .all();
  for (const row of rows) {
    const handedIn = first.get(row.id);
    const mass = handedIn && massFinding(times, ctx.now, handedIn);
    if (mass) raise(tx, ctx, row, [mass]);
  }
}

/** Checks everything that is under way or in force again, because a tie was declared. */
export function recheckAll(tx: Transaction, ctx: Ctx): void {
  const shared = network(tx, ctx.now);
  const rows = tx
    .select()
    .from(endorsements)
    .where(
      or(
        eq(endorsements.state, "pending_approval"),
        and(eq(endorsements.state, "active"), gt(endorsements.validUntil, ctx.now)),
      ),
    )
    .all();
  for (const row of rows) {
    const found = findConflicts(evidenceOf(tx, ctx, row, shared));
    // How many were handed in has nothing to do with a tie.
    raise(
      tx,
      ctx,
      row,
      found.filter((finding) => finding.kind !== "massEndorsement"),
    );
  }
}

/**
 * Flags what a multinational gave for which nobody acts any more: no one there could take its word back. Staff invite a
 * new owner (`vacantOrganisations`) and then clear the flag, or uphold it. Running it again changes nothing.
 */
export function flagLeftBehind(ctx: Ctx): void {
  const left = ctx.db
    .select({ id: endorsements.id, since: organisations.vacantSince })
    .from(endorsements)
    .innerJoin(organisations, eq(organisations.id, endorsements.mncId))
    .where(
      and(
        isNotNull(organisations.vacantSince),
        eq(endorsements.state, "active"),
        gt(endorsements.validUntil, ctx.now),
      ),
    )
    .all();
  for (const { id, since } of left) {
    ctx.db.transaction((tx) => {
      const row = tx.select().from(endorsements).where(eq(endorsements.id, id)).get();
      if (row?.state !== "active") return;
      raise(tx, ctx, row, [{ kind: "nobodyLeft", detail: { since: since!.toISOString() } }]);
    });
  }
}

/** What makes a finding the same as one that staff have cleared: then it is not raised again. */
function sameEvidence(finding: Finding, before: Record<string, string>): boolean {
  if (finding.kind === "massEndorsement") return true;
  const said = (detail: Record<string, string>) => JSON.stringify(Object.entries(detail).sort());
  return said(finding.detail) === said(before);
}

function raise(tx: Transaction, ctx: Ctx, row: Endorsement, findings: readonly Finding[]): void {
  const known = flagsOf(tx, [row.id]).get(row.id) ?? [];
  const wasHeld = isHeld(known);
  let raised = false;
  for (const finding of findings) {
    const before = known.find((flag) => flag.kind === finding.kind);
    if (before && (before.outcome !== "cleared" || sameEvidence(finding, before.detail))) continue;
    const fresh = { detail: finding.detail, raisedAt: ctx.now };
    if (before) {
      tx.update(endorsementFlags)
        .set({ ...fresh, outcome: null, decidedAt: null, decidedById: null, reason: "" })
        .where(eq(endorsementFlags.id, before.id))
        .run();
    } else {
      tx.insert(endorsementFlags)
        .values({ endorsementId: row.id, kind: finding.kind, ...fresh })
        .run();
    }
    recordAudit(tx, ctx, {
      action: "endorsement.flag",
      record: "endorsement",
      recordId: row.id,
      detail: { kind: finding.kind, ...finding.detail },
    });
    raised = true;
  }
  if (raised && !wasHeld && row.state === "active") {
    tellParties(tx, ctx, row, "endorsement.paused", ["mnc", "msme"]);
  }
}
