import { and, count, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { invitations, memberships } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { managedOrganisation } from "./invite-member.server.ts";
import { mayBeApprover, wouldLoseLastOwner } from "./policy.ts";

const membershipOf = (organisationId: string, userId: string) =>
  and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId));

type Standing = { role: "owner" | "member"; approver: boolean };

function standing(tx: Transaction, organisationId: string, userId: string): Standing {
  const member = tx.select().from(memberships).where(membershipOf(organisationId, userId)).get();
  if (!member) throw new DomainError("member.gone");
  return member;
}

function keepAnOwner(
  tx: Transaction,
  organisationId: string,
  before: Standing,
  after: Standing | null,
): void {
  const { owners } = tx
    .select({ owners: count() })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, "owner")))
    .get()!;
  if (wouldLoseLastOwner(owners, before, after)) throw new DomainError("organisation.lastOwner");
}

const said = ({ role, approver }: Standing) => (approver ? `${role}+approver` : role);
const nameIn = (o: { nameEn: string; nameZh: string }) => ({ organisation: o.nameZh || o.nameEn });

/** An owner sets a member's role and, in a multinational, whether they approve endorsements. */
export function changeMember(ctx: PersonCtx, userId: string, after: Standing): void {
  const organisation = managedOrganisation(ctx);
  if (after.approver && !mayBeApprover(organisation.kind)) throw new DomainError("member.notApprover");
  ctx.db.transaction((tx) => {
    const before = standing(tx, organisation.id, userId);
    keepAnOwner(tx, organisation.id, before, after);
    if (said(before) === said(after)) return;
    tx.update(memberships)
      .set({ role: after.role, approver: after.approver })
      .where(membershipOf(organisation.id, userId))
      .run();
    notify(tx, ctx, { userId, key: "member.changed", params: nameIn(organisation), path: "/organisation" });
    recordAudit(tx, ctx, {
      action: "member.change",
      record: "organisation",
      recordId: organisation.id,
      from: said(before),
      to: said(after),
      detail: { member: userId },
    });
  });
}

/** An owner removes a member; what the member did stays. */
export function removeMember(ctx: PersonCtx, userId: string): void {
  const organisation = managedOrganisation(ctx);
  ctx.db.transaction((tx) => {
    endMembership(tx, ctx, organisation.id, userId, "member.remove");
    notify(tx, ctx, { userId, key: "member.removed", params: nameIn(organisation), path: "/account" });
  });
}

/** The actor leaves their organisation; the last owner cannot. */
export function leaveOrganisation(ctx: PersonCtx): void {
  const { organisation, userId, name } = ctx.actor;
  if (!organisation) throw new DomainError("member.gone");
  ctx.db.transaction((tx) => {
    endMembership(tx, ctx, organisation.id, userId, "member.leave");
    const owners = tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.organisationId, organisation.id), eq(memberships.role, "owner")))
      .all();
    for (const owner of owners) {
      notify(tx, ctx, { userId: owner.userId, key: "member.left", params: { name }, path: "/organisation" });
    }
  });
}

function endMembership(
  tx: Transaction,
  ctx: PersonCtx,
  organisationId: string,
  userId: string,
  action: "member.remove" | "member.leave",
): void {
  const before = standing(tx, organisationId, userId);
  keepAnOwner(tx, organisationId, before, null);
  tx.delete(memberships).where(membershipOf(organisationId, userId)).run();
  // What somebody promised in the organisation's name goes when they go.
  tx.update(invitations)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.invitedById, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .run();
  recordAudit(tx, ctx, {
    action,
    record: "organisation",
    recordId: organisationId,
    from: said(before),
    to: null,
    detail: { member: userId },
  });
}
