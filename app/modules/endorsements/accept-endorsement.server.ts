import type { ShownField } from "#db/schema/endorsements.ts";
import { keepCredential, withCredential } from "#app/modules/credentials/prepare-credential.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { Transaction } from "#db/client.server.ts";
import { checkConflicts } from "./flags.server.ts";
import { flagsOf, type Endorsement } from "./in-force.server.ts";
import { actingFor, fingerprint, givenTo, must, takeStep } from "./own-endorsement.server.ts";
import { isHeld, stageOf } from "./policy.ts";
import { demandEndorsable, demandNoOverlap } from "./save-draft.server.ts";
import { tellParties } from "./tell.server.ts";

/** Why the firm cannot accept now; asked before the credential is signed, and again when it is kept. */
function demandAcceptable(tx: Transaction, ctx: PersonCtx, row: Endorsement, seen: string): void {
  if (stageOf(row) !== "acceptance" || fingerprint(row) !== seen) throw new DomainError("endorsement.moved");
  if (row.validUntil <= ctx.now) throw new DomainError("endorsement.over");
  demandEndorsable(tx, ctx, row.msmeId);
  demandNoOverlap(tx, row);
}

/**
 * The firm agrees to what strangers will see of what it read (`seen`), and the endorsement is active from then on.
 * Its credential is signed first; then one transaction asks everything again, keeps the credential and takes the
 * step. While staff look at something, nothing is accepted: what the check finds at this moment is kept, and the
 * firm is told plainly that it takes a little longer.
 *
 * @throws DomainError endorsement.moved, .over, .notVetted, .overlaps, .waits
 */
export async function acceptEndorsement(
  ctx: PersonCtx,
  id: string,
  seen: string,
  shownFields: ShownField[],
): Promise<void> {
  const firm = actingFor(ctx, "endorsements.answer", "msme");
  const { userId } = ctx.actor;
  const row = must(givenTo(ctx.db, firm.id, id));
  // Raising a flag and refusing because of it are two things: a refusal in one transaction would undo the flag.
  const held = ctx.db.transaction((tx) => {
    demandAcceptable(tx, ctx, row, seen);
    return checkConflicts(tx, ctx, { ...row, acceptedById: userId });
  });
  if (held) throw new DomainError("endorsement.waits");
  await withCredential(ctx, row, shownFields, (prepared) =>
    ctx.db.transaction((tx) => {
      const current = must(givenTo(tx, firm.id, id));
      demandAcceptable(tx, ctx, current, seen);
      if (isHeld(flagsOf(tx, [id]).get(id) ?? [])) throw new DomainError("endorsement.waits");
      const after = takeStep(tx, ctx, current, "accept", {
        acceptedById: userId,
        acceptedAt: ctx.now,
        shownFields,
      });
      keepCredential(tx, id, prepared);
      tellParties(tx, ctx, after, "endorsement.accepted", ["mnc"]);
    }),
  );
}

/** The firm declines, and need not say why; the draft goes back to the multinational. */
export function declineEndorsement(ctx: PersonCtx, id: string): void {
  const firm = actingFor(ctx, "endorsements.answer", "msme");
  ctx.db.transaction((tx) => {
    const row = must(givenTo(tx, firm.id, id));
    const after = takeStep(tx, ctx, row, "decline", { returnedBy: "firm", returnedNote: "" });
    tellParties(tx, ctx, after, "endorsement.declined", ["mnc"]);
  });
}
