import { z } from "zod";

export type IntroductionState =
  "requested" | "forwarded" | "accepted" | "declined" | "refused" | "withdrawn" | "ended";

/** What the list of suppliers can be narrowed to; it lives in the URL. A value that is none is as if absent. */
export const supplierFilterSchema = z.object({
  sector: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional()
    .catch(undefined),
  market: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  capability: z.string().max(60).optional().catch(undefined),
  certificate: z.string().max(60).optional().catch(undefined),
  language: z.string().max(10).optional().catch(undefined),
});
export type SupplierFilter = z.output<typeof supplierFilterSchema>;

export const mostCompared = 5;

const firm = z.uuid();
export const keepSchema = z.object({ firm, note: z.string().trim().max(1000).default("") });
export const firmIdSchema = z.object({ firm });
export const askSchema = z.object({ firm, message: z.string().trim().min(30).max(2000) });
export type AskInput = z.output<typeof askSchema>;
export const introductionIdSchema = z.object({ id: z.uuid() });
export const answerSchema = z.object({ id: z.uuid(), intent: z.enum(["accept", "decline", "end"]) });
export const deskSchema = z
  .object({
    id: z.uuid(),
    intent: z.enum(["forward", "refuse"]),
    note: z.string().trim().max(1000).default(""),
  })
  .refine(({ intent, note }) => intent === "forward" || note.length >= 5, {
    path: ["note"],
    error: "introduction.noteNeeded",
  });
export type DeskInput = z.output<typeof deskSchema>;

export const scopeSchema = z.object({
  partner: z.uuid(),
  sectors: z.array(z.string().max(40)).max(300).default([]),
  markets: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(300)
    .default([]),
});
export type ScopeInput = z.output<typeof scopeSchema>;
export const partnerIdSchema = z.object({ partner: z.uuid() });
