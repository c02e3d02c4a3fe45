import { z } from "zod";
import { topics } from "#db/schema/topics.ts";
import { entryKinds } from "#search/indexes/entry-kinds.ts";

/** `?market=DE&market=FR` and `?market=DE,FR` are the same. */
const list = (value: unknown) =>
  (Array.isArray(value) ? value : [value])
    .filter((item): item is string => typeof item === "string" && item !== "")
    .flatMap((item) => item.split(","))
    .map((item) => item.trim());

const langSchema = z.enum(["en", "zh"], { error: "en or zh" });
const marketsSchema = z
  .preprocess(
    list,
    z
      .array(
        z
          .string()
          .toUpperCase()
          .regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code, such as DE"),
      )
      .max(60, "at most 60 markets"),
  )
  .transform((codes) => [...new Set(codes)]);
const topicsSchema = z
  .preprocess(
    list,
    z.array(z.enum(topics, { error: `one of ${topics.join(", ")}` })).max(60, "at most 60 topics"),
  )
  .transform((slugs) => [...new Set(slugs)]);
const wholeNumber = (most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `a whole number from 1 to ${most}`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `a whole number from 1 to ${most}`)
    .default(otherwise);

/** `GET /api/v1/search`: what is not understood is an error at its parameter. Text behind 200 characters is ignored. */
export const searchQuerySchema = z.object({
  q: z.string().max(2000, "at most 2000 characters").default(""),
  lang: langSchema.default("en"),
  market: marketsSchema,
  topic: topicsSchema,
  limit: wholeNumber(50, 10),
  page: wholeNumber(1000, 1),
});
export type SearchQuery = z.output<typeof searchQuerySchema>;

/** `GET /api/v1/suggest` */
export const suggestQuerySchema = z.object({
  q: z.string().max(2000, "at most 2000 characters").default(""),
  lang: langSchema.default("en"),
  limit: wholeNumber(20, 8),
});

/** The parameters as the API's description tells them. */
export const searchParameters = {
  q: {
    description: "Words in English, Chinese or both; at most 200 characters are looked at",
    schema: z.string(),
  },
  lang: { description: "Language of the reader", schema: z.enum(["en", "zh"]).default("en") },
  market: { description: "ISO 3166-1 alpha-2; several separated by commas", schema: z.string() },
  topic: { description: "Guide topics; several separated by commas", schema: z.string() },
  limit: { description: "Hits on a page", schema: z.int().min(1).max(50).default(10) },
  page: { description: "From 1", schema: z.int().min(1).max(1000).default(1) },
};

export const suggestParameters = {
  q: { description: "What has been typed so far", schema: z.string() },
  lang: searchParameters.lang,
  limit: { description: "Suggestions at most", schema: z.int().min(1).max(20).default(8) },
};

const hitAnswerSchema = z
  .object({
    id: z.string().describe("market-topic-language"),
    market: z.string().describe("ISO 3166-1 alpha-2"),
    topic: z.enum(topics),
    lang: z
      .enum(["en", "zh"])
      .describe("Language of title and snippet; differs from the reader's when there is only that"),
    title: z.string(),
    snippet: z.string().describe("HTML: escaped text with <mark> around what matched"),
    url: z.string().describe("Path of the page in the reader's language"),
    verifiedAt: z.iso.date().nullable(),
    hasProse: z.boolean().describe("false: the market's fact table only"),
  })
  .meta({ id: "SearchHit" });

/** `GET /api/v1/search` */
export const searchAnswerSchema = z
  .object({
    query: z.string().describe("As looked at: cleaned, capped, in simplified Chinese"),
    lang: z.enum(["en", "zh"]),
    engine: z.enum(["meilisearch", "sqlite"]),
    total: z.int().nonnegative().describe("Exact"),
    page: z.int().positive(),
    limit: z.int().positive(),
    tookMs: z.number().nonnegative(),
    didYouMean: z.string().nullable(),
    hits: z.array(hitAnswerSchema),
    facets: z.object({
      market: z
        .record(z.string(), z.int().nonnegative())
        .describe("Hits by market, without the market filter"),
      topic: z.record(z.string(), z.int().nonnegative()).describe("Hits by topic, without the topic filter"),
    }),
  })
  .meta({ id: "SearchAnswer" });
export type SearchAnswer = z.output<typeof searchAnswerSchema>;

/** `GET /api/v1/suggest` */
export const suggestAnswerSchema = z
  .object({
    query: z.string(),
    lang: z.enum(["en", "zh"]),
    suggestions: z.array(
      z.object({
        text: z.string(),
        url: z.string().describe("Where it leads: a guide, a section, or the search for it"),
        kind: z.enum(["section", "market", "query"]),
      }),
    ),
  })
  .meta({ id: "Suggestions" });
export type SuggestAnswer = z.output<typeof suggestAnswerSchema>;

const lenient = <Schema extends z.ZodType>(schema: Schema, value: unknown, otherwise: z.output<Schema>) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : otherwise;
};

/** The kinds of results, each with its tab; "all" shows the best few of each. */
export const searchTabs = ["all", "guides", ...entryKinds] as const;
export type SearchTab = (typeof searchTabs)[number];

/** The filters of the search page as they stand in the URL: what is not understood filters nothing. */
export function searchFormOf(params: URLSearchParams): {
  tab: SearchTab;
  q: string;
  market: string[];
  topic: (typeof topics)[number][];
  page: number;
} {
  const each = <Item>(name: string, schema: z.ZodType<Item[]>) =>
    list(params.getAll(name)).flatMap((item) => lenient(schema, item, []));
  return {
    tab: lenient(z.enum(searchTabs), params.get("tab"), "all"),
    q: (params.get("q") ?? "").slice(0, 200),
    market: [...new Set(each("market", marketsSchema))],
    topic: [...new Set(each("topic", topicsSchema))],
    page: lenient(wholeNumber(1000, 1), params.get("page") ?? undefined, 1),
  };
}
