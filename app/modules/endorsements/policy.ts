import type { Standing } from "#app/modules/matching/types.ts";

export type EndorsementState = "draft" | "pending_approval" | "active" | "expired" | "revoked";

/**
 * Where an endorsement stands, finer than its state: `pending_approval` is first with the second person of the
 * multinational (`approval`), and once that person has approved, with the firm (`acceptance`).
 */
export const stages = ["draft", "approval", "acceptance", "active", "expired", "revoked"] as const;
export type Stage = (typeof stages)[number];

export const steps = [
  "edit",
  "submit",
  "approve",
  "return",
  "accept",
  "decline",
  "revoke",
  "expire",
  "discard",
] as const;
export type Step = (typeof steps)[number];

/** Which stage follows which step; a step that is not listed is refused. `gone` = the draft is thrown away. */
const machine: Record<Stage, Partial<Record<Step, Stage | "gone">>> = {
  draft: { edit: "draft", submit: "approval", discard: "gone" },
  approval: { edit: "draft", approve: "acceptance", return: "draft" },
  acceptance: { edit: "draft", accept: "active", decline: "draft" },
  active: { revoke: "revoked", expire: "expired" },
  expired: {},
  revoked: {},
};

export function stageOf(row: { state: EndorsementState; approvedAt: Date | null }): Stage {
  return row.state === "pending_approval" ? (row.approvedAt ? "acceptance" : "approval") : row.state;
}

/** The stage after a step, or null when the step cannot be taken from here. */
export function stageAfter(stage: Stage, step: Step): Stage | "gone" | null {
  return machine[stage][step] ?? null;
}

/** The stored state of a stage. */
export function stateOf(stage: Stage): EndorsementState {
  return stage === "approval" || stage === "acceptance" ? "pending_approval" : stage;
}

type Flag = { outcome: "cleared" | "upheld" | null };

/** Whether staff still look at something, or have found against it: nothing of it goes public then. */
export function isHeld(flags: readonly Flag[]): boolean {
  return flags.some((flag) => flag.outcome !== "cleared");
}

/**
 * Whether an endorsement counts at `now`, for every reader alike: active, within its dates, its firm not suspended,
 * and no flag of it undecided or upheld. A standing that has lapsed does not end it: the firm was vetted when the
 * multinational gave its word.
 */
export function inForce(
  endorsement: { state: EndorsementState; validFrom: Date; validUntil: Date },
  flags: readonly Flag[],
  standing: Pick<Standing, "status">,
  now: Date,
): boolean {
  return (
    endorsement.state === "active" &&
    endorsement.validFrom <= now &&
    now < endorsement.validUntil &&
    standing.status !== "suspended" &&
    !isHeld(flags)
  );
}

/** Who can be endorsed: only a firm whose vetting is valid now. */
export function mayBeEndorsed(standing: Pick<Standing, "status">): boolean {
  return standing.status === "vetted";
}

/** The second person: neither who drafted it nor who edited it last. */
export function isSecondPerson(
  row: { draftedById: string | null; editedById: string | null },
  userId: string,
): boolean {
  return userId !== row.draftedById && userId !== row.editedById;
}
