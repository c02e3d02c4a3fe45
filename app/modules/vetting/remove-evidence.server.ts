import { and, eq } from "drizzle-orm";
import { uploads } from "#db/schema/uploads.ts";
import { vettingEvidence } from "#db/schema/vetting.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { demandFirm, openCaseOf } from "./own-case.server.ts";

/**
 * Takes a file out of the own firm's draft; its bytes go with a later sweep. Once a case has been handed in its
 * evidence stays: somebody has judged it.
 *
 * @throws DomainError right.missing, vetting.moved, vetting.gone
 */
export function removeEvidence(ctx: PersonCtx, evidenceId: string): void {
  const { id: organisationId } = demandFirm(ctx.actor);
  ctx.db.transaction((tx) => {
    const one = openCaseOf(tx, organisationId);
    if (one?.state !== "draft") throw new DomainError("vetting.moved");
    const removed = tx
      .delete(vettingEvidence)
      .where(and(eq(vettingEvidence.id, evidenceId), eq(vettingEvidence.caseId, one.id)))
      .returning()
      .get();
    if (!removed) throw new DomainError("vetting.gone");
    tx.update(uploads).set({ deletedAt: ctx.now }).where(eq(uploads.id, removed.uploadId)).run();
    const detail = { kind: removed.kind };
    recordAudit(tx, ctx, {
      action: "vetting.evidenceRemove",
      record: "vettingCase",
      recordId: one.id,
      detail,
    });
  });
}
