import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { organisations, users } from "#db/schema/accounts.ts";
import { consents } from "#db/schema/msmes.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { consentWording } from "./disclosure-schema.ts";
import { ownFirm } from "./policy.ts";

/** The consents of the actor's own firm, newest first; the one in force has not been revoked. */
export function ownConsents(ctx: Ctx) {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  return ctx.db
    .select({
      wording: consents.wording,
      givenAt: consents.givenAt,
      revokedAt: consents.revokedAt,
      givenBy: users.name,
    })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.givenById))
    .where(and(eq(consents.organisationId, firm.id), eq(consents.purpose, "abroad")))
    .orderBy(desc(consents.givenAt))
    .all();
}

/** Confirmed bodies outside mainland China: those to whom the consent opens the network level. */
export function recipientsAbroad({ db }: Pick<Ctx, "db">) {
  return db
    .select({
      id: organisations.id,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      country: organisations.country,
      kind: organisations.kind,
    })
    .from(organisations)
    .where(and(isNull(organisations.pendingSince), ne(organisations.country, "CN")))
    .orderBy(asc(organisations.nameEn))
    .all()
    .filter(({ kind }) => kind === "mnc" || kind === "partner");
}

/**
 * Consents to sending the own firm's data abroad, on the wording that was shown. A second click changes nothing.
 *
 * @throws DomainError right.missing, consent.wordingChanged
 */
export function giveConsent(ctx: PersonCtx, wording: string): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  if (wording !== consentWording) throw new DomainError("consent.wordingChanged");
  ctx.db.transaction((tx) => {
    const { changes } = tx
      .insert(consents)
      .values({
        organisationId: firm.id,
        purpose: "abroad",
        wording,
        givenById: ctx.actor.userId,
        givenAt: ctx.now,
      })
      .onConflictDoNothing()
      .run();
    if (changes === 0) return;
    const detail = { wording };
    recordAudit(tx, ctx, { action: "consent.give", record: "profile", recordId: firm.id, detail });
  });
}

/**
 * Revokes the consent at once: every reader asks for it anew with each request.
 *
 * @throws DomainError right.missing
 */
export function revokeConsent(ctx: PersonCtx): void {
  const firm = ownFirm(ctx.actor);
  if (!firm) throw new DomainError("right.missing");
  ctx.db.transaction((tx) => {
    const { changes } = tx
      .update(consents)
      .set({ revokedAt: ctx.now, revokedById: ctx.actor.userId })
      .where(
        and(eq(consents.organisationId, firm.id), eq(consents.purpose, "abroad"), isNull(consents.revokedAt)),
      )
      .run();
    if (changes === 0) return;
    recordAudit(tx, ctx, { action: "consent.revoke", record: "profile", recordId: firm.id });
  });
}
