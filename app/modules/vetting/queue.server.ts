import { eq, inArray } from "drizzle-orm";
import { organisations } from "#db/schema/accounts.ts";
import { vettingCases, vettingReviews } from "#db/schema/vetting.ts";
import { may } from "#app/modules/accounts/rights.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { ageOf, type Age } from "./clock.ts";
import { isTied } from "./conflicts.server.ts";
import { decide } from "./decision.ts";
import { queueStates, type QueueFilter } from "./queue-filter.ts";
import { chamberOwes, roundOf, type CaseState } from "./states.ts";

/** What the actor has to do with a case: can review it, has done so, judged it before its appeal, or must keep away. */
type Part = "free" | "given" | "judgedBefore" | "tied" | "none";

export type QueueRow = {
  id: string;
  firm: { nameEn: string; nameZh: string };
  state: CaseState;
  round: 0 | 1;
  submittedAt: Date | null;
  decidedAt: Date | null;
  expiresAt: Date | null;
  age: Age | null;
  /** Reviews given in this round; how they read is not for here. */
  reviews: number;
  needs: 1 | 2 | 3 | null;
  part: Part;
};

/**
 * The cases that were handed in, as the filter says; by default those under way, the least time left first. No
 * score is in it: whoever has not reviewed yet reads this list too.
 *
 * @throws DomainError right.missing
 */
export function vettingQueue(ctx: PersonCtx, filter: QueueFilter): QueueRow[] {
  if (!may(ctx.actor, "vetting.review")) throw new DomainError("right.missing");
  const { db, now } = ctx;
  const { userId } = ctx.actor;
  const states = filter.state ? [filter.state] : [...queueStates];
  const found = db
    .select({ one: vettingCases, nameEn: organisations.nameEn, nameZh: organisations.nameZh })
    .from(vettingCases)
    .innerJoin(organisations, eq(organisations.id, vettingCases.organisationId))
    .where(inArray(vettingCases.state, states))
    .all();
  const ids = found.map(({ one }) => one.id);
  const reviews = db
    .select()
    .from(vettingReviews)
    .where(inArray(vettingReviews.caseId, ids))
    .orderBy(vettingReviews.place)
    .all();
  const rows = found.map(({ one, nameEn, nameZh }): QueueRow => {
    const round = roundOf(one);
    const all = reviews.filter(({ caseId }) => caseId === one.id);
    const given = all.filter((review) => review.round === round);
    const outcome = decide(given.map(({ scores }) => scores));
    const owed = chamberOwes.some((state) => state === one.state);
    const own = all.find(({ reviewerId }) => reviewerId === userId);
    const part: Part = isTied(db, userId, one.organisationId)
      ? "tied"
      : own
        ? own.round === round
          ? "given"
          : "judgedBefore"
        : owed
          ? "free"
          : "none";
    return {
      id: one.id,
      firm: { nameEn, nameZh },
      state: one.state,
      round,
      submittedAt: one.submittedAt,
      decidedAt: one.decidedAt,
      expiresAt: one.expiresAt,
      age: owed || one.state === "more_info" ? ageOf(one, now) : null,
      reviews: given.length,
      needs: outcome.kind === "waiting" && (owed || one.state === "more_info") ? outcome.for : null,
      part,
    };
  });
  const wanted = filter.q.toLowerCase();
  return rows
    .filter((row) => !filter.mine || row.part === "free")
    .filter((row) => !filter.overdue || (row.age !== null && row.age.leftDays < 0))
    .filter(({ firm }) => `${firm.nameZh} ${firm.nameEn}`.toLowerCase().includes(wanted))
    .sort(orders[filter.sort]);
}

const left = (row: QueueRow) => row.age?.leftDays ?? Number.POSITIVE_INFINITY;
const time = (date: Date | null) => date?.getTime() ?? 0;

const orders: Record<QueueFilter["sort"], (a: QueueRow, b: QueueRow) => number> = {
  // While the firm has the word nobody here can do anything: such cases come after the others.
  left: (a, b) =>
    Number(a.state === "more_info") - Number(b.state === "more_info") ||
    (left(a) === left(b) ? time(b.decidedAt) - time(a.decidedAt) : left(a) - left(b)) ||
    time(a.submittedAt) - time(b.submittedAt),
  submitted: (a, b) => time(a.submittedAt) - time(b.submittedAt),
  firm: (a, b) => (a.firm.nameZh || a.firm.nameEn).localeCompare(b.firm.nameZh || b.firm.nameEn, "zh-CN"),
};

/** For the desk: how many cases the actor can review now, and how many cases are over their time. */
export function vettingCounts(ctx: PersonCtx): { free: number; overdue: number } {
  const rows = vettingQueue(ctx, { state: null, mine: false, overdue: false, q: "", sort: "left" });
  return {
    free: rows.filter(({ part }) => part === "free").length,
    overdue: rows.filter(({ age }) => age !== null && age.leftDays < 0).length,
  };
}
