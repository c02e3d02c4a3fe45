import { eq, inArray } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { vettingCases, vettingSuspensions } from "#db/schema/vetting.ts";
import { may } from "#app/modules/accounts/rights.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { isTied } from "./conflicts.server.ts";
import { standingCaseOf } from "./suspend-standing.server.ts";

/**
 * Firms whose standing is in force or suspended, with what is proposed on it: what waits for a second person first,
 * then the suspended, then the others by name. Firms that the actor is tied to are left out.
 *
 * @throws DomainError right.missing
 */
export function standings(ctx: PersonCtx, q: string) {
  if (!may(ctx.actor, "vetting.suspend")) throw new DomainError("right.missing");
  const { db, now } = ctx;
  const rows = db
    .select({ one: vettingCases, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
    .from(vettingCases)
    .innerJoin(organisations, eq(organisations.id, vettingCases.organisationId))
    .where(inArray(vettingCases.state, ["approved", "suspended"]))
    .all();
  const orders = db.select().from(vettingSuspensions).all();
  const wanted = q.toLowerCase();
  return rows
    .filter(({ one }) => {
      const ofFirm = rows
        .filter((row) => row.one.organisationId === one.organisationId)
        .map((row) => row.one);
      return standingCaseOf(ofFirm, now)?.id === one.id;
    })
    .filter(({ nameEn, nameZh }) => `${nameZh} ${nameEn}`.toLowerCase().includes(wanted))
    .filter(({ one }) => !isTied(db, ctx.actor.userId, one.organisationId))
    .map(({ one, nameEn, nameZh }) => {
      const own = orders.filter(({ caseId }) => caseId === one.id);
      const proposal = own.find(({ confirmedAt, withdrawnAt }) => !confirmedAt && !withdrawnAt);
      const last = own
        .filter(({ confirmedAt }) => confirmedAt)
        .sort((a, b) => b.confirmedAt!.getTime() - a.confirmedAt!.getTime())[0];
      return {
        id: one.id,
        firm: { nameEn, nameZh },
        state: one.state,
        expiresAt: one.expiresAt,
        last: last
          ? { kind: last.kind, code: last.reasonCode, note: last.note, at: last.confirmedAt! }
          : null,
        proposal: proposal && {
          id: proposal.id,
          kind: proposal.kind,
          code: proposal.reasonCode,
          note: proposal.note,
          own: proposal.proposedById === ctx.actor.userId,
          createdAt: proposal.createdAt,
        },
      };
    })
    .sort((a, b) => rank(a) - rank(b) || a.firm.nameZh.localeCompare(b.firm.nameZh, "zh-CN"));
}

const rank = (row: { proposal: unknown; state: string }) =>
  row.proposal ? 0 : row.state === "suspended" ? 1 : 2;

/** For the desk: proposals that wait for a second person other than the actor. */
export function proposalsToConfirm(ctx: PersonCtx): number {
  return standings(ctx, "").filter(({ proposal }) => proposal && !proposal.own).length;
}
