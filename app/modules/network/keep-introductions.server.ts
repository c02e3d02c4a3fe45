import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { introductions } from "#db/schema/network.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { isReachable } from "./introductions.server.ts";
import { remindedUntil } from "./policy.ts";
import type { Introduction } from "./step-introduction.server.ts";
import { bodyOf, tellBody, tellDeskOfLapse, toAsked, toReceived } from "./tell.server.ts";

/**
 * Reminds firms once, three days before their time to answer ends, and lets lapse what nobody answered in time.
 * A firm that cannot accept as things stand (suspended, consent revoked, asker not confirmed) is not pressed.
 * Idempotent; each request in a transaction of its own. Returns how many were told.
 */
export function keepIntroductions(db: Database, now: Date): { reminded: number; lapsed: number } {
  const ctx: Ctx = { db, now, actor: { kind: "visitor" }, requestId: "introductions" };
  const forwarded = eq(introductions.state, "forwarded");
  const ending = db
    .select({ id: introductions.id })
    .from(introductions)
    .where(
      and(
        forwarded,
        isNull(introductions.remindedAt),
        gt(introductions.answerBy, now),
        lte(introductions.answerBy, remindedUntil(now)),
      ),
    )
    .all();
  const over = db
    .select({ id: introductions.id })
    .from(introductions)
    .where(and(forwarded, lte(introductions.answerBy, now)))
    .all();
  const count = (rows: { id: string }[], act: (tx: Transaction, ctx: Ctx, row: Introduction) => boolean) =>
    rows.filter(({ id }) =>
      db.transaction((tx) => {
        const row = tx.select().from(introductions).where(eq(introductions.id, id)).get();
        return row?.state === "forwarded" && act(tx, ctx, row);
      }),
    ).length;
  return { reminded: count(ending, remind), lapsed: count(over, lapse) };
}

function remind(tx: Transaction, ctx: Ctx, row: Introduction): boolean {
  if (row.remindedAt || !row.answerBy || !isReachable(ctx, row)) return false;
  tx.update(introductions).set({ remindedAt: ctx.now }).where(eq(introductions.id, row.id)).run();
  tellBody(tx, ctx, {
    organisationId: row.msmeId,
    key: "introduction.remind",
    about: bodyOf(tx, row.organisationId),
    until: row.answerBy,
    path: "/introductions/received",
    mail: { template: "introductionReminder", url: toReceived },
  });
  return true;
}

/**
 * Ends a request that ran out unanswered, in the caller's transaction. The asker reads the same words as after a no;
 * the desk learns which request it was, so that it can ask the firm.
 */
export function lapse(tx: Transaction, ctx: Ctx, row: Introduction): boolean {
  tx.update(introductions)
    .set({ state: "declined", updatedAt: ctx.now })
    .where(eq(introductions.id, row.id))
    .run();
  recordAudit(tx, ctx, {
    action: "introduction.lapse",
    record: "introduction",
    recordId: row.id,
    from: row.state,
    to: "declined",
  });
  const firm = bodyOf(tx, row.msmeId);
  tellBody(tx, ctx, {
    organisationId: row.organisationId,
    first: row.askedById,
    key: "introduction.declined",
    about: firm,
    path: "/introductions",
    mail: { template: "introductionAnswered", url: toAsked },
  });
  tellDeskOfLapse(tx, ctx, bodyOf(tx, row.organisationId), firm);
  return true;
}
