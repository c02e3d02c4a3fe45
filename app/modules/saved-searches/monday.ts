const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Beijing keeps UTC+8 all year. */
const beijingMs = 8 * hourMs;

/** The next Monday, eight o'clock in the morning in Beijing, after `now`. */
export function nextMonday(now: Date): Date {
  const local = now.getTime() + beijingMs;
  const midnight = Math.floor(local / dayMs) * dayMs;
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(local / dayMs) + 3) % 7;
  const monday = midnight - weekday * dayMs + 8 * hourMs;
  return new Date((monday > local ? monday : monday + 7 * dayMs) - beijingMs);
}
