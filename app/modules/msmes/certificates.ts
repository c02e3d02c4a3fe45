/** How many days before its end a firm is reminded of a certificate. */
export const certificateReminderDays = [60, 30, 7] as const;
/** How many days before its end its profile warns of it. */
const warnDays = 60;

export type CertificateState =
  { state: "expired" } | { state: "soon"; days: number } | { state: "valid" } | { state: "endless" };

/** Days from `today` to the last day of a certificate, both YYYY-MM-DD; negative once it is over. */
export function daysUntil(expiresOn: string, today: string): number {
  return Math.round((Date.parse(expiresOn) - Date.parse(today)) / 86_400_000);
}

/** A certificate counts until the end of its last day. `today` is a calendar day of the chamber (YYYY-MM-DD). */
export function certificateState(expiresOn: string | null, today: string): CertificateState {
  if (!expiresOn) return { state: "endless" };
  const days = daysUntil(expiresOn, today);
  if (days < 0) return { state: "expired" };
  return days <= warnDays ? { state: "soon", days } : { state: "valid" };
}

/** How many of a firm's certificates have ended, and how many end within the days of warning. */
export function certificateWarnings(certificates: { expiresOn: string | null }[], today: string) {
  const states = certificates.map(({ expiresOn }) => certificateState(expiresOn, today).state);
  return {
    expired: states.filter((state) => state === "expired").length,
    soon: states.filter((state) => state === "soon").length,
  };
}
