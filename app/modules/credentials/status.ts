import type { endorsements } from "#db/schema/endorsements.ts";

/** How a credential stands, in the words of its verification page. */
export type CredentialStatus = "valid" | "notYet" | "expired" | "suspended" | "revoked";

type Facts = {
  endorsement: Pick<typeof endorsements.$inferSelect, "state" | "validFrom" | "validUntil">;
  /** What staff look at; outcome null = not decided yet. */
  flags: { outcome: "cleared" | "upheld" | null }[];
  firmSuspended: boolean;
  keyCompromised: boolean;
};

/** For good: taken back by the multinational, ended by an upheld flag, or signed with a key that was given away. */
export function isRevoked({ endorsement, flags, keyCompromised }: Omit<Facts, "firmSuspended">): boolean {
  const { state } = endorsement;
  return (
    keyCompromised ||
    flags.some(({ outcome }) => outcome === "upheld") ||
    (state !== "active" && state !== "expired")
  );
}

/** For now: while the firm's own standing is suspended, or staff look at a flag. */
export function isSuspended({ flags, firmSuspended }: Pick<Facts, "flags" | "firmSuspended">): boolean {
  return firmSuspended || flags.some(({ outcome }) => outcome === null);
}

/** The one answer of page, API and check by hand. What ended for good says so before what ended by its date. */
export function statusOf(facts: Facts, now: Date): CredentialStatus {
  const { state, validFrom, validUntil } = facts.endorsement;
  if (isRevoked(facts)) return "revoked";
  if (state === "expired" || now >= validUntil) return "expired";
  if (isSuspended(facts)) return "suspended";
  return now < validFrom ? "notYet" : "valid";
}
