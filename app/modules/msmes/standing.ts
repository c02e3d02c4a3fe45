import type { vettingCases } from "#db/schema/vetting.ts";
import type { Standing } from "#app/modules/matching/types.ts";

type Case = Pick<
  typeof vettingCases.$inferSelect,
  "state" | "scores" | "submittedAt" | "decidedAt" | "expiresAt"
>;

const underWay: readonly Case["state"][] = ["submitted", "in_review", "more_info", "appealed"];

/**
 * A firm's standing from all its vetting cases. A valid approval outlives a renewal that is still under way; a
 * suspension stands until it is lifted or a later approval; an approval past its date has lapsed, whether or not its state says so.
 */
export function standingOf(cases: readonly Case[], now: Date): Standing {
  const decided = cases
    .filter((one) => ["approved", "suspended", "expired", "rejected"].includes(one.state) && one.decidedAt)
    .sort((a, b) => b.decidedAt!.getTime() - a.decidedAt!.getTime());
  const standing = decided.find((one) => one.state === "approved" || one.state === "suspended");
  if (standing?.state === "suspended") return { status: "suspended" };

  const valid = decided.find((one) => one.state === "approved" && one.expiresAt && one.expiresAt > now);
  if (valid) {
    const scores = Object.values(valid.scores ?? {});
    const total = scores.reduce((sum, one) => sum + one, 0);
    return { status: "vetted", until: valid.expiresAt!.toISOString(), total };
  }
  const running = cases.find((one) => underWay.includes(one.state) && one.submittedAt);
  if (running) return { status: "underReview", since: running.submittedAt!.toISOString() };

  const lapsed = decided.find(
    (one) => (one.state === "approved" || one.state === "expired") && one.expiresAt,
  );
  return lapsed ? { status: "lapsed", since: lapsed.expiresAt!.toISOString() } : { status: "unvetted" };
}
