import { and, count, desc, eq, gte, isNull, like, lt, or, sql } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import type { Ctx } from "#app/platform/context.ts";

/** Filters of the trail; empty text means no filter. `from` and `to` are calendar days in Beijing, both included. */
export type AuditFilter = {
  record: string;
  actor: string;
  action: string;
  from: string;
  to: string;
};

const dayMs = 24 * 3_600_000;
const beijingMidnight = (day: string) => new Date(`${day}T00:00:00+08:00`);

const actorStillKnown = and(eq(users.id, auditEntries.actorId), isNull(users.closedAt));

function conditions(filter: AuditFilter) {
  const { record, actor, action, from, to } = filter;
  return and(
    record ? or(eq(auditEntries.record, record), eq(auditEntries.recordId, record)) : undefined,
    actor ? or(eq(users.email, actor.toLowerCase()), eq(auditEntries.actorId, actor)) : undefined,
    action ? like(auditEntries.action, `${action.replace(/[%_]/g, "")}%`) : undefined,
    from ? gte(auditEntries.at, beijingMidnight(from)) : undefined,
    to ? lt(auditEntries.at, new Date(beijingMidnight(to).getTime() + dayMs)) : undefined,
  );
}

/** The audit trail, newest first, with the names of those who acted (null: nobody signed in, or account closed for good). */
export function listAudit(ctx: Ctx, filter: AuditFilter, limit: number, offset: number) {
  const where = conditions(filter);
  const entries = ctx.db
    .select({
      seq: auditEntries.seq,
      at: auditEntries.at,
      actorId: auditEntries.actorId,
      actorName: users.name,
      actorEmail: users.email,
      action: auditEntries.action,
      record: auditEntries.record,
      recordId: auditEntries.recordId,
      fromState: auditEntries.fromState,
      toState: auditEntries.toState,
      detail: auditEntries.detail,
      requestId: auditEntries.requestId,
    })
    .from(auditEntries)
    .leftJoin(users, actorStillKnown)
    .where(where)
    .orderBy(desc(auditEntries.seq))
    .limit(limit)
    .offset(offset)
    .all();
  const { total } = ctx.db
    .select({ total: count() })
    .from(auditEntries)
    .leftJoin(users, actorStillKnown)
    .where(where)
    .get()!;
  return { entries, total };
}

/** The kinds of record that the trail knows, for the filter. */
export function auditedRecords(ctx: Ctx): string[] {
  return ctx.db
    .selectDistinct({ record: auditEntries.record })
    .from(auditEntries)
    .orderBy(sql`1`)
    .all()
    .map(({ record }) => record);
}
