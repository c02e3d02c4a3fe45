import { LineCounter, parseDocument, type Pair, type Scalar } from "yaml";
import { z } from "zod";
import type { SectionSource } from "../schema/guides.ts";
import { topics, type Topic } from "../schema/topics.ts";

/** One guide section as it comes from a file: Markdown with front matter, or a line of JSON. */
export type GuideRecord = {
  market: string;
  topic: Topic;
  lang: "en" | "zh";
  title: string;
  summary: string;
  body: string;
  sources: SectionSource[];
  /** Day (YYYY-MM-DD) on which somebody held the section against its sources; null = never yet. */
  verifiedAt: string | null;
  /** Day; null = whoever stores the section decides. */
  reviewDueAt: string | null;
  basis: "read" | "knowledge";
};

/** What is wrong with one record and where: `line` counts from 1, `field` is "" when the whole record is bad. */
export type RecordProblem = { line: number; field: string; message: string };

export type ParsedRecord =
  | { ok: true; record: GuideRecord; line: number; ignored: string[] }
  | { ok: false; problems: RecordProblem[] };

/** Half a surrogate pair cannot be written to a file: it becomes the sign for an unreadable character. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD");

const words = (most: number) =>
  z
    .string({ error: "expected text" })
    .overwrite(wellFormed)
    .trim()
    .min(1, "is empty")
    .max(most, `is longer than ${most} characters`);
const dayText = z.iso.date("expected a day as YYYY-MM-DD").nullish();
const asOf = z
  .union([z.string().trim().max(40), z.number().int()], { error: "expected a year or a day" })
  .transform(String);

const source = z.union(
  [
    words(300).transform((title): SectionSource => ({ title, publisher: "", asOf: "" })),
    z
      .object({
        title: words(300),
        publisher: z.string().overwrite(wellFormed).trim().max(200).default(""),
        url: z.url({ protocol: /^https?$/, error: "expected an http or https address" }).optional(),
        asOf: asOf.default(""),
      })
      .transform(({ url, ...rest }): SectionSource => (url === undefined ? { ...rest } : { ...rest, url })),
  ],
  { error: "expected {title, publisher, url, asOf} with an http or https url" },
);

const recordSchema = z.object({
  market: z
    .string({ error: "is missing (ISO alpha-2 code, such as DE)" })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,5}$/, "expected an ISO alpha-2 code, such as DE"),
  topic: z.enum(topics, { error: `expected one of ${topics.join(", ")}` }),
  lang: z.enum(["en", "zh"], { error: "expected en or zh" }),
  title: words(200),
  summary: z
    .string({ error: "expected text" })
    .overwrite(wellFormed)
    .trim()
    .max(600, "is longer than 600 characters")
    .default(""),
  body: words(60_000),
  sources: z.array(source, { error: "expected a list" }).max(60).default([]),
  verifiedAt: dayText,
  reviewDueAt: dayText,
  basis: z.enum(["read", "knowledge"], { error: "expected read or knowledge" }).optional(),
});
const known = new Set(Object.keys(recordSchema.shape));

/**
 * Holds one raw record against the schema. `lineOf` tells on which line a top-level field stands.
 * A record that gives no basis rests on what was read exactly when it says when it was verified.
 */
function checkRecord(raw: unknown, line: number, lineOf: (field: string) => number): ParsedRecord {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { ok: false, problems: [{ line, field: "", message: "expected an object with named fields" }] };
  }
  const parsed = recordSchema.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const field = issue.path.join(".");
      const missing = issue.code === "invalid_type" && !(String(issue.path[0]) in raw);
      return {
        line: lineOf(String(issue.path[0] ?? "")),
        field,
        message: missing && !issue.message.startsWith("is ") ? "is missing" : issue.message,
      };
    });
    return { ok: false, problems };
  }
  const { verifiedAt = null, reviewDueAt = null, basis, ...rest } = parsed.data;
  return {
    ok: true,
    line,
    ignored: Object.keys(raw).filter((field) => !known.has(field)),
    record: { ...rest, verifiedAt, reviewDueAt, basis: basis ?? (verifiedAt ? "read" : "knowledge") },
  };
}

/** One line of a `.jsonl` file. */
export function parseJsonRecord(text: string, line: number): ParsedRecord {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const message = `is not JSON (${error instanceof Error ? error.message : "cannot be read"})`;
    return { ok: false, problems: [{ line, field: "", message }] };
  }
  return checkRecord(raw, line, () => line);
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * A Markdown file with YAML front matter. Market, topic and language come from the path
 * (`…/DE/standards.en.md`) unless the front matter names them.
 */
export function parseMarkdownRecord(text: string, path: string): ParsedRecord {
  const head = frontMatter.exec(text);
  if (!head) {
    const message = "starts without front matter (--- … ---)";
    return { ok: false, problems: [{ line: 1, field: "", message }] };
  }
  const counter = new LineCounter();
  const document = parseDocument(head[1]!, { lineCounter: counter });
  const broken = document.errors[0];
  if (broken) {
    const line = counter.linePos(broken.pos[0]).line + 1;
    return { ok: false, problems: [{ line, field: "", message: `front matter: ${broken.code}` }] };
  }
  let fields: unknown;
  try {
    fields = document.toJS();
  } catch (error) {
    // An alias of nothing (`*title`), or aliases of aliases that would grow without end.
    const message = `front matter: ${error instanceof Error ? error.message.split("\n")[0] : "cannot be read"}`;
    return { ok: false, problems: [{ line: 1, field: "", message }] };
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    return { ok: false, problems: [{ line: 1, field: "", message: "front matter names no fields" }] };
  }
  const lineOf = (field: string) => {
    const pairs = (document.contents as { items?: Pair<Scalar>[] } | null)?.items ?? [];
    const pair = pairs.find(({ key }) => String(key.value) === field);
    if (pair?.key.range) return counter.linePos(pair.key.range[0]).line + 1;
    return field === "body" ? head[0].split("\n").length : 1;
  };
  const place = /(?:^|[\\/])([A-Za-z]{2,5})[\\/]([a-z-]+)\.(en|zh)\.md$/.exec(path);
  const fromPath = place ? { market: place[1], topic: place[2], lang: place[3] } : {};
  return checkRecord({ ...fromPath, ...fields, body: text.slice(head[0].length) }, 1, lineOf);
}
