import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import type { IntroductionState } from "./schema.ts";

const dayMs = 86_400_000;
/** How long a firm has to answer. */
export const answerDays = 14;

/** The last moment of an answer to a request that is passed on now. */
export const answerBy = (now: Date): Date => new Date(now.getTime() + answerDays * dayMs);

const remindDays = 3;

/** The last day to answer of requests that the firm is reminded of now. */
export const remindedUntil = (now: Date): Date => new Date(now.getTime() + remindDays * dayMs);

export type Step = "forward" | "refuse" | "withdraw" | "accept" | "decline" | "end";

const machine: Record<IntroductionState, Partial<Record<Step, IntroductionState>>> = {
  requested: { forward: "forwarded", refuse: "refused", withdraw: "withdrawn" },
  forwarded: { accept: "accepted", decline: "declined", withdraw: "withdrawn" },
  accepted: { end: "ended" },
  declined: {},
  refused: {},
  withdrawn: {},
  ended: {},
};

/** A request that nobody answered in time counts as declined: the asker learns no more than from a no. */
export function stateAt(
  row: { state: IntroductionState; answerBy: Date | null },
  now: Date,
): IntroductionState {
  return row.state === "forwarded" && row.answerBy !== null && row.answerBy <= now ? "declined" : row.state;
}

/** The state after a step, or null when it cannot be taken from here. */
export function stateAfter(state: IntroductionState, step: Step): IntroductionState | null {
  return machine[state][step] ?? null;
}

/** States in which a second request for the same firm has no place. */
export const openStates = ["requested", "forwarded", "accepted"] as const satisfies IntroductionState[];

/** Whether this viewer may ask to be introduced: whoever sees the firm as the network or closer, and is not matched. */
export function mayAsk({ as }: Pick<Disclosed, "as">): boolean {
  return as === "network" || as === "endorser";
}

/** Whether a firm stands in the list of suppliers for this viewer. */
export function isListed({ as, endorsements }: Pick<Disclosed, "as" | "endorsements">): boolean {
  return endorsements.length > 0 && (as === "network" || as === "endorser" || as === "matched");
}
