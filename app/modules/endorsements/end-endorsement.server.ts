import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { dayOf, daysAfter, endOfDay, lastDayOf, startOfDay } from "./days.ts";
import { actingFor, givenBy, must, takeStep } from "./own-endorsement.server.ts";
import { stageOf } from "./policy.ts";
import { demandEndorsable, demandNoOther, insertDraft } from "./save-draft.server.ts";
import { tellParties } from "./tell.server.ts";
import type { RevocationReason } from "./vocabulary.ts";

/** Takes an active endorsement back, at once and for good. Nobody is told beside the two parties; the reason stays here. */
export function revokeEndorsement(ctx: PersonCtx, id: string, reason: RevocationReason): void {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    const after = takeStep(
      tx,
      ctx,
      row,
      "revoke",
      { revokedById: ctx.actor.userId, revokedAt: ctx.now, revokedReason: reason },
      { reason },
    );
    tellParties(tx, ctx, after, "endorsement.revoked", ["mnc", "msme"]);
  });
}

/**
 * Copies an active or expired endorsement into a draft for the time after it; returns the draft's id. The statement
 * on conflicts is given anew: it speaks of the day on which it is given.
 */
export function renewEndorsement(ctx: PersonCtx, id: string): string {
  const mnc = actingFor(ctx, "endorsements.draft", "mnc");
  return ctx.db.transaction((tx) => {
    const row = must(givenBy(tx, mnc.id, id));
    if (!["active", "expired"].includes(stageOf(row))) throw new DomainError("endorsement.moved");
    demandEndorsable(tx, ctx, row.msmeId);
    demandNoOther(tx, mnc.id, row.msmeId);
    const [next, today] = [daysAfter(dayOf(row.validUntil), 1), dayOf(ctx.now)];
    const firstDay = next > today ? next : today;
    return insertDraft(tx, ctx, {
      mncId: row.mncId,
      msmeId: row.msmeId,
      supplierSince: row.supplierSince,
      goodsEn: row.goodsEn,
      goodsZh: row.goodsZh,
      relationship: row.relationship,
      spendBand: row.spendBand,
      recordEn: row.recordEn,
      recordZh: row.recordZh,
      scopeSectors: row.scopeSectors,
      scopeMarkets: row.scopeMarkets,
      audience: row.audience,
      validFrom: startOfDay(firstDay),
      validUntil: endOfDay(lastDayOf(firstDay)),
      renewsId: row.id,
    });
  });
}
