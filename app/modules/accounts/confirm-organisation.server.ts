import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, users } from "#db/schema/accounts.ts";
import { recordAudit, type AuditInput } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { demand } from "./policy.ts";

/** The chamber confirms that a multinational or partner is what it says: its members get their rights. */
export function confirmOrganisation(ctx: PersonCtx, id: string): void {
  demand(ctx.actor, "people.manage");
  ctx.db.transaction((tx) => {
    const organisation = pendingOrganisation(tx, id);
    tx.update(organisations).set({ pendingSince: null }).where(eq(organisations.id, id)).run();
    audit(tx, ctx, id, "organisation.confirm", "active");
    for (const owner of ownersOf(tx, id)) {
      const name = owner.lang === "zh" ? organisation.nameZh : organisation.nameEn;
      const params = { organisation: name || organisation.nameEn || organisation.nameZh };
      const url = absoluteUrl(at(owner.lang).organisation());
      notify(tx, ctx, { userId: owner.id, key: "organisation.confirmed", params, path: "/organisation" });
      queueMail(tx, ctx.now, {
        to: owner.email,
        lang: owner.lang,
        template: "organisationConfirmed",
        params: { ...params, url },
      });
    }
  });
}

/** The chamber could not confirm it: the record goes, with its memberships and invitations; accounts stay. */
export function refuseOrganisation(ctx: PersonCtx, id: string): void {
  demand(ctx.actor, "people.manage");
  ctx.db.transaction((tx) => {
    const organisation = pendingOrganisation(tx, id);
    for (const owner of ownersOf(tx, id)) {
      const name = owner.lang === "zh" ? organisation.nameZh : organisation.nameEn;
      const params = { organisation: name || organisation.nameEn || organisation.nameZh };
      notify(tx, ctx, { userId: owner.id, key: "organisation.refused", params, path: "/account" });
      queueMail(tx, ctx.now, {
        to: owner.email,
        lang: owner.lang,
        template: "organisationRefused",
        params,
      });
    }
    tx.delete(organisations).where(eq(organisations.id, id)).run();
    audit(tx, ctx, id, "organisation.refuse", "removed");
  });
}

function pendingOrganisation(tx: Transaction, id: string) {
  const organisation = tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), isNotNull(organisations.pendingSince)))
    .get();
  if (!organisation) throw new DomainError("organisation.notPending");
  return organisation;
}

function ownersOf(tx: Transaction, organisationId: string) {
  return tx
    .select({ id: users.id, email: users.email, lang: users.lang })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, "owner")))
    .all();
}

function audit(
  tx: Transaction,
  ctx: PersonCtx,
  recordId: string,
  action: AuditInput["action"],
  to: string,
): void {
  recordAudit(tx, ctx, { action, record: "organisation", recordId, from: "pending", to });
}
