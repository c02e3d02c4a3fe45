import { and, count, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { memberships, organisations, staffRoles, users } from "#db/schema/accounts.ts";
import { recordAudit } from "#app/modules/audit/record.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { endSessions } from "./end-sessions.server.ts";

/**
 * Gives the role of administrator to an existing account, from the machine's own command line, while the chamber
 * has no administrator yet. Whoever can run it holds the database anyway, so the address counts as confirmed. The
 * person's sessions end: rights begin with a fresh sign-in.
 *
 * @throws DomainError person.unknown when nobody signed up with the address; person.otherOrganisation when they act
 * for a firm; person.adminExists otherwise.
 */
export function makeFirstAdmin(db: Database, email: string, now: Date): void {
  db.transaction((tx) => {
    const { admins } = tx
      .select({ admins: count() })
      .from(staffRoles)
      .innerJoin(users, eq(users.id, staffRoles.userId))
      .where(and(eq(staffRoles.role, "admin"), isNull(users.disabledAt)))
      .get()!;
    if (admins > 0) throw new DomainError("person.adminExists");
    const user = tx.select().from(users).where(eq(users.email, email.trim().toLowerCase())).get();
    if (!user) throw new DomainError("person.unknown");
    const elsewhere = tx
      .select({ kind: organisations.kind })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.userId, user.id))
      .get();
    if (elsewhere && elsewhere.kind !== "chamber") throw new DomainError("person.otherOrganisation");
    tx.update(users)
      .set({ emailVerifiedAt: user.emailVerifiedAt ?? now, disabledAt: null })
      .where(eq(users.id, user.id))
      .run();
    tx.insert(staffRoles)
      .values({ userId: user.id, role: "admin", createdAt: now })
      .onConflictDoNothing()
      .run();
    endSessions(tx, user.id);
    recordAudit(
      tx,
      { db, actor: { kind: "visitor" }, now, requestId: "command-line" },
      { action: "staffRoles.set", record: "user", recordId: user.id, from: "", to: "admin" },
    );
  });
}
