import type { Transaction } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import type { AuditAction } from "#app/i18n/en/audit.ts";
import type { Ctx } from "#app/platform/context.ts";

export type AuditInput = {
  /** noun.verb; each has its words in i18n. */
  action: AuditAction;
  record: string;
  recordId: string;
  from?: string | null;
  to?: string | null;
  /** Never secrets, never more personal data than the record's own id. */
  detail?: Record<string, string | number | boolean | null>;
};

/** Writes one audit entry in the caller's transaction: the change and its trace stand or fall together. */
export function recordAudit(tx: Transaction, ctx: Ctx, entry: AuditInput): void {
  tx.insert(auditEntries)
    .values({
      at: ctx.now,
      actorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      action: entry.action,
      record: entry.record,
      recordId: entry.recordId,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      detail: entry.detail ?? null,
      requestId: ctx.requestId,
    })
    .run();
}
