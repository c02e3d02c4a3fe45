import { z } from "zod";
import { daysAfter, lastDayOf } from "./days.ts";
import {
  audiences,
  relationKinds,
  relationships,
  revocationReasons,
  shownFields,
  spendBands,
} from "./vocabulary.ts";

const words = (most: number) => z.string().trim().max(most).default("");
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim())
    .pipe(z.string().max(most))
    .default("");
const day = z.iso.date({ error: "profile.date" });

/** What a multinational writes down; a draft may be thin, `missingForSubmission` says what it still lacks. */
export const draftSchema = z
  .object({
    supplierSince: z
      .string()
      .trim()
      .regex(/^(19[5-9]\d|20\d\d)$/, { error: "profile.year" })
      .transform(Number),
    relationship: z.enum(relationships),
    spendBand: z.enum(spendBands).optional(),
    goodsEn: line(200),
    goodsZh: line(200),
    recordEn: words(800),
    recordZh: words(800),
    scopeSectors: z
      .array(z.string().regex(/^[\w-]{1,40}$/))
      .max(60)
      .default([]),
    scopeMarkets: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .max(80)
      .default([]),
    audience: z.enum(audiences),
    conflictStatement: words(1200),
    firstDay: day,
    lastDay: day,
  })
  .check((ctx) => {
    const { firstDay, lastDay } = ctx.value;
    const refuse = (message: string) =>
      ctx.issues.push({ code: "custom", path: ["lastDay"], message, input: lastDay });
    if (lastDay <= firstDay) refuse("endorsement.endBeforeStart");
    else if (lastDay > lastDayOf(firstDay)) {
      refuse(`endorsement.tooLong?day=${lastDayOf(firstDay)}`);
    }
  });
export type DraftInput = z.output<typeof draftSchema>;

/** How far back the first day may lie: papers take a while to go round. */
export const earliestFirstDay = (today: string) => daysAfter(today, -31);

type Said = Pick<DraftInput, "goodsEn" | "goodsZh" | "scopeSectors" | "conflictStatement">;

/** The fields a draft still lacks before it can be handed in. */
export function missingForSubmission(draft: Said): ("goodsEn" | "scopeSectors" | "conflictStatement")[] {
  const missing: ReturnType<typeof missingForSubmission> = [];
  if (!draft.goodsEn && !draft.goodsZh) missing.push("goodsEn");
  if (draft.scopeSectors.length === 0) missing.push("scopeSectors");
  if (draft.conflictStatement.length < 20) missing.push("conflictStatement");
  return missing;
}

const seen = z.string().max(64);
export const approveSchema = z.object({ seen });
export const returnSchema = z.object({ note: z.string().trim().min(5).max(800) });
export const acceptSchema = z
  .object({
    seen,
    shown: z.array(z.enum(shownFields)).default([]),
    /** What the preview above the button showed, comma between. */
    previewed: z.string().max(400).default(""),
  })
  .transform(({ previewed, ...input }) => ({
    ...input,
    previewed: previewed.split(",").filter(Boolean).sort().join() === [...input.shown].sort().join(),
  }));
export const revokeSchema = z.object({
  reason: z.enum(revocationReasons),
  sure: z.literal("yes", { error: "endorsement.sayYes" }),
});
export const decideFlagSchema = z.object({
  flag: z.uuid(),
  outcome: z.enum(["cleared", "upheld"]),
  reason: z.string().trim().min(10).max(1000),
});

export const relationSchema = z
  .object({
    relation: z.enum(relationKinds),
    otherName: line(160),
    otherCreditCode: z
      .string()
      .default("")
      .transform((code) => code.normalize("NFKC").replace(/\s/g, "").toUpperCase()),
    note: line(300),
  })
  .check((ctx) => {
    const { otherName, otherCreditCode } = ctx.value;
    const refuse = (path: string, message: string) =>
      ctx.issues.push({ code: "custom", path: [path], message, input: ctx.value });
    if (!otherName && !otherCreditCode) refuse("otherName", "relation.whoNeeded");
    if (otherCreditCode && !/^[0-9A-Z]{18}$/.test(otherCreditCode)) {
      refuse("otherCreditCode", "organisation.codeWrong");
    }
  });
export type RelationInput = z.output<typeof relationSchema>;
export const relationIdSchema = z.object({ id: z.uuid() });
