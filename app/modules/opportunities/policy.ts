import type { opportunities } from "#db/schema/opportunities.ts";

type State = typeof opportunities.$inferSelect.state;

/** States that everybody may see; a draft is its owner's business. */
export const publicStates = [
  "open",
  "closed",
  "allocated",
  "running",
  "completed",
  "cancelled",
] as const satisfies readonly State[];
export type PublicState = (typeof publicStates)[number];

/** Listed by default; what is over is found by its own address only. */
export const listedStates = ["open", "closed", "allocated", "running"] as const satisfies readonly State[];

/** Applications are taken: the state says open and the last instant has not passed. */
function takesApplications(opportunity: { state: State; applyBy: Date }, now: Date): boolean {
  return opportunity.state === "open" && now.getTime() <= opportunity.applyBy.getTime();
}

/** What to show: an opportunity whose time to apply has passed is closed, though nobody has said so yet. */
export function shownState(opportunity: { state: PublicState; applyBy: Date }, now: Date): PublicState {
  return opportunity.state === "open" && !takesApplications(opportunity, now) ? "closed" : opportunity.state;
}
