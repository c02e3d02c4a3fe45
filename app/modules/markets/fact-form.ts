import { z } from "zod";
import { factKinds } from "#db/schema/markets.ts";
import { topics } from "#db/schema/topics.ts";
import { halfPairs, particularShape } from "./fact-detail.ts";

export { factKinds };

const oneLine = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
const line = (most: number) => z.string().overwrite(oneLine).max(most).default("");
const label = z.string().overwrite(oneLine).min(1, { error: "form.required" }).max(200);
const orNull = (most: number) => line(most).transform((text) => text || null);
const address = orNull(2000).refine(
  (url) => url === null || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)),
  { error: "guide.url" },
);

/** A number as people type it: with or without separators, full-width digits too. */
const figure = z
  .string()
  .default("")
  .transform((text) => text.normalize("NFKC").replace(/[,\s]/g, ""))
  .refine((text) => text === "" || /^-?\d{1,18}(\.\d{1,6})?$/.test(text), { error: "fact.number" })
  .transform((text) => (text === "" ? null : Number(text)));

/**
 * The editor's form of one fact. A statement names source and year unless it is a gap; `basis: read` is a claim
 * that somebody held it against that source. `sourceId` "new" takes the source typed below it.
 */
export const factSchema = z
  .object({
    /** When the form was opened (milliseconds of updatedAt); "" for a new fact. */
    seen: z.string().max(20).default(""),
    labelEn: label,
    labelZh: label,
    textEn: orNull(2000),
    textZh: orNull(2000),
    noteEn: orNull(1000),
    noteZh: orNull(1000),
    value: figure,
    unit: orNull(10).refine((unit) => unit === null || /^(%|people|[A-Z]{3})$/.test(unit), {
      error: "fact.unit",
    }),
    url: address,
    sourceId: line(100),
    newSourceEn: line(200),
    newSourceZh: line(200),
    newSourceUrl: address,
    asOf: z
      .string()
      .trim()
      .default("")
      .refine((text) => text === "" || /^(19|20)\d\d$/.test(text), { error: "fact.year" })
      .transform((text) => (text === "" ? null : Number(text))),
    confidence: z.enum(["high", "medium"]).optional(),
    basis: z.enum(["read", "knowledge"]).optional(),
    gap: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
    ...particularShape,
  })
  .check((ctx) => {
    const { value } = ctx;
    const say = (field: string, message: string) =>
      ctx.issues.push({ code: "custom", path: [field], message, input: value });
    if (value.sourceId === "new") {
      if (!value.newSourceEn) say("newSourceEn", "form.required");
      if (!value.newSourceZh) say("newSourceZh", "form.required");
    }
    if ((value.textEn === null) !== (value.textZh === null)) {
      say(value.textEn === null ? "textEn" : "textZh", "fact.bothLanguages");
    }
    if ((value.noteEn === null) !== (value.noteZh === null)) {
      say(value.noteEn === null ? "noteEn" : "noteZh", "fact.bothLanguages");
    }
    for (const field of halfPairs(value)) say(field, "fact.bothLanguages");
    if (value.gap) {
      if (value.value !== null) say("value", "fact.gapHasValue");
      if (value.basis === "read") say("basis", "fact.gapNotRead");
      return;
    }
    if (!value.sourceId) say("sourceId", "fact.sourceNeeded");
    if (value.asOf === null) say("asOf", "fact.asOfNeeded");
    if (!value.basis) say("basis", "form.required");
    if (!value.confidence) say("confidence", "form.required");
  });
export type FactForm = z.output<typeof factSchema>;

/** What only a new fact says: its key in texts, its kind and where it stands. */
export const newFactSchema = factSchema.and(
  z.object({
    key: z
      .string()
      .trim()
      .max(60)
      .regex(/^(?!new$)[a-z0-9][a-z0-9-]*$/, { error: "fact.key" }),
    kind: z.enum(factKinds),
    topic: z.enum(topics),
  }),
);
export type NewFactForm = z.output<typeof newFactSchema>;

/** Taking a fact away: when its page was opened. */
export const removeFactSchema = z.object({ seen: z.string().max(20) });
