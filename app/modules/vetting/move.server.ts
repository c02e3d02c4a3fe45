import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { vettingCases, vettingSteps } from "#db/schema/vetting.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { workingMs } from "./clock.ts";
import type { ReasonCode } from "./criteria.ts";
import { follow, type CaseEvent } from "./states.ts";

export type CaseRow = typeof vettingCases.$inferSelect;

/** The row of a case, read in the caller's transaction. @throws DomainError vetting.gone */
export function caseRow(tx: Transaction, id: string): CaseRow {
  const row = tx.select().from(vettingCases).where(eq(vettingCases.id, id)).get();
  if (!row) throw new DomainError("vetting.gone");
  return row;
}

/**
 * Lets something happen to a case: asks the state machine, changes the row, writes the step and the audit entry.
 * Neither of the two holds a score: who has not reviewed yet must not find one there.
 *
 * @throws DomainError vetting.moved when it cannot happen in the case's present state
 */
export function move(
  tx: Transaction,
  ctx: Ctx,
  one: CaseRow,
  event: CaseEvent,
  change: { set?: Partial<CaseRow>; codes?: readonly ReasonCode[] } = {},
): CaseRow {
  const to = follow(one.state, event);
  const codes = [...(change.codes ?? [])];
  const moved =
    to &&
    tx
      .update(vettingCases)
      .set({ ...change.set, state: to })
      .where(and(eq(vettingCases.id, one.id), eq(vettingCases.state, one.state)))
      .returning()
      .get();
  if (!moved) throw new DomainError("vetting.moved");
  tx.insert(vettingSteps)
    .values({ caseId: one.id, fromState: one.state, toState: to, reasonCodes: codes, createdAt: ctx.now })
    .run();
  recordAudit(tx, ctx, {
    action: `vetting.${event}`,
    record: "vettingCase",
    recordId: one.id,
    from: one.state,
    to,
    ...(codes.length > 0 ? { detail: { codes: codes.join(" ") } } : {}),
  });
  return moved;
}

/** The clock stands from now on: what was used so far is kept. */
export function stopClock(one: CaseRow, now: Date): Pick<CaseRow, "usedMs" | "waitingSince"> {
  const used = one.waitingSince ? workingMs(one.waitingSince, now) : 0;
  return { usedMs: one.usedMs + used, waitingSince: null };
}
