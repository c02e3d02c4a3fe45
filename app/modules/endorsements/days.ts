const dayMs = 86_400_000;

/** The calendar day of an instant in China, YYYY-MM-DD; China keeps one clock, eight hours ahead of UTC. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + dayMs / 3).toISOString().slice(0, 10);
}

export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The last second of a day: an endorsement that ends on a day is valid all through it. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59+08:00`);
}

/** So many days after a day (or before it, when negative). */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The last day of the twelve months that begin with a day: the day before its anniversary. */
export function lastDayOf(firstDay: string): string {
  const [year, month, day] = firstDay.split("-").map(Number);
  return new Date(Date.UTC(year! + 1, month! - 1, day! - 1)).toISOString().slice(0, 10);
}
