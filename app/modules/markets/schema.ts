import { z } from "zod";
import { factKinds } from "#db/schema/markets.ts";
import { topics } from "#db/schema/topics.ts";

const named = z.object({ en: z.string(), zh: z.string() });
const maybeNamed = z.object({ en: z.string().nullable(), zh: z.string().nullable() });

/** One fact in the public API; also the description of the answer. */
const factAnswerSchema = z
  .object({
    key: z.string().describe("Stable within the market"),
    kind: z.enum(factKinds),
    topic: z.enum(topics),
    label: maybeNamed,
    text: maybeNamed.nullable(),
    note: maybeNamed.nullable(),
    value: z.number().nullable(),
    unit: z.string().nullable().describe("USD, %, people, or an ISO 4217 code"),
    url: z.string().nullable(),
    detail: z
      .record(z.string(), z.unknown())
      .describe("What only this kind carries, e.g. months of a fair, status of a mark"),
    source: z.object({ name: named, url: z.string().nullable() }).nullable(),
    asOf: z.int().nullable().describe("Year the statement is known to describe"),
    confidence: z.enum(["high", "medium"]).nullable(),
    basis: z
      .enum(["read", "knowledge"])
      .nullable()
      .describe("read: held against its source; knowledge: still to be checked"),
    gap: z.boolean().describe("true: nothing supportable was found"),
    inheritedFrom: z.string().nullable().describe("Code of the block the fact comes from"),
  })
  .meta({ id: "Fact" });

const guideAnswerSchema = z
  .object({
    topic: z.enum(topics),
    lang: z.enum(["en", "zh"]),
    title: z.string(),
    url: z.string().describe("Path of the page"),
    verifiedAt: z.iso.date().nullable(),
  })
  .meta({ id: "GuideSection" });

/** `GET /api/v1/markets/:code` */
export const marketAnswerSchema = z
  .object({
    code: z.string().describe("ISO 3166-1 alpha-2; for blocks EU, EAEU, GCC"),
    kind: z.enum(["market", "block", "origin", "world"]),
    iso3: z.string().nullable(),
    names: named,
    region: z.string().nullable(),
    currency: z.string().nullable().describe("ISO 4217"),
    languages: z.array(named),
    inherits: z.array(z.string()).describe("Blocks whose rules this market takes over"),
    url: named.describe("Path of the guide, by language"),
    counts: z.object({
      total: z.int(),
      checked: z.int(),
      toCheck: z.int(),
      gaps: z.int(),
    }),
    topics: z.array(z.enum(topics)).describe("Topics with published prose in at least one language"),
    guides: z.array(guideAnswerSchema),
    facts: z.array(factAnswerSchema),
  })
  .meta({ id: "Market" });
export type MarketAnswer = z.output<typeof marketAnswerSchema>;

/** `GET /api/v1/markets` */
export const marketsAnswerSchema = z
  .object({ total: z.int().nonnegative(), markets: z.array(marketAnswerSchema) })
  .meta({ id: "Markets" });
