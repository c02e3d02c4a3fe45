import { z } from "zod";
import type { DraftWords, SectionSource } from "#db/schema/guides.ts";
import { topics } from "#db/schema/topics.ts";

/** Half a surrogate pair cannot be stored; forms send CR LF. */
const clean = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\r\n?/g, "\n");
const oneLine = (text: string) =>
  clean(text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
const manyLines = (text: string) => clean(text).trim();

const line = (most: number) => z.string().overwrite(oneLine).max(most).default("");
const text = (most: number) => z.string().overwrite(manyLines).max(most).default("");
const filled = (shape: (typed: string) => string, most: number) =>
  z.string().overwrite(shape).min(1, { error: "form.required" }).max(most);

const day = z.iso.date({ error: "guide.day" });

const mostSources = 60;

const source = z.object({ title: line(300), publisher: line(200), url: line(2000), asOf: line(40) });

const sideSchema = z
  .object({
    version: z.coerce.number().int().min(0),
    base: z.string().max(60).default(""),
    title: line(200),
    summary: line(600),
    body: text(60_000),
    sources: z
      .array(source)
      .max(mostSources + 10)
      .default([]),
    basis: z.enum(["read", "knowledge"]).default("knowledge"),
    verifiedAt: day.optional(),
    reviewDueAt: day,
    evidence: text(1000),
    changeEn: line(300),
    changeZh: line(300),
    levelsPair: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
  })
  .check((ctx) => {
    for (const [index, { title, publisher, url, asOf }] of ctx.value.sources.entries()) {
      const say = (field: string, message: string) =>
        ctx.issues.push({ code: "custom", path: ["sources", index, field], message, input: ctx.value });
      if (title === "" && (publisher !== "" || url !== "" || asOf !== "")) say("title", "form.required");
      if (url !== "" && !isWebAddress(url)) say("url", "guide.url");
    }
  })
  .transform(({ version, base, sources, verifiedAt, ...rest }) => {
    const words: DraftWords = {
      ...rest,
      verifiedAt: verifiedAt ?? null,
      sources: sources
        .filter(({ title }) => title !== "")
        .map(({ url, ...named }): SectionSource =>
          url === "" ? named : { title: named.title, publisher: named.publisher, url, asOf: named.asOf },
        ),
    };
    return { version, base, words };
  });

/** Whether a text is an http or https address. */
function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** The editor's form: both languages of one place. */
export const placeSchema = z.object({ en: sideSchema, zh: sideSchema });
export type SideForm = z.output<typeof sideSchema>;

const lang = z.enum(["en", "zh"]);

/** What a button at one draft sends: which side, and the version that the page showed. */
export const seenSchema = z.object({ side: lang, version: z.coerce.number().int().min(1) });
export const sendBackSchema = seenSchema.extend({
  note: filled(manyLines, 2000),
});
export const sideOnlySchema = z.object({ side: lang });
export const restoreSchema = z.object({ side: lang, number: z.coerce.number().int().min(1) });

export const answerSchema = z.object({
  report: z.string().max(60),
  state: z.enum(["fixed", "declined"], { error: "form.required" }),
  answer: filled(manyLines, 1000),
});

/** A place as a value of a form: `DE/standards`. */
const placeValue = z
  .string()
  .regex(/^[A-Z]{2,5}\/[a-z-]+$/)
  .transform((value) => {
    const [market = "", topic = ""] = value.split("/");
    return { market, topic };
  })
  .pipe(z.object({ market: z.string(), topic: z.enum(topics) }));

export const assignSchema = z.object({
  place: z
    .array(placeValue, { error: "guide.choosePlaces" })
    .min(1, { error: "guide.choosePlaces" })
    .max(500),
  /** An editor's id; "nobody" = the desk as a whole. */
  owner: z.string().max(60),
});

export const importSchema = z.object({
  file: z.instanceof(File, { error: "guide.chooseFile" }),
  skipBad: z.literal("on").optional(),
  evidence: text(1000),
  changeEn: filled(oneLine, 300),
  changeZh: filled(oneLine, 300),
});
