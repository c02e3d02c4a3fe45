import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { bool, id, json, updatedAt } from "./columns.ts";
import { topics } from "./topics.ts";

/** A market (ISO 3166-1 country or territory), a block whose facts its members inherit, the export side (CN), or all markets (ALL). */
export const markets = sqliteTable(
  "markets",
  {
    /** ISO alpha-2 in capitals; for blocks their short name (EU, EAEU, GCC, RCEP, ASEAN); ALL for what holds everywhere. */
    code: text("code").primaryKey(),
    kind: text("kind", { enum: ["market", "block", "origin", "world"] }).notNull(),
    iso3: text("iso3"),
    nameEn: text("name_en").notNull(),
    nameZh: text("name_zh").notNull(),
    /** A slug of the region, worded in i18n. */
    region: text("region"),
    /** ISO 4217. */
    currency: text("currency"),
    languages: json<{ nameEn: string; nameZh: string; status: string }[]>("languages").notNull(),
    aliases: json<string[]>("aliases").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [check("markets_kind", sql`${t.kind} in ('market','block','origin','world')`)],
);

/** Which blocks a market belongs to, and whether it takes over their facts (decision 010). */
export const marketBlocks = sqliteTable(
  "market_blocks",
  {
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    blockCode: text("block_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    /** false: a member whose guide states these things itself (RCEP, ASEAN). */
    inherits: bool("inherits").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.marketCode, t.blockCode] })],
);

export const sources = sqliteTable("sources", {
  id: text("id").primaryKey(),
  nameEn: text("name_en").notNull(),
  nameZh: text("name_zh").notNull(),
  url: text("url"),
});

export const factKinds = [
  "indicator",
  "regulation",
  "mark",
  "vat",
  "de_minimis",
  "fta",
  "membership",
  "marketplace",
  "port",
  "payment",
  "fair",
  "contact",
  "portal",
] as const;

/** What a kind of fact carries beyond the common columns. Everything optional: each kind uses its own. */
export type FactDetail = {
  code?: string;
  statusEn?: string;
  statusZh?: string;
  ftaKind?: string;
  /** A year (YYYY) or a day (YYYY-MM-DD). */
  inForce?: string | null;
  originProofEn?: string;
  originProofZh?: string;
  list?: { en: string; zh: string }[];
  taxFrom?: number | null;
  cityEn?: string;
  cityZh?: string;
  /** Usual months, 1–12; never exact dates. */
  months?: number[];
  whenEn?: string;
  whenZh?: string;
  sectorsEn?: string;
  sectorsZh?: string;
  organiser?: string;
  frequency?: string;
};

/** One checked or to-be-checked statement about a market, with its source. */
export const facts = sqliteTable(
  "facts",
  {
    id: id(),
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    key: text("key").notNull(),
    kind: text("kind", { enum: factKinds }).notNull(),
    topic: text("topic", { enum: topics }).notNull(),
    position: integer("position").notNull(),
    labelEn: text("label_en").notNull(),
    labelZh: text("label_zh"),
    textEn: text("text_en"),
    textZh: text("text_zh"),
    noteEn: text("note_en"),
    noteZh: text("note_zh"),
    value: real("value"),
    /** USD, %, people, or an ISO 4217 code. */
    unit: text("unit"),
    url: text("url"),
    detail: json<FactDetail>("detail").notNull(),
    sourceId: text("source_id").references(() => sources.id),
    /** Year the statement is known to describe. */
    asOf: integer("as_of"),
    confidence: text("confidence", { enum: ["high", "medium"] }),
    /** read = a supporting excerpt was read; knowledge = general knowledge, shown as "to be checked". */
    basis: text("basis", { enum: ["read", "knowledge"] }),
    /** Nothing supportable was found; the page says so. */
    gap: bool("gap").notNull().default(false),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("facts_market_key").on(t.marketCode, t.key),
    index("facts_market_topic").on(t.marketCode, t.topic),
    check("facts_sourced", sql`${t.gap} = 1 or (${t.sourceId} is not null and ${t.asOf} is not null)`),
  ],
);

/** The sector tree: HS sections → chapters for goods, plus services. */
export const sectors = sqliteTable(
  "sectors",
  {
    /** HS section "S-XX", HS chapter "95", or service "svc-…". */
    code: text("code").primaryKey(),
    parentCode: text("parent_code"),
    kind: text("kind", { enum: ["section", "chapter", "service"] }).notNull(),
    nameEn: text("name_en").notNull(),
    nameZh: text("name_zh").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [index("sectors_parent").on(t.parentCode)],
);
