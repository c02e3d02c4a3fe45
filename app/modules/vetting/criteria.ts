import type { VettingScores } from "#db/schema/vetting.ts";

/** The four criteria, in the order in which they are read. */
export const criteria = ["identity", "capability", "compliance", "readiness"] as const;
export type Criterion = (typeof criteria)[number];
export type Scores = VettingScores;

export const highestScore = 5;
/** Of 20; what a firm needs at the least. */
export const passMark = 10;
/** Two reviewers may lie so far apart on a criterion; more calls in a third person. */
export const widestGap = 2;

export const evidenceKinds = [
  "businessLicence",
  "exportRecord",
  "certificate",
  "testReport",
  "audit",
  "financial",
  "other",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What reviewers can hold against an approval; each has its words in both languages. */
export const reviewerCodes = [
  "licenceInvalid",
  "nameMismatch",
  "scopeMismatch",
  "evidenceMissing",
  "evidenceUnreadable",
  "certificateLapsed",
  "certificateUnproven",
  "sanctionsConcern",
  "labourConcern",
  "untrueStatement",
  "noAnswer",
] as const;
export const suspensionCodes = [
  "certificateLapsed",
  "licenceInvalid",
  "complaint",
  "sanctionsConcern",
  "labourConcern",
  "untrueStatement",
  "atOwnRequest",
  "clearedUp",
] as const;
type ReviewerCode = (typeof reviewerCodes)[number];
/** What follows from the scores themselves. */
export type ScoreCode = `${Criterion}Zero` | "totalTooLow";
export const isScoreCode = (code: string) =>
  code === "totalTooLow" || criteria.some((name) => code === `${name}Zero`);
export type SuspensionCode = (typeof suspensionCodes)[number];
export type ReasonCode = ReviewerCode | ScoreCode | SuspensionCode;
