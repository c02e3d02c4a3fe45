export const caseStates = [
  "draft",
  "submitted",
  "in_review",
  "more_info",
  "approved",
  "rejected",
  "appealed",
  "expired",
  "suspended",
] as const;
export type CaseState = (typeof caseStates)[number];

/** What can happen to a case. */
export type CaseEvent =
  | "submit"
  | "withdraw"
  | "take"
  | "ask"
  | "answer"
  | "resume"
  | "approve"
  | "reject"
  | "appeal"
  | "lapse"
  | "suspend"
  | "lift";

/**
 * The one table of what follows what. A first review, or a question, takes a case up; an appeal goes the same way
 * again as round 1. A lapse never touches a suspended case: a suspension stands until it is lifted or outvoted by a
 * later approval.
 */
const table: Record<CaseState, Partial<Record<CaseEvent, CaseState>>> = {
  draft: { submit: "submitted" },
  submitted: { take: "in_review", withdraw: "draft" },
  in_review: { ask: "more_info", approve: "approved", reject: "rejected" },
  more_info: { answer: "in_review", resume: "in_review" },
  approved: { lapse: "expired", suspend: "suspended" },
  rejected: { appeal: "appealed" },
  appealed: { take: "in_review" },
  expired: {},
  suspended: { lift: "approved" },
};

/** The state that follows, or null when this cannot happen now. */
export function follow(state: CaseState, event: CaseEvent): CaseState | null {
  return table[state][event] ?? null;
}

/** The states in which a firm has a case under way; the database allows one of them at a time. */
export const openStates = ["draft", "submitted", "in_review", "more_info", "appealed"] as const;
/** The states in which the chamber owes the next step. */
export const chamberOwes = ["submitted", "in_review", "appealed"] as const satisfies readonly CaseState[];

/** How long after a refusal an appeal is taken, in days. */
export const appealDays = 30;
/** How long before the end of an approval its renewal can be started, in days. */
export const renewalDays = 90;

/** 0 = the first check, 1 = after the appeal; there is no second appeal. */
export const roundOf = (one: { appealedAt: Date | null }): 0 | 1 => (one.appealedAt ? 1 : 0);

export function mayAppeal(
  one: { state: CaseState; decidedAt: Date | null; appealedAt: Date | null },
  now: Date,
): boolean {
  if (one.state !== "rejected" || one.appealedAt || !one.decidedAt) return false;
  return now.getTime() - one.decidedAt.getTime() <= appealDays * 86_400_000;
}

/** Twelve months on, on the same day; from 29 February on the last of February. */
export function twelveMonthsAfter(start: Date): Date {
  const end = new Date(start);
  end.setUTCFullYear(start.getUTCFullYear() + 1);
  if (end.getUTCMonth() !== start.getUTCMonth()) end.setUTCDate(0);
  return end;
}
