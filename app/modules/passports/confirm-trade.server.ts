import { and, asc, eq } from "drizzle-orm";
import { tradeConfirmations } from "#db/schema/endorsements.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { membersOf } from "#app/modules/endorsements/tell.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { SpendBand } from "#app/modules/endorsements/vocabulary.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { confirmableYears } from "./policy.ts";

/** The multinational the actor confirms for. @throws DomainError right.missing */
function confirmer(ctx: Ctx) {
  demand(ctx.actor, "trade.confirm");
  const { organisation } = ctx.actor;
  if (organisation?.kind !== "mnc" || organisation.pending) throw new DomainError("right.missing");
  return organisation;
}

/** The firms that the actor's multinational endorses now, with what it has confirmed of each. */
export function tradeToConfirm(ctx: Ctx) {
  const mnc = confirmer(ctx);
  const confirmed = ctx.db
    .select()
    .from(tradeConfirmations)
    .where(eq(tradeConfirmations.mncId, mnc.id))
    .orderBy(asc(tradeConfirmations.year))
    .all();
  const firms = new Map(endorsementsInForce(ctx, { mncId: mnc.id }).map((one) => [one.msmeId, one.msme]));
  return [...firms].map(([id, names]) => ({
    id,
    ...names,
    years: confirmableYears(ctx.now).map((year) => ({
      year,
      spendBand: confirmed.find((one) => one.msmeId === id && one.year === year)?.spendBand ?? null,
    })),
  }));
}

/**
 * Confirms what the multinational bought from a firm in a year, as a band; without a band it takes that back. The
 * firm may show it to others, so it is told.
 *
 * @throws DomainError trade.notEndorsed, trade.year
 */
export function confirmTrade(
  ctx: PersonCtx,
  input: { msmeId: string; year: number; spendBand?: SpendBand | undefined },
): void {
  const mnc = confirmer(ctx);
  const { msmeId, year, spendBand } = input;
  ctx.db.transaction((tx) => {
    if (endorsementsInForce({ db: tx, now: ctx.now }, { mncId: mnc.id, msmeId }).length === 0)
      throw new DomainError("trade.notEndorsed");
    if (!confirmableYears(ctx.now).includes(year)) throw new DomainError("trade.year", { field: "year" });
    const one = and(
      eq(tradeConfirmations.mncId, mnc.id),
      eq(tradeConfirmations.msmeId, msmeId),
      eq(tradeConfirmations.year, year),
    );
    const before = tx.select().from(tradeConfirmations).where(one).get();
    if ((before?.spendBand ?? undefined) === spendBand) return;
    // Another band is another statement: a passport that shows the old one must not show the new one unasked.
    tx.delete(tradeConfirmations).where(one).run();
    if (spendBand !== undefined) {
      tx.insert(tradeConfirmations)
        .values({
          mncId: mnc.id,
          msmeId,
          year,
          spendBand,
          confirmedById: ctx.actor.userId,
          createdAt: ctx.now,
        })
        .run();
    }
    recordAudit(tx, ctx, {
      action: spendBand === undefined ? "trade.takeBack" : "trade.confirm",
      record: "organisation",
      recordId: msmeId,
      from: before?.spendBand ?? null,
      to: spendBand ?? null,
      detail: { mnc: mnc.id, year },
    });
    if (spendBand === undefined) return;
    for (const { userId } of membersOf(tx, msmeId)) {
      notify(tx, ctx, {
        userId,
        key: "trade.confirmed",
        params: { mnc: mnc.nameEn || mnc.nameZh, year: String(year) },
        path: "/passports/new",
      });
    }
  });
}
