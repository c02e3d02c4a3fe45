/** verified: held against its sources, review not near · toCheck: never yet · due: within a month · overdue: past. */
export type Freshness = "verified" | "toCheck" | "due" | "overdue";

type Dated = { verifiedAt: string | null; reviewDueAt: string; basis: "read" | "knowledge" };

const noticeDays = 30;

/** The chamber's calendar day (Beijing) of an instant, as YYYY-MM-DD. */
export function chamberDay(instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(instant);
}

/** The day `days` after `day` (both YYYY-MM-DD). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * How far a section can be relied on today. An overdue review outranks everything; what was never held against
 * its sources stays "to be checked" however far away its review is.
 */
export function freshness({ verifiedAt, reviewDueAt, basis }: Dated, now: Date): Freshness {
  const today = chamberDay(now);
  if (today > reviewDueAt) return "overdue";
  if (verifiedAt === null || basis === "knowledge") return "toCheck";
  return today >= addDays(reviewDueAt, -noticeDays) ? "due" : "verified";
}
