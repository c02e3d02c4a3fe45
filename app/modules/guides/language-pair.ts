/** One language of a section, as far as the pair is concerned. */
export type Side = {
  publishedRevisionId: string | null;
  /** The other side's revision that this side was last brought level with. */
  levelWithRevisionId: string | null;
};

/**
 * level: both say the same · otherNewer: the other language has moved on since this one was brought level ·
 * thisNewer: this one has moved on · otherMissing: there is no other side · unknown: nobody has compared them.
 */
export type PairState = "level" | "otherNewer" | "thisNewer" | "otherMissing" | "unknown";

export function pairState(own: Side, other: Side | null): PairState {
  if (!other?.publishedRevisionId) return "otherMissing";
  const ownKnowsOther = own.levelWithRevisionId === other.publishedRevisionId;
  const otherKnowsOwn = other.levelWithRevisionId === own.publishedRevisionId;
  if (ownKnowsOther && otherKnowsOwn) return "level";
  if (ownKnowsOther) return "thisNewer";
  if (otherKnowsOwn) return "otherNewer";
  return own.levelWithRevisionId === null && other.levelWithRevisionId === null ? "unknown" : "otherNewer";
}

/**
 * What both sides are level with after `revisionId` is published on one side. A side that was behind catches up
 * with the other; a first translation starts level; a side that was level (or ahead) moves on alone. `levels` is an
 * editor's own word on it, which goes before.
 */
export function levelAfterPublishing(
  own: Side | null,
  other: Side | null,
  revisionId: string,
  levels?: boolean,
): { own: string | null; other: string | null } {
  if (!other?.publishedRevisionId) return { own: own?.levelWithRevisionId ?? null, other: null };
  const catchesUp = !own?.publishedRevisionId || pairState(own, other) === "otherNewer";
  return (levels ?? catchesUp)
    ? { own: other.publishedRevisionId, other: revisionId }
    : { own: own.levelWithRevisionId, other: other.levelWithRevisionId };
}
