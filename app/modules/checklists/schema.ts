import { z } from "zod";
import { isHsCode } from "#app/modules/matching/hs.ts";
import { stages } from "./steps.ts";

const day = z
  .string()
  .trim()
  .refine((text) => text === "" || isDay(text), { error: "checklist.day" })
  .transform((text) => text || null)
  .default(null);
const id = z.string().min(1).max(60);
const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .pipe(z.string().max(max));

/** A calendar day that exists, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const keepSchema = z.object({
  hs: z
    .string()
    .trim()
    .refine((text) => text === "" || isHsCode(text), { error: "checklist.hs" })
    .transform((text) => text || null)
    .default(null),
  ship: day,
});

/** What can be done to a list, one intent a form. */
export const changeSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("done"), item: id }),
  z.object({ intent: z.literal("undone"), item: id }),
  z.object({ intent: z.literal("seen"), item: id }),
  z.object({ intent: z.literal("up"), item: id }),
  z.object({ intent: z.literal("down"), item: id }),
  z.object({ intent: z.literal("remove"), item: id }),
  z.object({ intent: z.literal("putBack"), item: id }),
  z.object({
    intent: z.literal("save"),
    item: id,
    dueOn: day,
    note: z.string().trim().max(1000).default(""),
    text: line(200).default(""),
  }),
  z.object({
    intent: z.literal("add"),
    stage: z.enum(stages),
    text: line(200).pipe(z.string().min(1)),
    dueOn: day,
  }),
  z.object({ intent: z.literal("plan"), title: line(120).pipe(z.string().min(1)), shipOn: day }),
  z.object({ intent: z.literal("delete") }),
  z.object({ intent: z.literal("restore") }),
]);
export type Change = z.infer<typeof changeSchema>;
