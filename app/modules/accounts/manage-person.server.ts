import { and, count, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, recoveryCodes, staffRoles, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { notify } from "#app/modules/notifications/notify.server.ts";
import type { PersonCtx, StaffRole } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { absoluteUrl, queueMail } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { endSessions } from "./end-sessions.server.ts";
import { demand, wouldLoseLastAdmin } from "./policy.ts";

function personBy(tx: Transaction, id: string) {
  const user = tx
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.closedAt)))
    .get();
  if (!user) throw new DomainError("member.gone");
  return user;
}

function rolesBy(tx: Transaction, userId: string): StaffRole[] {
  return tx
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(eq(staffRoles.userId, userId))
    .all()
    .map(({ role }) => role)
    .sort();
}

function keepAnAdmin(tx: Transaction, ctx: PersonCtx, userId: string, staysAdmin: boolean): void {
  const isAdmin = rolesBy(tx, userId).includes("admin");
  if (isAdmin && !staysAdmin && userId === ctx.actor.userId) throw new DomainError("person.ownAdmin");
  const { admins } = tx
    .select({ admins: count() })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(eq(staffRoles.role, "admin"), isNull(users.disabledAt)))
    .get()!;
  if (wouldLoseLastAdmin(admins, isAdmin, staysAdmin)) throw new DomainError("person.lastAdmin");
}

/**
 * An admin gives and takes staff roles: afterwards the person holds exactly `roles`. Only for confirmed, open
 * accounts of people who act for nobody but the chamber. Their sessions end: rights begin with a fresh sign-in.
 */
export function setStaffRoles(ctx: PersonCtx, userId: string, roles: StaffRole[]): void {
  demand(ctx.actor, "people.manage");
  ctx.db.transaction((tx) => {
    const user = personBy(tx, userId);
    const before = rolesBy(tx, userId);
    const given = roles.filter((role) => !before.includes(role));
    const taken = before.filter((role) => !roles.includes(role));
    if (given.length === 0 && taken.length === 0) return;
    if (given.length > 0) {
      if (user.disabledAt) throw new DomainError("person.disabled");
      if (!user.emailVerifiedAt) throw new DomainError("person.unverified");
      const elsewhere = tx
        .select({ kind: organisations.kind })
        .from(memberships)
        .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
        .where(eq(memberships.userId, userId))
        .get();
      if (elsewhere && elsewhere.kind !== "chamber") throw new DomainError("person.otherOrganisation");
    }
    keepAnAdmin(tx, ctx, userId, roles.includes("admin"));
    if (taken.length > 0) {
      tx.delete(staffRoles)
        .where(and(eq(staffRoles.userId, userId), inArray(staffRoles.role, taken)))
        .run();
    }
    for (const role of given) tx.insert(staffRoles).values({ userId, role, createdAt: ctx.now }).run();
    if (userId !== ctx.actor.userId) endSessions(tx, userId);
    notify(tx, ctx, { userId, key: "staffRoles.changed", path: "/account" });
    recordAudit(tx, ctx, {
      action: "staffRoles.set",
      record: "user",
      recordId: userId,
      from: before.join("+"),
      to: [...roles].sort().join("+"),
    });
  });
}

/** An admin closes an account (its sessions end, sign-in is refused) or opens it again. */
export function setDisabled(ctx: PersonCtx, userId: string, disabled: boolean): void {
  setManyDisabled(ctx, [userId], disabled);
}

/**
 * The same for several accounts at once: all or, when one may not be changed, none. Returns how many were changed;
 * those that stood so already are passed over.
 */
export function setManyDisabled(ctx: PersonCtx, userIds: string[], disabled: boolean): number {
  demand(ctx.actor, "people.manage");
  return ctx.db.transaction(
    (tx) => [...new Set(userIds)].filter((userId) => changeStanding(tx, ctx, userId, disabled)).length,
  );
}

function changeStanding(tx: Transaction, ctx: PersonCtx, userId: string, disabled: boolean): boolean {
  const user = personBy(tx, userId);
  if ((user.disabledAt !== null) === disabled) return false;
  if (disabled) keepAnAdmin(tx, ctx, userId, false);
  tx.update(users)
    .set({ disabledAt: disabled ? ctx.now : null })
    .where(eq(users.id, userId))
    .run();
  if (disabled) endSessions(tx, userId);
  recordAudit(tx, ctx, {
    action: disabled ? "account.disable" : "account.enable",
    record: "user",
    recordId: userId,
    from: disabled ? "open" : "disabled",
    to: disabled ? "disabled" : "open",
  });
  return true;
}

/**
 * An admin takes away the second factor of somebody who lost device and recovery codes, after having made sure who
 * asks. Sessions end and the person is told by mail.
 */
export function resetSecondFactor(ctx: PersonCtx, userId: string): void {
  demand(ctx.actor, "people.manage");
  ctx.db.transaction((tx) => {
    const user = personBy(tx, userId);
    if (!user.totpConfirmedAt) return;
    tx.update(users)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(users.id, userId))
      .run();
    tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
    const ended = endSessions(tx, userId);
    notify(tx, ctx, { userId, key: "secondFactor.reset", path: "/account/second-factor" });
    queueMail(tx, ctx.now, {
      to: user.email,
      lang: user.lang,
      template: "secondFactorChanged",
      params: { name: user.name, url: absoluteUrl(at(user.lang).forgotPassword()) },
    });
    recordAudit(tx, ctx, {
      action: "secondFactor.reset",
      record: "user",
      recordId: userId,
      detail: { ended },
    });
  });
}
