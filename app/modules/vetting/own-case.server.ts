import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";
import { vettingCases } from "#db/schema/vetting.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { standingOf } from "#app/modules/msmes/standing.ts";
import type { Person, PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import type { CaseRow } from "./move.server.ts";
import { mayAppeal, openStates, renewalDays } from "./states.ts";

/** The firm that this person may act for in its vetting. @throws DomainError right.missing */
export function demandFirm(actor: Person): { id: string; nameEn: string } {
  const firm = may(actor, "vetting.apply") ? actor.organisation : null;
  if (firm?.kind !== "msme") throw new DomainError("right.missing");
  return firm;
}

/** A firm's case under way, draft included. */
export function openCaseOf(db: Database | Transaction, organisationId: string): CaseRow | undefined {
  return db
    .select()
    .from(vettingCases)
    .where(and(eq(vettingCases.organisationId, organisationId), inArray(vettingCases.state, [...openStates])))
    .get();
}

/** All cases of a firm, the newest first. */
export function casesOf(db: Database | Transaction, organisationId: string): CaseRow[] {
  return db
    .select()
    .from(vettingCases)
    .where(eq(vettingCases.organisationId, organisationId))
    .orderBy(desc(vettingCases.createdAt), desc(sql`rowid`))
    .all();
}

export type Opening = "open" | "mayApply" | "mayRenew" | "tooEarly" | "suspended";

/** Whether a firm may begin a case now: not beside another, not while suspended, a renewal not before its time. */
export function openingOf(cases: readonly CaseRow[], now: Date): Opening {
  if (cases.some((one) => openStates.some((state) => state === one.state))) return "open";
  const standing = standingOf(cases, now);
  if (standing.status === "suspended") return "suspended";
  if (standing.status !== "vetted") return "mayApply";
  const left = new Date(standing.until).getTime() - now.getTime();
  return left <= renewalDays * 86_400_000 ? "mayRenew" : "tooEarly";
}

/**
 * The case that takes evidence now: the draft (begun with the first file), the one the chamber asked about, or the
 * refused one while its appeal is open.
 *
 * @throws DomainError vetting.moved, vetting.suspended, vetting.tooEarly
 */
export function caseForEvidence(tx: Transaction, ctx: PersonCtx, organisationId: string): CaseRow {
  const cases = casesOf(tx, organisationId);
  const open = cases.find((one) => openStates.some((state) => state === one.state));
  if (open) {
    if (open.state === "draft" || open.state === "more_info") return open;
    throw new DomainError("vetting.moved");
  }
  const refused = cases.find((one) => mayAppeal(one, ctx.now));
  if (refused && cases[0] === refused) return refused;
  return beginCase(tx, ctx, organisationId, cases);
}

/** The firm's draft, begun where there is none. @throws DomainError as `openingOf` says */
export function beginCase(
  tx: Transaction,
  ctx: PersonCtx,
  organisationId: string,
  cases: readonly CaseRow[] = casesOf(tx, organisationId),
): CaseRow {
  const opening = openingOf(cases, ctx.now);
  if (opening === "suspended") throw new DomainError("vetting.suspended");
  if (opening === "tooEarly") throw new DomainError("vetting.tooEarly", { params: { days: renewalDays } });
  if (opening === "open") {
    const open = openCaseOf(tx, organisationId)!;
    if (open.state !== "draft") throw new DomainError("vetting.moved");
    return open;
  }
  return tx
    .insert(vettingCases)
    .values({ organisationId, state: "draft", createdAt: ctx.now })
    .returning()
    .get();
}
