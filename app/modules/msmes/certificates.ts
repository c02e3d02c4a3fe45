/** How many days before its end a certificate is warned of. */
const warnDays = 60;

export type CertificateState =
  { state: "expired" } | { state: "soon"; days: number } | { state: "valid" } | { state: "endless" };

/** A certificate counts until the end of its last day. `today` is a calendar day of the chamber (YYYY-MM-DD). */
export function certificateState(expiresOn: string | null, today: string): CertificateState {
  if (!expiresOn) return { state: "endless" };
  const days = Math.round((Date.parse(expiresOn) - Date.parse(today)) / 86_400_000);
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
