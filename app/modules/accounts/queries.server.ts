import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { invitations, memberships, organisations, sessions, staffRoles, users } from "#db/schema/accounts.ts";
import type { Ctx, PersonCtx, StaffRole } from "#app/platform/context.ts";
import { recoveryCodesLeft } from "./recovery-codes.server.ts";

/** The actor's own open sessions, the latest seen first; `current` is the one that asks. */
export function ownSessions(ctx: PersonCtx) {
  return ctx.db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, ctx.actor.userId),
        gt(sessions.expiresAt, Math.floor(ctx.now.getTime() / 1000)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .all()
    .map((session) => ({ ...session, current: session.id === ctx.actor.sessionId }));
}

/** The state of the actor's second factor. */
export function ownSecondFactor(ctx: PersonCtx) {
  const user = ctx.db
    .select({ confirmedAt: users.totpConfirmedAt })
    .from(users)
    .where(eq(users.id, ctx.actor.userId))
    .get();
  return { confirmedAt: user?.confirmedAt ?? null, codesLeft: recoveryCodesLeft(ctx.db, ctx.actor.userId) };
}

/** The actor's organisation with its members and open invitations; null without one. */
export function ownOrganisation(ctx: PersonCtx) {
  const id = ctx.actor.organisation?.id;
  const organisation = id && ctx.db.select().from(organisations).where(eq(organisations.id, id)).get();
  if (!organisation) return null;
  const members = ctx.db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      approver: memberships.approver,
      since: memberships.createdAt,
      secondFactor: isNotNull(users.totpConfirmedAt).mapWith(Boolean),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisation.id))
    .orderBy(asc(memberships.createdAt), asc(users.email))
    .all();
  const open = ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      approver: invitations.approver,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisation.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(asc(invitations.createdAt))
    .all();
  return { organisation, members, invitations: open };
}

/** Organisations that wait to be confirmed, the longest first, with their first owner. */
export function pendingOrganisations(ctx: Ctx) {
  return ctx.db
    .select({
      id: organisations.id,
      kind: organisations.kind,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      country: organisations.country,
      creditCode: organisations.creditCode,
      pendingSince: organisations.pendingSince,
      owner: users.name,
      ownerEmail: users.email,
    })
    .from(organisations)
    .innerJoin(
      memberships,
      and(eq(memberships.organisationId, organisations.id), eq(memberships.role, "owner")),
    )
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(isNotNull(organisations.pendingSince))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.pendingSince))
    .all();
}

/** Organisations that nobody acts for since their last person closed the account, the longest first. */
export function vacantOrganisations(ctx: Ctx) {
  return ctx.db
    .select({
      id: organisations.id,
      kind: organisations.kind,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      vacantSince: organisations.vacantSince,
      invited: isNotNull(invitations.id).mapWith(Boolean),
    })
    .from(organisations)
    .leftJoin(
      invitations,
      and(
        eq(invitations.organisationId, organisations.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .where(isNotNull(organisations.vacantSince))
    .groupBy(organisations.id)
    .orderBy(asc(organisations.vacantSince))
    .all();
}

export type PeopleFilter = { q: string; role: string; state: string; page: number };

const rolesOfUser = sql<string>`coalesce((select group_concat(${staffRoles.role}, ' ') from ${staffRoles} where ${staffRoles.userId} = ${users.id}), '')`;

const escapeLike = (text: string) => text.replace(/[%_\\]/g, (sign) => `\\${sign}`);

/** One page of accounts for admins, without those closed by their owners: filtered by words in name, address or organisation, by role and by state. */
export function listPeople(ctx: Ctx, filter: PeopleFilter, perPage = 50) {
  const pattern = `%${escapeLike(filter.q)}%`;
  const matches = (column: SQLiteColumn) => sql`${column} like ${pattern} escape '\\'`;
  const where = and(
    isNull(users.closedAt),
    filter.q
      ? or(
          matches(users.name),
          matches(users.email),
          matches(organisations.nameEn),
          matches(organisations.nameZh),
        )
      : undefined,
    filter.role === "staff" ? sql`${rolesOfUser} <> ''` : undefined,
    filter.role && filter.role !== "staff"
      ? sql`exists (select 1 from ${staffRoles} where ${staffRoles.userId} = ${users.id} and ${staffRoles.role} = ${filter.role})`
      : undefined,
    filter.state === "unverified" ? isNull(users.emailVerifiedAt) : undefined,
    filter.state === "disabled" ? isNotNull(users.disabledAt) : undefined,
  );
  const people = ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      verifiedAt: users.emailVerifiedAt,
      disabledAt: users.disabledAt,
      secondFactorAt: users.totpConfirmedAt,
      createdAt: users.createdAt,
      organisationEn: organisations.nameEn,
      organisationZh: organisations.nameZh,
      roles: rolesOfUser,
    })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(where)
    .orderBy(asc(users.email))
    .limit(perPage)
    .offset((filter.page - 1) * perPage)
    .all();
  const { total } = ctx.db
    .select({ total: count() })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(where)
    .get()!;
  return { people: people.map((person) => ({ ...person, roles: splitRoles(person.roles) })), total };
}

const splitRoles = (roles: string) => roles.split(" ").filter(Boolean) as StaffRole[];

/** Those of these accounts that exist, as the page that changes their standing shows them. */
export function peopleByIds(ctx: Ctx, ids: string[]) {
  return ctx.db
    .select({ id: users.id, name: users.name, email: users.email, disabledAt: users.disabledAt })
    .from(users)
    .where(and(inArray(users.id, ids), isNull(users.closedAt)))
    .orderBy(asc(users.email))
    .all();
}

/** One account as admins see it, with how many sessions are open; null when there is none. */
export function personById(ctx: Ctx, id: string) {
  const person = ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      lang: users.lang,
      verifiedAt: users.emailVerifiedAt,
      disabledAt: users.disabledAt,
      secondFactorAt: users.totpConfirmedAt,
      createdAt: users.createdAt,
      organisationEn: organisations.nameEn,
      organisationZh: organisations.nameZh,
      organisationKind: organisations.kind,
      roles: rolesOfUser,
    })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(users.id, id), isNull(users.closedAt)))
    .get();
  if (!person) return null;
  const { open } = ctx.db
    .select({ open: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, id), gt(sessions.expiresAt, Math.floor(ctx.now.getTime() / 1000))))
    .get()!;
  return { ...person, roles: splitRoles(person.roles), openSessions: open };
}
