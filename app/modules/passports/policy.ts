import type { passports } from "#db/schema/passports.ts";

type Passport = Pick<typeof passports.$inferSelect, "expiresAt" | "maxOpenings" | "revokedAt">;

/** How a passport stands, as its firm sees it. Whoever holds the link learns only whether it opens. */
export type PassportState = "open" | "cutOff" | "expired" | "usedUp";

export function stateOf(passport: Passport, openings: number, now: Date): PassportState {
  if (passport.revokedAt) return "cutOff";
  if (now >= passport.expiresAt) return "expired";
  return passport.maxOpenings !== null && openings >= passport.maxOpenings ? "usedUp" : "open";
}

/** For so long a browser that has opened a passport can look again without being counted anew. */
export const viewingMs = 12 * 3_600_000;

/** Years that a multinational can confirm: the running one is not over yet. */
export function confirmableYears(now: Date): number[] {
  const last = now.getUTCFullYear() - 1;
  return [last, last - 1, last - 2];
}
