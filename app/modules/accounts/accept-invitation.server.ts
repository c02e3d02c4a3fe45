import { and, eq, isNotNull } from "drizzle-orm";
import { invitations, memberships, organisations, staffRoles, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import type { PersonCaller } from "./caller.ts";
import { organisationIdOf } from "./create-organisation.server.ts";
import { demand } from "./policy.ts";
import { usableInvitation } from "./invite-member.server.ts";

/**
 * The signed-in person takes up an invitation to their own address. Having the token proves the address too.
 * Staff cannot join a firm: nobody decides about a firm they act for.
 */
export function acceptInvitation(ctx: PersonCaller, token: string): void {
  demand(ctx.actor, "invitation.accept");
  countAttempt(ctx, "mailedToken", ctx.actor.userId);
  const { userId, email, name, emailVerified } = ctx.actor;
  ctx.db.transaction((tx) => {
    const invitation = tx.select().from(invitations).where(usableInvitation(token, ctx.now)).get();
    if (!invitation) throw new DomainError("invitation.gone");
    if (invitation.email !== email) throw new DomainError("invitation.otherAddress");
    if (organisationIdOf(tx, userId)) throw new DomainError("organisation.alreadyMember");
    if (tx.select().from(staffRoles).where(eq(staffRoles.userId, userId)).get()) {
      throw new DomainError("person.otherOrganisation");
    }
    const { organisationId, role, approver } = invitation;
    tx.update(invitations).set({ acceptedAt: ctx.now }).where(eq(invitations.id, invitation.id)).run();
    if (!emailVerified) {
      tx.update(users).set({ emailVerifiedAt: ctx.now }).where(eq(users.id, userId)).run();
      recordAudit(tx, ctx, {
        action: "account.verify",
        record: "user",
        recordId: userId,
        from: "unverified",
        to: "verified",
      });
    }
    const owners = tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, "owner")))
      .all();
    tx.insert(memberships).values({ userId, organisationId, role, approver, createdAt: ctx.now }).run();
    tx.update(organisations)
      .set({ vacantSince: null })
      .where(and(eq(organisations.id, organisationId), isNotNull(organisations.vacantSince)))
      .run();
    for (const owner of owners) {
      notify(tx, ctx, {
        userId: owner.userId,
        key: "member.joined",
        params: { name },
        path: "/organisation",
      });
    }
    recordAudit(tx, ctx, {
      action: "invitation.accept",
      record: "organisation",
      recordId: organisationId,
      to: role,
      detail: { member: userId, approver },
    });
  });
}
