import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { factKinds } from "../schema/markets.ts";
import { topics } from "../schema/topics.ts";
import { parseMarkdownRecord, type GuideRecord } from "./guide-record.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const text = z.string().min(1);
const maybe = text.nullish().transform((value) => value ?? null);

const factSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: z.enum(factKinds),
  topic: z.enum(topics),
  labelEn: text,
  labelZh: maybe,
  textEn: maybe,
  textZh: maybe,
  noteEn: maybe,
  noteZh: maybe,
  value: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  unit: maybe,
  url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .transform((value) => value ?? null),
  source: maybe,
  asOf: z
    .number()
    .int()
    .min(1990)
    .max(2100)
    .nullish()
    .transform((value) => value ?? null),
  confidence: z
    .enum(["high", "medium"])
    .nullish()
    .transform((value) => value ?? null),
  basis: z
    .enum(["read", "knowledge"])
    .nullish()
    .transform((value) => value ?? null),
  gap: z.boolean().default(false),
  // What only some kinds carry; stored together as `detail`.
  code: text.optional(),
  statusEn: text.optional(),
  statusZh: text.optional(),
  ftaKind: text.optional(),
  /** A year, or a day. */
  inForce: z
    .string()
    .regex(/^\d{4}(-\d\d-\d\d)?$/)
    .nullish(),
  originProofEn: text.nullish().transform((value) => value ?? undefined),
  originProofZh: text.nullish().transform((value) => value ?? undefined),
  list: z.array(text).optional(),
  taxFrom: z.number().nullish(),
  cityEn: text.optional(),
  cityZh: text.optional(),
  months: z.array(z.number().int().min(1).max(12)).optional(),
  whenEn: text.optional(),
  whenZh: text.optional(),
  sectorsEn: text.optional(),
  sectorsZh: text.optional(),
  organiser: maybe.transform((value) => value ?? undefined),
  frequency: maybe.transform((value) => value ?? undefined),
});

const marketSchema = z.object({
  code: z.string().regex(/^[A-Z]{2,5}$/),
  kind: z.enum(["market", "block", "origin", "world"]),
  iso3: maybe,
  nameEn: text,
  nameZh: text,
  aliases: z.array(text).default([]),
  region: maybe,
  currency: maybe,
  languages: z.array(z.object({ nameEn: text, nameZh: text, status: text })).default([]),
  inherits: z.array(text).default([]),
  facts: z.array(factSchema),
});

const sourceSchema = z.object({ id: text, en: text, zh: text, url: maybe });
const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  en: text,
  zh: text,
  alsoSearchedAs: z.array(text),
  definitionEn: text,
  definitionZh: text,
  mentionsEn: z.array(text).default([]),
  mentionsZh: z.array(text).default([]),
});
const sectorSchema = z.object({
  code: text,
  parent: maybe,
  kind: z.enum(["section", "chapter", "service"]),
  nameEn: text,
  nameZh: text,
});
const namePair = z.object({ en: text, zh: text });
const seriesSchema = z.strictObject({
  key: text,
  topic: z.enum(topics),
  unit: text.nullable(),
  source: text,
  asOf: z.number().int(),
  confidence: z.enum(["high", "medium"]),
  basis: z.enum(["read", "knowledge"]),
  labelEn: text,
  labelZh: text,
  noteEn: text,
  noteZh: text,
  /** By market or block. Who is not named has no figure: it is a gap, never a zero. */
  values: z.record(z.string().regex(/^[A-Z]{2,5}$/), z.number()),
  /** Why there is none, where that helps a reader. */
  gaps: z.record(z.string().regex(/^[A-Z]{2,5}$/), z.strictObject({ noteEn: text, noteZh: text })),
});

/** Reads one JSON file of the seed. @throws Error naming the file and the first bad field. */
function read<T extends z.ZodType>(file: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(here(file), "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`db/seed/${file}: ${issue.path.join(".")}: ${issue.message}`);
}

/** Everything the seed's files hold, validated. */
export function readContent() {
  const memberships = read("memberships.json", z.record(z.string(), namePair));
  const marketFiles = readdirSync(here("markets"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => read(`markets/${name}`, marketSchema));
  const indicators = read("indicators.json", z.array(seriesSchema));
  return {
    markets: marketFiles.map((market) => ({
      ...market,
      facts: [...market.facts, ...indicators.flatMap((series) => indicatorOf(series, market.code))],
    })),
    memberships,
    sources: read("sources.json", z.array(sourceSchema)),
    glossary: read("glossary.json", z.array(termSchema)),
    sectors: read("sectors.json", z.array(sectorSchema)),
    guides: readGuides(),
  };
}
export type Content = ReturnType<typeof readContent>;

/** A market's figure of a series that covers many markets, as one of its facts; none where the series has none. */
function indicatorOf({ values, gaps, ...series }: z.output<typeof seriesSchema>, market: string) {
  const { key, topic, labelEn, labelZh } = series;
  const place = { key, kind: "indicator", topic, labelEn, labelZh };
  const value = values[market];
  const gap = gaps[market];
  if (value !== undefined) return [factSchema.parse({ ...place, ...series, value })];
  return gap ? [factSchema.parse({ ...place, ...gap, gap: true })] : [];
}

function readGuides(): GuideRecord[] {
  const files = readdirSync(here("guides"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  return files.map((name) => {
    const parsed = parseMarkdownRecord(readFileSync(here(`guides/${name}`), "utf8"), name);
    if (parsed.ok) return parsed.record;
    const { line, field, key } = parsed.problems[0]!;
    throw new Error(`db/seed/guides/${name}:${line}: ${field} ${key}`);
  });
}
