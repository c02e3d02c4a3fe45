import { z } from "zod";

/** Why a section did not help; worded in i18n. */
export const feedbackReasons = ["outdated", "wrong", "unclear", "missing", "notMyProduct"] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

const words = z.string().trim().max(1000);
/** The revision that the reader had on the page. */
const revision = z.string().max(60).default("");

export const feedbackSchema = z.object({
  useful: z.enum(["yes", "no"]),
  reasons: z.array(z.enum(feedbackReasons)).default([]),
  message: words.default(""),
  revision,
});
export type FeedbackInput = z.infer<typeof feedbackSchema>;

export const reportSchema = z
  .object({
    /** One of the lines offered. */
    line: z.string().trim().max(2000).default(""),
    /** Or what the reader pasted. */
    quote: z.string().trim().max(2000).default(""),
    message: words.min(1, { error: "form.required" }),
    revision,
  })
  .check((ctx) => {
    if (ctx.value.line !== "" || ctx.value.quote !== "") return;
    ctx.issues.push({
      code: "custom",
      input: ctx.value.quote,
      path: ["quote"],
      message: "feedback.lineNeeded",
    });
  });
export type ReportInput = z.infer<typeof reportSchema>;
