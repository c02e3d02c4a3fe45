import { z } from "zod";
import { criteria, evidenceKinds, highestScore, reviewerCodes, suspensionCodes } from "./criteria.ts";
import { cannedReplies } from "./canned-replies.ts";

export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  note: z.string().trim().max(300).default(""),
});
export type EvidenceInput = z.output<typeof evidenceSchema>;

export const removeEvidenceSchema = z.object({ evidence: z.uuid() });

export const submitSchema = z.object({
  declaration: z.literal("on", { error: "vetting.declare" }),
});

export const answerSchema = z.object({ text: z.string().trim().min(5).max(4000) });
export const appealSchema = z.object({ text: z.string().trim().min(20).max(4000) });

export const askSchema = z.object({
  template: z.enum(cannedReplies).optional(),
  textEn: z.string().trim().max(3000).default(""),
  textZh: z.string().trim().max(3000).default(""),
  answerBy: z.iso.date({ error: "profile.date" }),
});
export type AskInput = z.output<typeof askSchema>;

// A number from the start would read an empty box as 0, which blocks.
const score = z
  .string({ error: "vetting.score" })
  .regex(new RegExp(`^[0-${highestScore}]$`), "vetting.score")
  .transform(Number);
const reason = z.string().trim().min(10).max(2000);

/** A finished review: a score and a written reason for each criterion. */
export const reviewSchema = z.object({
  ...(Object.fromEntries(criteria.map((name) => [name, score])) as Record<
    (typeof criteria)[number],
    typeof score
  >),
  ...(Object.fromEntries(criteria.map((name) => [`${name}Why`, reason])) as Record<
    `${(typeof criteria)[number]}Why`,
    typeof reason
  >),
  codes: z.array(z.enum(reviewerCodes)).default([]),
  note: z.string().trim().max(1000).default(""),
});
export type ReviewInput = z.output<typeof reviewSchema>;

/** What of an unfinished review is kept: whatever was typed, cut to its length. */
export const reviewDraftSchema = z.object({
  ...(Object.fromEntries(
    criteria.flatMap((name) => [
      [name, z.string().max(1).default("")],
      [`${name}Why`, z.string().max(2000).default("")],
    ]),
  ) as Record<(typeof criteria)[number] | `${(typeof criteria)[number]}Why`, z.ZodDefault<z.ZodString>>),
  codes: z.array(z.enum(reviewerCodes)).default([]),
  note: z.string().max(1000).default(""),
});
export type ReviewDraft = z.output<typeof reviewDraftSchema>;

export const suspensionSchema = z.object({
  case: z.uuid(),
  code: z.enum(suspensionCodes),
  note: z.string().trim().min(10).max(1000),
});
export type SuspensionInput = z.output<typeof suspensionSchema>;
export const proposalSchema = z.object({ proposal: z.uuid() });
/** A form that only asks for something to be done. */
export const emptySchema = z.object({});
