import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant, json, updatedAt } from "./columns.ts";
import { organisations } from "./accounts.ts";
import { markets, sectors } from "./markets.ts";

/** An eligibility rule as data; modules/matching/eligibility.ts knows how to read each kind. */
export type EligibilityRule =
  | { rule: "vetted" }
  | { rule: "size"; in: ("micro" | "small" | "medium")[] }
  | { rule: "sector"; in: string[] }
  | { rule: "province"; in: string[] }
  | { rule: "certificate"; anyOf: string[] }
  | { rule: "market"; anyOf: string[] }
  | { rule: "employees"; min?: number; max?: number }
  | { rule: "revenueWan"; min?: number; max?: number }
  | { rule: "exportYears"; min?: number; max?: number }
  | { rule: "endorsed"; byOwner?: boolean }
  | { rule: "language"; anyOf: string[] };

export type MatchFactor =
  "sector" | "market" | "certificates" | "needs" | "readiness" | "endorsement" | "language";

export const opportunities = sqliteTable(
  "opportunities",
  {
    id: id(),
    slug: text("slug").notNull(),
    kind: text("kind", { enum: ["sponsorship", "fair", "consortium"] }).notNull(),
    state: text("state", {
      enum: ["draft", "open", "closed", "allocated", "running", "completed", "cancelled"],
    }).notNull(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    titleEn: text("title_en").notNull(),
    titleZh: text("title_zh").notNull(),
    summaryEn: text("summary_en").notNull(),
    summaryZh: text("summary_zh").notNull(),
    /** Markdown. */
    bodyEn: text("body_en").notNull(),
    bodyZh: text("body_zh").notNull(),
    seats: integer("seats").notNull(),
    applyBy: instant("apply_by").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** month = only the usual month is known (fairs whose organiser has not confirmed the days). */
    datePrecision: text("date_precision", { enum: ["day", "month"] })
      .notNull()
      .default("day"),
    /** IANA zone of the place (or of the owner, when online). */
    timeZone: text("time_zone").notNull(),
    placeEn: text("place_en"),
    placeZh: text("place_zh"),
    /** What is given: mentoring, sourcing, pilot, digital, finance, training, booth, travel, … worded in i18n. */
    offers: json<string[]>("offers").notNull(),
    /** Certificates that help here without being demanded; what is demanded stands in `rules`. */
    certificates: json<string[]>("certificates").notNull().default([]),
    /** Working languages, ISO 639-1. */
    languages: json<string[]>("languages").notNull().default([]),
    rules: json<EligibilityRule[]>("rules").notNull(),
    weights: json<Partial<Record<MatchFactor, number>>>("weights").notNull(),
    /** Soft reserves, e.g. { group: "micro", minShare: 0.3 }. */
    quotas: json<{ group: string; minShare: number }[]>("quotas").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("opportunities_slug").on(t.slug),
    index("opportunities_kind_state").on(t.kind, t.state),
    check("opportunities_kind", sql`${t.kind} in ('sponsorship','fair','consortium')`),
    check("opportunities_seats", sql`${t.seats} > 0`),
    check("opportunities_dates", sql`${t.endsAt} >= ${t.startsAt}`),
  ],
);

export const opportunitySectors = sqliteTable(
  "opportunity_sectors",
  {
    opportunityId: text("opportunity_id")
      .notNull()
      .references(() => opportunities.id, { onDelete: "cascade" }),
    sectorCode: text("sector_code")
      .notNull()
      .references(() => sectors.code),
  },
  (t) => [primaryKey({ columns: [t.opportunityId, t.sectorCode] })],
);

export const opportunityMarkets = sqliteTable(
  "opportunity_markets",
  {
    opportunityId: text("opportunity_id")
      .notNull()
      .references(() => opportunities.id, { onDelete: "cascade" }),
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code),
  },
  (t) => [primaryKey({ columns: [t.opportunityId, t.marketCode] })],
);
