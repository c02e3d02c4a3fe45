import { and, eq, isNull } from "drizzle-orm";
import { endorsementFlags, endorsements } from "#db/schema/endorsements.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { askFirm } from "./approve-endorsement.server.ts";
import { samePerson } from "./conflicts.ts";
import { peopleOf } from "./evidence.server.ts";
import { flagsOf } from "./in-force.server.ts";
import { isHeld, stageOf } from "./policy.ts";
import { tellParties, tellPeople, membersOf } from "./tell.server.ts";
import { revokedByStaff } from "./vocabulary.ts";

/**
 * Staff decide a flag, with a reason. Cleared, the endorsement goes on where it stood; upheld, it ends: an active one
 * is revoked, one under way goes back to a draft that can never be handed in. Nobody decides who is or was on either
 * side.
 */
export function decideFlag(
  ctx: PersonCtx,
  input: { flag: string; outcome: "cleared" | "upheld"; reason: string },
): void {
  demand(ctx.actor, "endorsements.check");
  const { userId, email } = ctx.actor;
  ctx.db.transaction((tx) => {
    const flag = tx
      .select()
      .from(endorsementFlags)
      .where(and(eq(endorsementFlags.id, input.flag), isNull(endorsementFlags.outcome)))
      .get();
    if (!flag) throw new DomainError("flag.gone");
    const row = tx.select().from(endorsements).where(eq(endorsements.id, flag.endorsementId)).get()!;
    const tied = [row.mncId, row.msmeId].some((id) => samePerson(peopleOf(tx, id), [{ userId, email }]));
    if (tied) throw new DomainError("flag.tied");
    tx.update(endorsementFlags)
      .set({ outcome: input.outcome, reason: input.reason, decidedById: userId, decidedAt: ctx.now })
      .where(eq(endorsementFlags.id, flag.id))
      .run();
    recordAudit(tx, ctx, {
      action: "endorsement.decideFlag",
      record: "endorsement",
      recordId: row.id,
      to: input.outcome,
      detail: { kind: flag.kind },
    });
    const stage = stageOf(row);
    if (input.outcome === "upheld") {
      if (stage === "active") {
        tx.update(endorsements)
          .set({
            state: "revoked",
            revokedAt: ctx.now,
            revokedById: userId,
            revokedReason: revokedByStaff,
          })
          .where(eq(endorsements.id, row.id))
          .run();
        tellParties(tx, ctx, row, "endorsement.stopped", ["mnc", "msme"]);
      } else if (stage !== "expired" && stage !== "revoked") {
        tx.update(endorsements)
          .set({ state: "draft", approvedAt: null, approvedById: null })
          .where(eq(endorsements.id, row.id))
          .run();
        tellParties(tx, ctx, row, "endorsement.stopped", ["mnc"]);
      }
      recordAudit(tx, ctx, {
        action: "endorsement.stop",
        record: "endorsement",
        recordId: row.id,
        from: stage,
        to: stage === "active" ? "revoked" : stage === "expired" || stage === "revoked" ? stage : "draft",
      });
      return;
    }
    if (isHeld(flagsOf(tx, [row.id]).get(row.id) ?? [])) return;
    if (stage === "acceptance") askFirm(tx, ctx, row);
    if (stage === "active") {
      tellPeople(tx, ctx, row, "endorsement.resumed", "msme", membersOf(tx, row.msmeId));
    }
    if (stage !== "expired" && stage !== "revoked") {
      tellParties(tx, ctx, row, "endorsement.resumed", ["mnc"]);
    }
  });
}
