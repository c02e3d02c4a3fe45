import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { invitations, memberships, organisations, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import type { Lang, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { countAttempt } from "#app/platform/rate-limits.server.ts";
import { newToken, tokenHash } from "#app/platform/seal.server.ts";
import type { PersonCaller } from "./caller.ts";
import { mayBeApprover, mayManageMembers } from "./policy.ts";

type InvitationInput = { email: string; role: "owner" | "member"; approver: boolean; lang: Lang };

const invitationMs = 7 * 24 * 3_600_000;

/** The actor's organisation, if they may manage its members. @throws DomainError otherwise. */
export function managedOrganisation({ actor }: PersonCtx) {
  if (!actor.organisation || !mayManageMembers(actor)) throw new DomainError("right.missing");
  return actor.organisation;
}

/**
 * Invites somebody by mail, in the language of the page, to act for the actor's organisation. The token leaves with
 * the mail only; the invitation stands for seven days.
 */
export function inviteMember(ctx: PersonCaller, input: InvitationInput): void {
  const organisation = managedOrganisation(ctx);
  if (input.approver && !mayBeApprover(organisation.kind)) throw new DomainError("member.notApprover");
  countAttempt(ctx, "invitation", ctx.actor.userId);
  ctx.db.transaction((tx) => sendInvitation(tx, ctx, organisation, input));
}

/** Writes the invitation and its letter in the caller's transaction, which has asked who may invite. */
export function sendInvitation(
  tx: Transaction,
  ctx: PersonCtx,
  organisation: { id: string; nameEn: string; nameZh: string },
  { email, role, approver, lang }: InvitationInput,
): void {
  const member = tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.email, email), eq(memberships.organisationId, organisation.id)))
    .get();
  if (member) throw new DomainError("invitation.isMember", { field: "email" });
  const toThisAddress = and(
    eq(invitations.organisationId, organisation.id),
    eq(invitations.email, email),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );
  tx.update(invitations)
    .set({ revokedAt: ctx.now })
    .where(and(toThisAddress, lte(invitations.expiresAt, ctx.now)))
    .run();
  if (tx.select().from(invitations).where(toThisAddress).get()) {
    throw new DomainError("invitation.open", { field: "email" });
  }
  const token = newToken();
  const { id } = tx
    .insert(invitations)
    .values({
      organisationId: organisation.id,
      email,
      role,
      approver,
      tokenHash: tokenHash(token),
      invitedById: ctx.actor.userId,
      expiresAt: new Date(ctx.now.getTime() + invitationMs),
      createdAt: ctx.now,
    })
    .returning({ id: invitations.id })
    .get();
  const { nameEn, nameZh } = organisation;
  queueMail(tx, ctx.now, {
    to: email,
    lang,
    template: "invitation",
    params: {
      organisation: (lang === "zh" ? nameZh : nameEn) || nameEn || nameZh,
      inviter: ctx.actor.name,
      url: absoluteUrl(at(lang).invitation(token)),
    },
  });
  recordAudit(tx, ctx, {
    action: "invitation.create",
    record: "organisation",
    recordId: organisation.id,
    detail: { invitation: id, role, approver },
  });
}

/** Withdraws an open invitation of the actor's organisation: its link stops working. */
export function revokeInvitation(ctx: PersonCtx, id: string): void {
  const organisation = managedOrganisation(ctx);
  ctx.db.transaction((tx) => {
    const open = and(
      eq(invitations.id, id),
      eq(invitations.organisationId, organisation.id),
      isNull(invitations.acceptedAt),
      isNull(invitations.revokedAt),
    );
    if (tx.update(invitations).set({ revokedAt: ctx.now }).where(open).run().changes === 0) return;
    recordAudit(tx, ctx, {
      action: "invitation.revoke",
      record: "organisation",
      recordId: organisation.id,
      detail: { invitation: id },
    });
  });
}

/** What makes an invitation usable: its token, not withdrawn, not used, not older than seven days. */
export const usableInvitation = (token: string, now: Date) =>
  and(
    eq(invitations.tokenHash, tokenHash(token)),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
  );

/** The invitation behind a link, as its page shows it; null when it can no longer be used. */
export function invitationOf(ctx: Pick<PersonCtx, "db" | "now">, token: string) {
  return (
    ctx.db
      .select({
        email: invitations.email,
        role: invitations.role,
        approver: invitations.approver,
        expiresAt: invitations.expiresAt,
        nameEn: organisations.nameEn,
        nameZh: organisations.nameZh,
        inviter: users.name,
      })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .innerJoin(users, eq(users.id, invitations.invitedById))
      .where(usableInvitation(token, ctx.now))
      .get() ?? null
  );
}
