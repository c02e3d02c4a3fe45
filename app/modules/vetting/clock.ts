import chineseDays from "chinese-days";

const dayMs = 86_400_000;
/** Beijing keeps UTC+8 all year. */
const beijingMs = 8 * 3_600_000;

/** Working days within which a case is to be decided. */
const targetDays = 5;

/** Beijing's calendar day of an instant, counted from 1970. */
const dayOf = (instant: number) => Math.floor((instant + beijingMs) / dayMs);
const startOf = (day: number) => day * dayMs - beijingMs;
const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

const known = new Map<string, boolean>();

/**
 * Whether the State Council's arrangement of holidays and make-up workdays for a year is in the calendar's data
 * (it comes out each autumn). Without it Monday to Friday count.
 */
export function yearIsArranged(year: string): boolean {
  const before = known.get(year);
  if (before !== undefined) return before;
  // A year that is arranged has weekdays off: New Year's Day, Spring Festival, the National Day.
  const arranged = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
  known.set(year, arranged);
  return arranged;
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** Whether a calendar day (YYYY-MM-DD) is worked in China: holidays and make-up workdays where arranged. */
export function isWorkingDay(date: string): boolean {
  return yearIsArranged(date.slice(0, 4)) ? chineseDays.isWorkday(date) : !isWeekend(date);
}

/** Working time between two instants in milliseconds: the hours of Beijing's working days, day and night. */
export function workingMs(from: Date, to: Date): number {
  let sum = 0;
  for (let day = dayOf(from.getTime()); day <= dayOf(to.getTime()); day += 1) {
    if (!isWorkingDay(dateOf(day))) continue;
    const begin = Math.max(startOf(day), from.getTime());
    const end = Math.min(startOf(day + 1), to.getTime());
    if (end > begin) sum += end - begin;
  }
  return sum;
}

/** The instant at which so much working time has passed since `from`. */
function afterWorkingMs(from: Date, ms: number): Date {
  let left = ms;
  let at = from.getTime();
  for (;;) {
    const next = startOf(dayOf(at) + 1);
    if (isWorkingDay(dateOf(dayOf(at)))) {
      if (left <= next - at) return new Date(at + left);
      left -= next - at;
    }
    at = next;
  }
}

export type Age = {
  /** Working days left of the five, in tenths; below 0 when overdue. */
  leftDays: number;
  /** When the five days are over; null while the clock stands because the firm has the word. */
  dueAt: Date | null;
  /** The calendar day in Beijing on which they end: midnight still belongs to the day before. */
  dueDay: string | null;
  /** Whether a year that the clock runs through is not arranged yet, so that weekdays alone were counted. */
  weekdaysOnly: boolean;
};

/** How a case stands against the target. `waitingSince` = since when the chamber owes the next step. */
export function ageOf(one: { usedMs: number; waitingSince: Date | null }, now: Date): Age {
  const target = targetDays * dayMs;
  const { waitingSince } = one;
  const used = one.usedMs + (waitingSince ? workingMs(waitingSince, now) : 0);
  const left = target - used;
  const dueAt = waitingSince && afterWorkingMs(waitingSince, Math.max(0, target - one.usedMs));
  const years = [waitingSince ?? now, now, dueAt ?? now].map((at) => dateOf(dayOf(at.getTime())).slice(0, 4));
  return {
    leftDays: Math.round((left / dayMs) * 10) / 10,
    dueAt,
    dueDay: dueAt && dateOf(dayOf(dueAt.getTime() - 1)),
    weekdaysOnly: years.some((year) => !yearIsArranged(year)),
  };
}
