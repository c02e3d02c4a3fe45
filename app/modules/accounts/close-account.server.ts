import { and, count, eq, isNull, ne } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import {
  emailTokens,
  invitations,
  memberships,
  organisations,
  recoveryCodes,
  staffRoles,
  users,
} from "#db/schema/accounts.ts";
import { supplierInvitations } from "#db/schema/endorsements.ts";
import { sectionFeedback, sections } from "#db/schema/guides.ts";
import { mailOutbox, notifications } from "#db/schema/notifications.ts";
import { passports } from "#db/schema/passports.ts";
import { checklists, deskQuestions, follows, savedSearches } from "#db/schema/readers.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { PersonCaller } from "./caller.ts";
import { endSessions } from "./end-sessions.server.ts";
import { wouldLoseLastAdmin, wouldLoseLastOwner } from "./policy.ts";
import { provePassword } from "./prove-password.server.ts";

/** Rows that are the person's own; they go. Items of a checklist go with their list. */
const ownRows = [
  emailTokens,
  recoveryCodes,
  memberships,
  staffRoles,
  notifications,
  follows,
  checklists,
  savedSearches,
  deskQuestions,
] as const;

function membershipOf(db: Database | Transaction, userId: string) {
  const own = db
    .select({
      role: memberships.role,
      organisationId: memberships.organisationId,
      pendingSince: organisations.pendingSince,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, userId))
    .get();
  if (!own) return null;
  const others = and(eq(memberships.organisationId, own.organisationId), ne(memberships.userId, userId));
  const countOf = (where: typeof others) => db.select({ n: count() }).from(memberships).where(where).get()!.n;
  return {
    ...own,
    others: countOf(others),
    otherOwners: countOf(and(others, eq(memberships.role, "owner"))),
  };
}

/** Why the person cannot close the account now; null when they can. */
function obstacle(db: Database | Transaction, userId: string): "close.lastOwner" | "close.lastAdmin" | null {
  const own = membershipOf(db, userId);
  if (own && own.others > 0 && wouldLoseLastOwner(own.otherOwners + 1, own, null)) return "close.lastOwner";
  const admins = db
    .select({ userId: staffRoles.userId })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(eq(staffRoles.role, "admin"), isNull(users.disabledAt)))
    .all();
  const isAdmin = admins.some((admin) => admin.userId === userId);
  return wouldLoseLastAdmin(admins.length, isAdmin, false) ? "close.lastAdmin" : null;
}

/** What closing the account would mean for the actor: what stands against it, and whether the firm is left alone. */
export function closingOf(ctx: PersonCtx) {
  const own = membershipOf(ctx.db, ctx.actor.userId);
  return { obstacle: obstacle(ctx.db, ctx.actor.userId), leavesVacant: own !== null && own.others === 0 };
}

/**
 * Closes the actor's account for good. The row of the person stays, emptied, because the audit trail and the
 * revisions of guides name its id and can never change; everything that says who they were goes, and the address is
 * free again. An organisation that nobody else acts for stays with the chamber; one that was never confirmed goes.
 */
export async function closeAccount(ctx: PersonCaller, currentPassword: string): Promise<void> {
  const { userId, name, email, lang } = ctx.actor;
  await provePassword(ctx, currentPassword);
  ctx.db.transaction((tx) => {
    const user = tx.select().from(users).where(eq(users.id, userId)).get();
    if (!user || user.closedAt) throw new DomainError("member.gone");
    const against = obstacle(tx, userId);
    if (against) throw new DomainError(against);
    leaveOrganisationBehind(tx, ctx);
    wipe(tx, ctx, user.email);
    const ended = endSessions(tx, userId);
    recordAudit(tx, ctx, {
      action: "account.close",
      record: "user",
      recordId: userId,
      from: "open",
      to: "closed",
      detail: { ended },
    });
    queueMail(tx, ctx.now, { to: email, lang, template: "accountClosed", params: { name } });
  });
}

/** Before the membership goes: owners who stay hear of it; an organisation left alone is marked or goes. */
function leaveOrganisationBehind(tx: Transaction, ctx: PersonCtx): void {
  const { userId, name } = ctx.actor;
  const own = membershipOf(tx, userId);
  if (!own) return;
  const organisation = eq(organisations.id, own.organisationId);
  if (own.others > 0) {
    const owners = and(eq(memberships.organisationId, own.organisationId), eq(memberships.role, "owner"));
    for (const owner of tx.select().from(memberships).where(owners).all()) {
      if (owner.userId === userId) continue;
      const { userId: to } = owner;
      notify(tx, ctx, { userId: to, key: "member.left", params: { name }, path: "/organisation" });
    }
    return;
  }
  if (own.pendingSince) tx.delete(organisations).where(organisation).run();
  else {
    tx.update(organisations).set({ vacantSince: ctx.now }).where(organisation).run();
    // A link that nobody is left to cut off, or to see who opened it, no longer works.
    const open = and(eq(passports.organisationId, own.organisationId), isNull(passports.revokedAt));
    tx.update(passports).set({ revokedAt: ctx.now }).where(open).run();
  }
  recordAudit(tx, ctx, {
    action: own.pendingSince ? "organisation.withdraw" : "organisation.vacate",
    record: "organisation",
    recordId: own.organisationId,
    from: own.pendingSince ? "pending" : "active",
    to: own.pendingSince ? "removed" : "vacant",
  });
}

function wipe(tx: Transaction, ctx: PersonCtx, email: string): void {
  const { userId } = ctx.actor;
  const asked = tx
    .select({ newEmail: emailTokens.newEmail })
    .from(emailTokens)
    .where(eq(emailTokens.userId, userId))
    .all();
  for (const { newEmail } of asked) {
    if (!newEmail) continue;
    const letter = and(eq(mailOutbox.to, newEmail), eq(mailOutbox.template, "confirmNewEmail"));
    tx.delete(mailOutbox).where(letter).run();
  }
  for (const table of ownRows) tx.delete(table).where(eq(table.userId, userId)).run();
  tx.update(invitations)
    .set({ revokedAt: ctx.now })
    .where(
      and(eq(invitations.invitedById, userId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
    )
    .run();
  tx.delete(invitations).where(eq(invitations.email, email)).run();
  tx.delete(mailOutbox).where(eq(mailOutbox.to, email)).run();
  // A multinational's list of suppliers keeps the firm, not the address that it was written to.
  const invited = eq(supplierInvitations.email, email);
  tx.update(supplierInvitations)
    .set({ withdrawnAt: ctx.now })
    .where(and(invited, isNull(supplierInvitations.acceptedAt), isNull(supplierInvitations.withdrawnAt)))
    .run();
  tx.update(supplierInvitations).set({ email: "" }).where(invited).run();
  // Reports and sections are the guide's: they stay, without the person.
  tx.update(sectionFeedback).set({ userId: null }).where(eq(sectionFeedback.userId, userId)).run();
  tx.update(sections).set({ ownerId: null }).where(eq(sections.ownerId, userId)).run();
  tx.update(users)
    .set({
      // No address that anybody could type, and no hash that any password fits.
      email: `closed:${userId}`,
      passwordHash: "",
      name: "",
      emailVerifiedAt: null,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      disabledAt: ctx.now,
      closedAt: ctx.now,
    })
    .where(eq(users.id, userId))
    .run();
}
