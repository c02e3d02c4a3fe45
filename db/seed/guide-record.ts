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

/** What can be wrong with a record; whoever shows it words it in the reader's language. */
export type ProblemKey =
  | "notUtf8"
  | "notJson"
  | "notObject"
  | "noFrontMatter"
  | "brokenFrontMatter"
  | "aliases"
  | "noFields"
  | "missing"
  | "empty"
  | "tooLong"
  | "tooMany"
  | "text"
  | "list"
  | "day"
  | "asOf"
  | "webAddress"
  | "source"
  | "market"
  | "topic"
  | "lang"
  | "basis"
  | "unknownMarket"
  | "future"
  | "deadLink"
  | "twice";

/** What is wrong with one record and where: `line` counts from 1, `field` is "" when the whole record is bad. */
export type RecordProblem = {
  line: number;
  field: string;
  key: ProblemKey;
  params?: Record<string, string | number>;
};

export type ParsedRecord =
  | { ok: true; record: GuideRecord; line: number; ignored: string[] }
  | { ok: false; problems: RecordProblem[] };

/** Half a surrogate pair cannot be written to a file: it becomes the sign for an unreadable character. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD");

/** Zod carries plain strings only: the key of a problem, and its number after a blank. */
const problem = (key: ProblemKey, number?: number) => (number === undefined ? key : `${key} ${number}`);

const words = (most: number) =>
  z
    .string({ error: problem("text") })
    .overwrite(wellFormed)
    .trim()
    .min(1, problem("empty"))
    .max(most, problem("tooLong", most));
const dayText = z.iso.date(problem("day")).nullish();
const asOf = z
  .union([z.string().trim().max(40), z.number().int()], { error: problem("asOf") })
  .transform(String);

const source = z.union(
  [
    words(300).transform((title): SectionSource => ({ title, publisher: "", asOf: "" })),
    z
      .object({
        title: words(300),
        publisher: z.string().overwrite(wellFormed).trim().max(200).default(""),
        url: z.url({ protocol: /^https?$/, error: problem("webAddress") }).optional(),
        asOf: asOf.default(""),
      })
      .transform(({ url, ...rest }): SectionSource => (url === undefined ? { ...rest } : { ...rest, url })),
  ],
  { error: problem("source") },
);

const recordSchema = z.object({
  market: z
    .string({ error: problem("market") })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,5}$/, problem("market")),
  topic: z.enum(topics, { error: problem("topic") }),
  lang: z.enum(["en", "zh"], { error: problem("lang") }),
  title: words(200),
  summary: z
    .string({ error: problem("text") })
    .overwrite(wellFormed)
    .trim()
    .max(600, problem("tooLong", 600))
    .default(""),
  body: words(60_000),
  sources: z
    .array(source, { error: problem("list") })
    .max(60, problem("tooMany", 60))
    .default([]),
  verifiedAt: dayText,
  reviewDueAt: dayText,
  basis: z.enum(["read", "knowledge"], { error: problem("basis") }).optional(),
});
const known = new Set(Object.keys(recordSchema.shape));

/**
 * Holds one raw record against the schema. `lineOf` tells on which line a top-level field stands.
 * A record that gives no basis rests on what was read exactly when it says when it was verified.
 */
function checkRecord(raw: unknown, line: number, lineOf: (field: string) => number): ParsedRecord {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { ok: false, problems: [{ line, field: "", key: "notObject" }] };
  }
  const parsed = recordSchema.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const field = issue.path.join(".");
      const [key = "text", number] = issue.message.split(" ") as [ProblemKey, string?];
      const missing = issue.path.length === 1 && !(field in raw);
      return {
        line: lineOf(String(issue.path[0] ?? "")),
        field,
        key: missing ? "missing" : key,
        params: { ...(number ? { number } : {}), topics: topics.join(", ") },
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
  } catch {
    return { ok: false, problems: [{ line, field: "", key: "notJson" }] };
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
    return { ok: false, problems: [{ line: 1, field: "", key: "noFrontMatter" }] };
  }
  const counter = new LineCounter();
  const document = parseDocument(head[1]!, { lineCounter: counter });
  const broken = document.errors[0];
  if (broken) {
    const line = counter.linePos(broken.pos[0]).line + 1;
    return {
      ok: false,
      problems: [{ line, field: "", key: "brokenFrontMatter", params: { what: broken.code } }],
    };
  }
  let fields: unknown;
  try {
    fields = document.toJS();
  } catch {
    // An alias of nothing (`*title`), or aliases of aliases that would grow without end.
    return { ok: false, problems: [{ line: 1, field: "", key: "aliases" }] };
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    return { ok: false, problems: [{ line: 1, field: "", key: "noFields" }] };
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
