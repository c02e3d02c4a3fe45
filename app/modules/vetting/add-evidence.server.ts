import { count, eq } from "drizzle-orm";
import { vettingEvidence } from "#db/schema/vetting.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { keepUploads } from "#app/modules/uploads/keep-uploads.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { EvidenceInput } from "./schema.ts";
import { caseForEvidence, demandFirm } from "./own-case.server.ts";

/** Files of one case. */
const evidenceLimit = 40;

/**
 * Adds files to the own firm's case; the first one begins it. The case is looked at again in the transaction that
 * ties the files to it: one that was handed in meanwhile takes none.
 *
 * @throws DomainError right.missing, upload.*, vetting.*
 */
export async function addEvidence(
  ctx: PersonCtx & { clientKey: string },
  input: EvidenceInput & { files: readonly File[] },
): Promise<number> {
  const { id: organisationId } = demandFirm(ctx.actor);
  countAttempt(ctx, "upload", ctx.actor.userId);
  ctx.db.transaction((tx) => void caseForEvidence(tx, ctx, organisationId));
  const ids = await keepUploads(
    ctx,
    { organisationId, purpose: "evidence", files: input.files },
    (tx, uploadIds) => {
      const one = caseForEvidence(tx, ctx, organisationId);
      const rows = uploadIds.map((uploadId) => ({
        caseId: one.id,
        uploadId,
        kind: input.kind,
        note: input.note,
        createdAt: ctx.now,
      }));
      tx.insert(vettingEvidence).values(rows).run();
      const { files } = tx
        .select({ files: count() })
        .from(vettingEvidence)
        .where(eq(vettingEvidence.caseId, one.id))
        .get()!;
      if (files > evidenceLimit) {
        throw new DomainError("vetting.evidenceFull", { params: { max: evidenceLimit } });
      }
      const detail = { kind: input.kind, files: uploadIds.length };
      recordAudit(tx, ctx, { action: "vetting.evidence", record: "vettingCase", recordId: one.id, detail });
    },
  );
  return ids.length;
}
