import { and, eq, gt, inArray, isNotNull, lte } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { vettingCases, vettingReminders } from "#db/schema/vetting.ts";
import { caseRow, move } from "./move.server.ts";
import { casesOf, openCaseOf } from "./own-case.server.ts";
import { tellFirm } from "./tell.server.ts";

const dayMs = 86_400_000;
/** Days before the end of an approval on which the firm is reminded. */
const reminderDays = [60, 30, 7] as const;

/**
 * Reminds firms whose approval ends soon and lets approvals lapse that have ended. Each reminder goes once: its row
 * is written with it. After a pause of the server only the most pressing one goes. A firm that has a newer approval
 * hears nothing of the old one, and one whose renewal is being looked at is not pressed.
 * Idempotent; each firm in a transaction of its own. Returns how many were told.
 */
export function keepStanding(db: Database, now: Date): { reminded: number; lapsed: number } {
  const ctx = { db, now, actor: { kind: "visitor" as const }, requestId: "standing" };
  const horizon = new Date(now.getTime() + Math.max(...reminderDays) * dayMs);
  const approved = and(eq(vettingCases.state, "approved"), isNotNull(vettingCases.expiresAt));
  const ending = db
    .select({ id: vettingCases.id })
    .from(vettingCases)
    .where(and(approved, gt(vettingCases.expiresAt, now), lte(vettingCases.expiresAt, horizon)))
    .all();
  const ended = db
    .select({ id: vettingCases.id })
    .from(vettingCases)
    .where(and(approved, lte(vettingCases.expiresAt, now)))
    .all();
  const count = (ids: { id: string }[], act: (id: string) => boolean) =>
    ids.filter(({ id }) => act(id)).length;

  const reminded = count(ending, (id) =>
    db.transaction((tx) => {
      const one = caseRow(tx, id);
      if (one.state !== "approved" || hasNewer(one, casesOf(tx, one.organisationId))) return false;
      const renewal = openCaseOf(tx, one.organisationId);
      if (renewal && renewal.state !== "draft") return false;
      const left = one.expiresAt!.getTime() - now.getTime();
      const due = reminderDays.filter((days) => left <= days * dayMs);
      const sent = tx
        .select({ days: vettingReminders.daysBefore })
        .from(vettingReminders)
        .where(and(eq(vettingReminders.caseId, id), inArray(vettingReminders.daysBefore, due)))
        .all();
      const fresh = due.filter((days) => !sent.some((row) => row.days === days));
      if (fresh.length === 0) return false;
      const rows = fresh.map((daysBefore) => ({ caseId: id, daysBefore, sentAt: now }));
      tx.insert(vettingReminders).values(rows).run();
      // A nearer one went out already: an older one that only now came due (the clock was set back) says nothing new.
      if (sent.some((row) => row.days < Math.min(...fresh))) return false;
      tellFirm(tx, ctx, one.organisationId, "remind", one.expiresAt);
      return true;
    }),
  );
  const lapsed = count(ended, (id) =>
    db.transaction((tx) => {
      const one = caseRow(tx, id);
      if (one.state !== "approved") return false;
      move(tx, ctx, one, "lapse");
      if (hasNewer(one, casesOf(tx, one.organisationId))) return false;
      tellFirm(tx, ctx, one.organisationId, "lapsed", one.expiresAt);
      return true;
    }),
  );
  return { reminded, lapsed };
}

type Dated = { id: string; state: string; decidedAt: Date | null };

function hasNewer(one: Dated, cases: readonly Dated[]): boolean {
  return cases.some(
    (other) =>
      other.id !== one.id &&
      (other.state === "approved" || other.state === "suspended") &&
      (other.decidedAt ?? 0) > (one.decidedAt ?? 0),
  );
}
