import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { memberships } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { declaredRelations } from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { vettingCases } from "#db/schema/vetting.ts";

/**
 * Whether somebody must keep away from a firm's case: who belongs to the firm or did so earlier as far as the trail
 * tells, who has acted for it, or who belongs or belonged to a body that one of the two declared a tie to.
 * A tie that was declared and has ended no longer counts; a former membership always does.
 */
export function isTied(db: Database | Transaction, userId: string, organisationId: string): boolean {
  const bodies = bodiesOf(db, userId);
  if (bodies.has(organisationId)) return true;
  const acted =
    db
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(eq(uploads.organisationId, organisationId), eq(uploads.uploadedById, userId)))
      .get() ??
    db
      .select({ id: vettingCases.id })
      .from(vettingCases)
      .where(and(eq(vettingCases.organisationId, organisationId), eq(vettingCases.submittedById, userId)))
      .get();
  if (acted) return true;
  if (bodies.size === 0) return false;
  const own = [...bodies];
  const declared = db
    .select({ id: declaredRelations.id })
    .from(declaredRelations)
    .where(
      and(
        isNull(declaredRelations.endedAt),
        or(
          and(eq(declaredRelations.organisationId, organisationId), inArray(declaredRelations.otherId, own)),
          and(eq(declaredRelations.otherId, organisationId), inArray(declaredRelations.organisationId, own)),
        ),
      ),
    )
    .get();
  return declared !== undefined;
}

/** Organisations that somebody belongs to, founded, joined, left or was taken out of. */
function bodiesOf(db: Database | Transaction, userId: string): Set<string> {
  const now = db
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .all();
  const member = sql`json_extract(${auditEntries.detail}, '$.member') = ${userId}`;
  const earlier = db
    .selectDistinct({ id: auditEntries.recordId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.record, "organisation"),
        or(
          member,
          and(
            eq(auditEntries.actorId, userId),
            inArray(auditEntries.action, ["organisation.create", "member.leave"]),
          ),
        ),
      ),
    )
    .all();
  return new Set([...now, ...earlier].map(({ id }) => id));
}
