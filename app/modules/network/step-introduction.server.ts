import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { introductions } from "#db/schema/network.ts";
import type { AuditAction } from "#app/i18n/en/audit.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { stateAfter, stateAt, type Step } from "./policy.ts";

export type Introduction = typeof introductions.$inferSelect;

/**
 * Takes one step of an introduction in the caller's transaction and records it. `isMine` says whose record it must
 * be: a foreign id is answered as one that does not exist.
 *
 * @returns the row as it was, or null when there is none
 * @throws DomainError introduction.moved when the step cannot be taken from where it stands now
 */
export function takeStep(
  tx: Transaction,
  ctx: PersonCtx,
  id: string,
  step: Step,
  isMine: (row: Introduction) => boolean,
  set: Partial<Introduction> = {},
): Introduction | null {
  const row = tx.select().from(introductions).where(eq(introductions.id, id)).get();
  if (!row || !isMine(row)) return null;
  const to = stateAfter(stateAt(row, ctx.now), step);
  if (!to) throw new DomainError("introduction.moved");
  tx.update(introductions)
    .set({ ...set, state: to, updatedAt: ctx.now })
    .where(eq(introductions.id, id))
    .run();
  const action: AuditAction = `introduction.${step}`;
  recordAudit(tx, ctx, { action, record: "introduction", recordId: id, from: row.state, to });
  return row;
}
