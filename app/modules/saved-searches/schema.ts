import { z } from "zod";
import { topics } from "#db/schema/topics.ts";

/** What is kept of a search: its words and the filters that were chosen. */
export const saveSearchSchema = z.object({
  q: z.string().trim().max(200).default(""),
  market: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .default([]),
  topic: z.array(z.enum(topics)).max(60).default([]),
});
export type SaveSearchInput = z.output<typeof saveSearchSchema>;

export const savedSearchIdSchema = z.object({ id: z.uuid() });
