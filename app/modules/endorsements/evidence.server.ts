import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { memberships, organisations, users } from "#db/schema/accounts.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { declaredRelations, exporterProfiles } from "#db/schema/msmes.ts";
import type { Ctx } from "#app/platform/context.ts";
import { tiesOf, type Evidence, type Someone, type Tie } from "./conflicts.ts";
import type { Endorsement } from "./in-force.server.ts";

const dayMs = 86_400_000;

/** What every check of one moment shares: all declared ties, and all endorsements under way or in force. */
export function network(tx: Transaction, now: Date): Pick<Evidence, "ties" | "live"> {
  const declarations = tx.select().from(declaredRelations).where(isNull(declaredRelations.endedAt)).all();
  const bodies = tx
    .select({
      id: organisations.id,
      nameEn: organisations.nameEn,
      nameZh: organisations.nameZh,
      creditCode: organisations.creditCode,
    })
    .from(organisations)
    .all();
  const ties: Tie[] = tiesOf(declarations, bodies);
  const live = tx
    .select({ mncId: endorsements.mncId, msmeId: endorsements.msmeId })
    .from(endorsements)
    .where(
      or(
        eq(endorsements.state, "pending_approval"),
        and(eq(endorsements.state, "active"), gt(endorsements.validUntil, now)),
      ),
    )
    .all();
  return { ties, live };
}

/** Everything that `findConflicts` weighs about one endorsement, as it stands now. */
export function evidenceOf(
  tx: Transaction,
  ctx: Pick<Ctx, "now">,
  row: Endorsement,
  shared: Pick<Evidence, "ties" | "live">,
): Evidence {
  const body = (id: string) => tx.select().from(organisations).where(eq(organisations.id, id)).get()!;
  const profile = tx
    .select({ control: exporterProfiles.underLargeControl })
    .from(exporterProfiles)
    .where(eq(exporterProfiles.organisationId, row.msmeId))
    .get();
  const submissions = submissionsOf(tx, row.mncId, ctx.now);
  return {
    ...shared,
    endorsement: { mncId: row.mncId, msmeId: row.msmeId },
    mnc: body(row.mncId),
    msme: body(row.msmeId),
    underLargeControl: profile?.control === true,
    people: {
      mnc: peopleOf(tx, row.mncId, [row.draftedById, row.editedById, row.approvedById]),
      msme: peopleOf(tx, row.msmeId, [row.acceptedById]),
    },
    submissions: [...submissions.values()],
    // What was handed in longer ago than the trail is asked for is at least as old as its draft.
    handedIn: submissions.get(row.id) ?? row.createdAt,
    now: ctx.now,
  };
}

/** Who is a member of an organisation, was one by the audit trail, or acted for it here. */
export function peopleOf(tx: Transaction, organisationId: string, acted: (string | null)[] = []): Someone[] {
  const members = tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .all();
  const trail = tx
    .select({ id: auditEntries.actorId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.record, "organisation"),
        eq(auditEntries.recordId, organisationId),
        inArray(auditEntries.action, ["organisation.create", "invitation.accept", "member.leave"]),
      ),
    )
    .all();
  const ids = [...members, ...trail].map((one) => one.id);
  const known = [...ids, ...acted].filter((id) => id !== null);
  return tx
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, [...new Set(known)]))
    .all();
}

/** When each endorsement of a multinational was first handed in within the last 187 days, by the audit trail. */
export function submissionsOf(tx: Transaction, mncId: string, now: Date): Map<string, Date> {
  const entries = tx
    .select({ id: auditEntries.recordId, at: auditEntries.at, detail: auditEntries.detail })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.action, "endorsement.submit"),
        gt(auditEntries.at, new Date(now.getTime() - 187 * dayMs)),
      ),
    )
    .orderBy(auditEntries.at)
    .all();
  const first = new Map<string, Date>();
  for (const { id, at, detail } of entries) {
    if (detail?.mnc === mncId && !first.has(id)) first.set(id, at);
  }
  return first;
}
