import { and, asc, desc, eq } from "drizzle-orm";
import { tradeConfirmations } from "#db/schema/endorsements.ts";
import { organisations } from "#db/schema/accounts.ts";
import { passportOpenings, passports } from "#db/schema/passports.ts";
import { demand } from "#app/modules/accounts/policy.ts";
import { endorsementsInForce } from "#app/modules/endorsements/in-force.server.ts";
import { firmForPassport } from "#app/modules/msmes/firm.server.ts";
import type { Ctx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { stateOf, type PassportState } from "./policy.ts";
import { passportGroups, type PassportGroup } from "./schema.ts";

/** The firm whose passports the actor keeps. @throws DomainError right.missing */
export function keeper(ctx: Ctx): { id: string } {
  demand(ctx.actor, "passports.keep");
  const { organisation } = ctx.actor;
  if (organisation?.kind !== "msme" || organisation.pending) throw new DomainError("right.missing");
  return organisation;
}

/** Confirmed trade of a firm; only of multinationals whose endorsement of it is in force. */
export function confirmedTrade(ctx: Pick<Ctx, "db" | "now">, msmeId: string) {
  const inForce = new Set(endorsementsInForce(ctx, { msmeId }).map(({ mncId }) => mncId));
  return ctx.db
    .select({
      id: tradeConfirmations.id,
      mncId: tradeConfirmations.mncId,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      year: tradeConfirmations.year,
      spendBand: tradeConfirmations.spendBand,
    })
    .from(tradeConfirmations)
    .innerJoin(organisations, eq(organisations.id, tradeConfirmations.mncId))
    .where(eq(tradeConfirmations.msmeId, msmeId))
    .orderBy(desc(tradeConfirmations.year), asc(organisations.nameEn))
    .all()
    .filter(({ mncId }) => inForce.has(mncId));
}

/** What a firm has to put into a passport today; groups that hold nothing are not offered. */
export function offered(ctx: Ctx, firmId: string) {
  const firm = firmForPassport(ctx, firmId);
  const groups = firm?.groups ?? {};
  return {
    standing: firm?.standing ?? null,
    groups: passportGroups.filter((group): group is PassportGroup => Boolean(groups[group])),
    endorsements: endorsementsInForce(ctx, { msmeId: firmId }),
    certificates: groups.certificates ?? [],
    trade: confirmedTrade(ctx, firmId),
  };
}

export type OwnPassport = typeof passports.$inferSelect & {
  state: PassportState;
  openings: (typeof passportOpenings.$inferSelect)[];
};

/** The actor's firm's passports with who opened them, newest first. Never with anything that opens one. */
export function ownPassports(ctx: Ctx, id?: string): Omit<OwnPassport, "tokenHash">[] {
  const firm = keeper(ctx);
  return ctx.db
    .select()
    .from(passports)
    .where(and(eq(passports.organisationId, firm.id), id === undefined ? undefined : eq(passports.id, id)))
    .orderBy(desc(passports.createdAt))
    .all()
    .map(({ tokenHash: _secret, ...passport }) => {
      const openings = ctx.db
        .select()
        .from(passportOpenings)
        .where(eq(passportOpenings.passportId, passport.id))
        .orderBy(desc(passportOpenings.openedAt))
        .all();
      const counted = openings.filter(({ form }) => form === "page").length;
      return { ...passport, openings, state: stateOf(passport, counted, ctx.now) };
    });
}
