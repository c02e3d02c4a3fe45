import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { bool, createdAt, id, instant, json } from "./columns.ts";
import { organisations, users } from "./accounts.ts";
import { uploads } from "./uploads.ts";

/** The four criteria, each 0–5. */
export type VettingScores = { identity: number; capability: number; compliance: number; readiness: number };
/** What reviewers can hold against an approval; worded in i18n. */
type ReviewerCode =
  | "licenceInvalid"
  | "nameMismatch"
  | "scopeMismatch"
  | "evidenceMissing"
  | "evidenceUnreadable"
  | "certificateLapsed"
  | "certificateUnproven"
  | "sanctionsConcern"
  | "labourConcern"
  | "untrueStatement"
  | "noAnswer";
/** Why each score was given, in the reviewer's words; what speaks against approval, and a word to the firm. */
export type VettingReasons = Record<keyof VettingScores, string> & { codes?: ReviewerCode[]; note?: string };

const vettingStates = [
  "draft",
  "submitted",
  "in_review",
  "more_info",
  "approved",
  "rejected",
  "appealed",
  "expired",
  "suspended",
] as const;

/** A profile's check by the chamber. Four criteria 0–5: 10 of 20 passes, any 0 blocks. */
export const vettingCases = sqliteTable(
  "vetting_cases",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    state: text("state", { enum: vettingStates }).notNull(),
    /** What was decided on: per criterion the middle of the reviews that count. Null until decided. */
    scores: json<VettingScores>("scores"),
    /** The profile as it was when it was submitted: reviews judge this, not what is changed meanwhile. */
    snapshot: json<Record<string, unknown>>("snapshot"),
    submittedById: text("submitted_by_id").references(() => users.id),
    submittedAt: instant("submitted_at"),
    /** When the firm had the word last: the clock of five working days stands still while more is asked of it. */
    waitingSince: instant("waiting_since"),
    /** Working time already used before the last question, in milliseconds. */
    usedMs: integer("used_ms").notNull().default(0),
    reasonCodes: json<string[]>("reason_codes").notNull().default([]),
    /** A word of the deciders to the firm. */
    decisionNote: text("decision_note").notNull().default(""),
    appealText: text("appeal_text").notNull().default(""),
    appealedAt: instant("appealed_at"),
    decidedAt: instant("decided_at"),
    /** Approval lasts twelve months. */
    expiresAt: instant("expires_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("vetting_cases_org").on(t.organisationId),
    index("vetting_cases_state").on(t.state),
    uniqueIndex("vetting_cases_open")
      .on(t.organisationId)
      .where(sql`state in ('draft','submitted','in_review','more_info','appealed')`),
  ],
);

/** One reviewer's scores. A second person gives theirs without seeing the first's; a gap calls a third. */
export const vettingReviews = sqliteTable(
  "vetting_reviews",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    reviewerId: text("reviewer_id")
      .notNull()
      .references(() => users.id),
    /** 0 = the first check; an appeal is judged anew in the next round, by other people. */
    round: integer("round").notNull().default(0),
    /** 1, 2, or 3 for the person called in over a gap; unique within a round. */
    place: integer("place").notNull(),
    scores: json<VettingScores>("scores").notNull(),
    reasons: json<VettingReasons>("reasons").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("vetting_reviews_place").on(t.caseId, t.round, t.place),
    uniqueIndex("vetting_reviews_person").on(t.caseId, t.reviewerId),
    check("vetting_reviews_place_range", sql`${t.place} between 1 and 3`),
  ],
);

/** A reviewer's unfinished scores, for their eyes alone. */
export const vettingReviewDrafts = sqliteTable(
  "vetting_review_drafts",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    reviewerId: text("reviewer_id")
      .notNull()
      .references(() => users.id),
    body: json<Record<string, unknown>>("body").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.reviewerId] })],
);

/** Questions to the firm and its answers. */
export const vettingMessages = sqliteTable(
  "vetting_messages",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    fromStaff: bool("from_staff").notNull(),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    /** Key of the canned reply it was made from, if any. */
    template: text("template"),
    textEn: text("text_en").notNull().default(""),
    textZh: text("text_zh").notNull().default(""),
    answerBy: instant("answer_by"),
    createdAt: createdAt(),
  },
  (t) => [index("vetting_messages_case").on(t.caseId)],
);

export const vettingEvidence = sqliteTable(
  "vetting_evidence",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    uploadId: text("upload_id")
      .notNull()
      .references(() => uploads.id),
    kind: text("kind", {
      enum: ["businessLicence", "exportRecord", "certificate", "testReport", "audit", "financial", "other"],
    }).notNull(),
    note: text("note").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [index("vetting_evidence_case").on(t.caseId), uniqueIndex("vetting_evidence_upload").on(t.uploadId)],
);

/** Each change of a case's state, for the firm and the staff to follow; append-only by habit, see the audit trail. */
export const vettingSteps = sqliteTable(
  "vetting_steps",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    fromState: text("from_state", { enum: vettingStates }),
    toState: text("to_state", { enum: vettingStates }).notNull(),
    reasonCodes: json<string[]>("reason_codes").notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [index("vetting_steps_case").on(t.caseId)],
);

/**
 * A suspension or its lifting: proposed by a vetter and confirmed by somebody else, or done by an admin alone, who
 * then stands in both columns.
 */
export const vettingSuspensions = sqliteTable(
  "vetting_suspensions",
  {
    id: id(),
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["suspend", "lift"] }).notNull(),
    reasonCode: text("reason_code").notNull(),
    note: text("note").notNull(),
    proposedById: text("proposed_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    confirmedById: text("confirmed_by_id").references(() => users.id),
    confirmedAt: instant("confirmed_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("vetting_suspensions_case").on(t.caseId),
    uniqueIndex("vetting_suspensions_open")
      .on(t.caseId)
      .where(sql`confirmed_at is null and withdrawn_at is null`),
  ],
);

/** Reminders that went out before an approval lapses; the key keeps a second one from going. */
export const vettingReminders = sqliteTable(
  "vetting_reminders",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => vettingCases.id, { onDelete: "cascade" }),
    daysBefore: integer("days_before").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.daysBefore] })],
);
