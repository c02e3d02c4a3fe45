import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { memberships, organisations, sessions, staffRoles, users } from "#db/schema/accounts.ts";
import type { Actor, Person } from "#app/platform/context.ts";
import { readSession } from "#app/platform/sessions.server.ts";

/** How often a session's "last seen" is written at most. */
const seenEveryMs = 5 * 60_000;

/** Who sends this request, from the session cookie; a visitor when there is none or it is no longer valid. */
export async function resolveActor(db: Database, request: Request, now: Date): Promise<Actor> {
  const session = await readSession(db, request.headers.get("cookie"));
  if (!session) return { kind: "visitor" };
  const user = db.select().from(users).where(eq(users.id, session.userId)).get();
  if (!user || user.disabledAt) return { kind: "visitor" };
  if (now.getTime() - session.lastSeenAt.getTime() > seenEveryMs) {
    db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id)).run();
  }
  const membership = db
    .select({
      id: organisations.id,
      kind: organisations.kind,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      pendingSince: organisations.pendingSince,
      role: memberships.role,
      approver: memberships.approver,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, user.id))
    .get();
  return {
    kind: "user",
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email,
    lang: user.lang,
    emailVerified: user.emailVerifiedAt !== null,
    secondFactor: session.secondFactorAt !== null,
    secondFactorSetUp: user.totpConfirmedAt !== null,
    organisation: membership ? organisationOf(membership) : null,
    staffRoles: db
      .select({ role: staffRoles.role })
      .from(staffRoles)
      .where(eq(staffRoles.userId, user.id))
      .all()
      .map(({ role }) => role),
  };
}

function organisationOf({
  pendingSince,
  ...organisation
}: Omit<NonNullable<Person["organisation"]>, "pending"> & { pendingSince: Date | null }) {
  return { ...organisation, pending: pendingSince !== null };
}
