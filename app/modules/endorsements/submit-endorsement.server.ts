import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { checkBurst, checkConflicts } from "./flags.server.ts";
import { flagsOf } from "./in-force.server.ts";
import { actingFor, givenBy, must, takeStep } from "./own-endorsement.server.ts";
import { isSecondPerson } from "./policy.ts";
import { demandEndorsable, demandNoOverlap } from "./save-draft.server.ts";
import { missingForSubmission } from "./schema.ts";
import { membersOf, tellPeople } from "./tell.server.ts";

/** Hands a complete draft in for the second person, and runs the conflict checks for the first time. */
export function submitEndorsement(ctx: PersonCtx, id: string): void {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    const [missing] = missingForSubmission(row);
    if (missing) throw new DomainError(`endorsement.missing.${missing}`, { field: missing });
    if (row.validUntil <= ctx.now) throw new DomainError("endorsement.over", { field: "lastDay" });
    demandEndorsable(tx, ctx, row.msmeId);
    demandNoOverlap(tx, row);
    const upheld = (flagsOf(tx, [id]).get(id) ?? []).some((flag) => flag.outcome === "upheld");
    if (upheld) throw new DomainError("endorsement.upheld");
    const after = takeStep(tx, ctx, row, "submit", {
      submittedAt: ctx.now,
      returnedBy: null,
      returnedNote: "",
    });
    checkConflicts(tx, ctx, after);
    checkBurst(tx, ctx, mnc.id);
    const second = membersOf(tx, mnc.id).filter(
      (member) => member.approver && isSecondPerson(after, member.userId),
    );
    tellPeople(tx, ctx, after, "endorsement.toApprove", "mnc", second);
  });
}
