import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/accounts.ts";
import { supplierInvitations } from "#db/schema/endorsements.ts";
import { foundOrganisation } from "#app/modules/accounts/create-organisation.server.ts";
import type { PersonCaller } from "#app/modules/accounts/caller.ts";
import type { OrganisationInput } from "#app/modules/accounts/schema.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { Ctx, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { tokenHash } from "#app/platform/seal.server.ts";
import { membersOf, nameIn } from "./tell.server.ts";

const usable = (token: string, now: Date) =>
  and(
    eq(supplierInvitations.tokenHash, tokenHash(token)),
    isNull(supplierInvitations.acceptedAt),
    isNull(supplierInvitations.withdrawnAt),
    gt(supplierInvitations.expiresAt, now),
  );

/** The invitation behind a supplier's link; null when it can no longer be used. */
export function supplierInvitationOf(ctx: Pick<Ctx, "db" | "now">, token: string) {
  return (
    ctx.db
      .select({
        email: supplierInvitations.email,
        nameEn: supplierInvitations.nameEn,
        nameZh: supplierInvitations.nameZh,
        creditCode: supplierInvitations.creditCode,
        goods: supplierInvitations.goods,
        supplierSince: supplierInvitations.supplierSince,
        expiresAt: supplierInvitations.expiresAt,
        mncEn: organisations.nameEn,
        mncZh: organisations.nameZh,
      })
      .from(supplierInvitations)
      .innerJoin(organisations, eq(organisations.id, supplierInvitations.mncId))
      .where(usable(token, ctx.now))
      .get() ?? null
  );
}

/** The invited supplier founds its firm: the person becomes its owner, and the invitation knows what it led to. */
export function joinAsSupplier(ctx: PersonCaller, token: string, input: OrganisationInput): void {
  countAttempt(ctx, "mailedToken", ctx.actor.userId);
  ctx.db.transaction((tx) => {
    const id = foundOrganisation(tx, ctx, { ...input, kind: "msme" });
    takeUp(tx, ctx, token, id);
  });
}

/** Somebody whose firm is here already connects it with the invitation. */
export function connectSupplier(ctx: PersonCaller, token: string): void {
  countAttempt(ctx, "mailedToken", ctx.actor.userId);
  const { organisation } = ctx.actor;
  if (organisation?.kind !== "msme") throw new DomainError("supplier.notFirm");
  ctx.db.transaction((tx) => takeUp(tx, ctx, token, organisation.id));
}

function takeUp(tx: Transaction, ctx: PersonCtx, token: string, msmeId: string): void {
  const row = tx
    .update(supplierInvitations)
    .set({ msmeId, acceptedAt: ctx.now })
    .where(usable(token, ctx.now))
    .returning()
    .get();
  if (!row) throw new DomainError("supplier.linkGone");
  recordAudit(tx, ctx, {
    action: "supplier.join",
    record: "organisation",
    recordId: row.mncId,
    detail: { invitation: row.id, firm: msmeId },
  });
  const firm = tx.select().from(organisations).where(eq(organisations.id, msmeId)).get()!;
  for (const { userId, lang } of membersOf(tx, row.mncId)) {
    notify(tx, ctx, {
      userId,
      key: "supplier.joined",
      params: { firm: nameIn(lang, firm) },
      path: "/suppliers",
    });
  }
}
