import type { SectionSource } from "#db/schema/guides.ts";
import type { ErrorKey } from "#app/i18n/en/errors.ts";
import { addDays } from "./freshness.ts";

/** What can be done with a working copy, and the state that follows; null = the copy is gone. */
type Act = "save" | "submit" | "sendBack" | "publish" | "discard";
export type DraftState = "draft" | "in_review";

const follows: Record<Act, Partial<Record<DraftState, DraftState | null>>> = {
  save: { draft: "draft", in_review: "draft" },
  submit: { draft: "in_review" },
  sendBack: { in_review: "draft" },
  publish: { in_review: null },
  discard: { draft: null, in_review: null },
};

/** The state after an act; undefined when the act is not open in this state. */
export function stateAfter(state: DraftState, act: Act): DraftState | null | undefined {
  return follows[act][state];
}

/** Whose hands a working copy went through since it was opened. */
export type DraftHands = {
  /** Everybody who saved words into it. */
  writers: string[];
  /** Who put it up for review as it stands; null = not known. */
  handedInBy: string | null;
};

/**
 * Why somebody may not publish a working copy, or null. Who saved last answers for the whole text and never publishes
 * it; who wrote into it before may, once another has handed in the whole. So a second person has declared every word
 * fit for readers: whoever publishes, or for the publisher's own words whoever handed them in.
 */
export function publishRefusal(
  draft: { state: DraftState; authorId: string | null } & DraftHands,
  userId: string,
): "guide.notInReview" | "guide.ownWords" | "guide.ownHand" | null {
  if (stateAfter(draft.state, "publish") === undefined) return "guide.notInReview";
  if (draft.authorId === userId) return "guide.ownWords";
  const answered = draft.handedInBy !== null && draft.handedInBy !== userId;
  return draft.writers.includes(userId) && !answered ? "guide.ownHand" : null;
}

type Dated = {
  verifiedAt: string | null;
  reviewDueAt: string;
  basis: "read" | "knowledge";
  sources: SectionSource[];
};
type DateProblem = {
  field: "verifiedAt" | "reviewDueAt" | "basis";
  key: ErrorKey;
  params?: Record<string, number>;
};

/** Shortest note that can say what was held against what. */
const leastEvidence = 8;
const longestDays = { read: 730, knowledge: 200 };

/**
 * What is wrong with the dates of a draft, or null. `before` is the published side (null for a first text).
 *
 * A date is a statement about evidence: whoever moves one, or calls knowledge read, changes the sources or says in a
 * note what was held against what. Days are YYYY-MM-DD; `today` is the chamber's.
 */
export function dateProblem(
  before: Dated | null,
  after: Dated & { evidence: string },
  today: string,
): DateProblem | null {
  const verifiedMoved = after.verifiedAt !== (before?.verifiedAt ?? null);
  const dueMoved = before !== null && after.reviewDueAt !== before.reviewDueAt;
  const basisRaised = after.basis === "read" && before?.basis !== "read";
  if (verifiedMoved && after.verifiedAt && after.verifiedAt > today) {
    return { field: "verifiedAt", key: "guide.verifiedFuture" };
  }
  if (after.basis === "read" && !after.verifiedAt)
    return { field: "verifiedAt", key: "guide.readNeedsVerified" };
  if (after.basis === "read" && after.sources.length === 0) {
    return { field: "basis", key: "guide.readNeedsSource" };
  }
  if (before === null || dueMoved) {
    if (after.reviewDueAt <= today) return { field: "reviewDueAt", key: "guide.duePast" };
    const days = longestDays[after.basis];
    if (after.reviewDueAt > addDays(today, days)) {
      return { field: "reviewDueAt", key: "guide.dueFar", params: { days } };
    }
  }
  if (touchesEvidence(before?.sources ?? [], after)) return null;
  if (verifiedMoved) return { field: "verifiedAt", key: "guide.dateWithoutEvidence" };
  if (dueMoved) return { field: "reviewDueAt", key: "guide.dateWithoutEvidence" };
  if (basisRaised) return { field: "basis", key: "guide.dateWithoutEvidence" };
  return null;
}

/** Whether a draft's sources differ from the published ones in more than order and spacing, or a note says what was done. */
function touchesEvidence(
  before: SectionSource[],
  after: { sources: SectionSource[]; evidence: string },
): boolean {
  if ([...after.evidence.trim()].length >= leastEvidence) return true;
  const flat = (sources: SectionSource[]) =>
    sources
      .map((source) =>
        JSON.stringify(
          [source.title, source.publisher, source.url ?? "", source.asOf].map((text) =>
            text.replace(/\s+/g, " ").trim().toLowerCase(),
          ),
        ),
      )
      .sort()
      .join("\n");
  return flat(before) !== flat(after.sources);
}
