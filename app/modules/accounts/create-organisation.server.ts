import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, staffRoles } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { demand } from "./policy.ts";
import type { OrganisationInput } from "./schema.ts";

/** The organisation a person belongs to, read inside the transaction that depends on it. */
export function organisationIdOf(tx: Transaction, userId: string): string | null {
  const row = tx
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .get();
  return row?.id ?? null;
}

/**
 * Registers an organisation with the actor as its owner; returns its id. A multinational or partner waits for the
 * chamber to confirm it, because its members see what firms do not show to everybody. Staff cannot: nobody decides
 * about a firm they act for.
 */
export function createOrganisation(ctx: PersonCtx, input: OrganisationInput): string {
  return ctx.db.transaction((tx) => foundOrganisation(tx, ctx, input));
}

/** As `createOrganisation`, in the caller's transaction. */
export function foundOrganisation(tx: Transaction, ctx: PersonCtx, input: OrganisationInput): string {
  demand(ctx.actor, "organisation.create");
  const { userId } = ctx.actor;
  if (organisationIdOf(tx, userId)) throw new DomainError("organisation.alreadyMember");
  if (tx.select().from(staffRoles).where(eq(staffRoles.userId, userId)).get()) {
    throw new DomainError("person.otherOrganisation");
  }
  const { creditCode } = input;
  const known =
    creditCode && tx.select().from(organisations).where(eq(organisations.creditCode, creditCode)).get();
  if (known) {
    const key = known.vacantSince ? "organisation.vacant" : "organisation.codeTaken";
    throw new DomainError(key, { field: "creditCode" });
  }
  const pending = input.kind !== "msme";
  const { id } = tx
    .insert(organisations)
    .values({ ...input, pendingSince: pending ? ctx.now : null, createdAt: ctx.now })
    .returning({ id: organisations.id })
    .get();
  tx.insert(memberships).values({ userId, organisationId: id, role: "owner", createdAt: ctx.now }).run();
  recordAudit(tx, ctx, {
    action: "organisation.create",
    record: "organisation",
    recordId: id,
    to: pending ? "pending" : "active",
    detail: { kind: input.kind },
  });
  if (pending) tellAdmins(tx, ctx, input);
  return id;
}

function tellAdmins(tx: Transaction, ctx: PersonCtx, input: OrganisationInput): void {
  const admins = tx
    .select({ userId: staffRoles.userId })
    .from(staffRoles)
    .where(eq(staffRoles.role, "admin"))
    .all();
  for (const { userId } of admins) {
    const params = { organisation: input.nameEn || input.nameZh };
    notify(tx, ctx, { userId, key: "organisation.pending", params, path: "/staff" });
  }
}
