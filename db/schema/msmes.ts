import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, day, id, instant, json, updatedAt } from "./columns.ts";
import { organisations } from "./accounts.ts";
import { markets } from "./markets.ts";

const ofMsme = () =>
  text("organisation_id")
    .notNull()
    .references(() => organisations.id, { onDelete: "cascade" });

/** What an msme says of itself. The size class is derived, never stored. */
export const exporterProfiles = sqliteTable(
  "exporter_profiles",
  {
    organisationId: ofMsme().primaryKey(),
    /** Industry of the size standard, e.g. "industry", "wholesale". */
    industry: text("industry"),
    employees: integer("employees"),
    /** In 10,000 yuan (万元), the unit of the size standard. */
    revenueWan: real("revenue_wan"),
    assetsWan: real("assets_wan"),
    summaryEn: text("summary_en").notNull().default(""),
    summaryZh: text("summary_zh").notNull().default(""),
    /** First year in which the firm exported; null = not yet. */
    exportingSince: integer("exporting_since"),
    /** Field groups the firm has saved: an empty group that was saved is an answer, otherwise it is unknown. */
    statedGroups: json<string[]>("stated_groups").notNull().default([]),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("profiles_employees", sql`${t.employees} is null or ${t.employees} >= 0`),
    check("profiles_revenue", sql`${t.revenueWan} is null or ${t.revenueWan} >= 0`),
    check("profiles_assets", sql`${t.assetsWan} is null or ${t.assetsWan} >= 0`),
  ],
);

export const profileProducts = sqliteTable(
  "profile_products",
  {
    id: id(),
    organisationId: ofMsme(),
    /** HS code of 2, 4 or 6 digits. */
    hs: text("hs").notNull(),
    nameEn: text("name_en").notNull(),
    nameZh: text("name_zh").notNull(),
  },
  (t) => [
    index("profile_products_org").on(t.organisationId),
    check("profile_products_hs", sql`length(${t.hs}) in (2,4,6)`),
  ],
);

export const profileCertificates = sqliteTable(
  "profile_certificates",
  {
    id: id(),
    organisationId: ofMsme(),
    /** The certificate's usual code, e.g. CE, ISO 9001, BSCI. */
    code: text("code").notNull(),
    issuer: text("issuer").notNull(),
    expiresOn: day("expires_on"),
  },
  (t) => [index("profile_certificates_org").on(t.organisationId)],
);

export const profileMarkets = sqliteTable(
  "profile_markets",
  {
    organisationId: ofMsme(),
    marketCode: text("market_code")
      .notNull()
      .references(() => markets.code, { onDelete: "cascade" }),
    /** target = wants to sell there; exported = has sold there. */
    relation: text("relation", { enum: ["target", "exported"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.marketCode, t.relation] })],
);

export const profileNeeds = sqliteTable(
  "profile_needs",
  { organisationId: ofMsme(), need: text("need").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.need] })],
);

export const profileLanguages = sqliteTable(
  "profile_languages",
  { organisationId: ofMsme(), language: text("language").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.language] })],
);

/** A profile's check by the chamber. Four criteria 0–5: 10 of 20 passes, any 0 blocks. */
export const vettingCases = sqliteTable(
  "vetting_cases",
  {
    id: id(),
    organisationId: ofMsme(),
    state: text("state", {
      enum: [
        "draft",
        "submitted",
        "in_review",
        "more_info",
        "approved",
        "rejected",
        "appealed",
        "expired",
        "suspended",
      ],
    }).notNull(),
    scores: json<{ identity: number; capability: number; compliance: number; readiness: number }>("scores"),
    submittedAt: instant("submitted_at"),
    decidedAt: instant("decided_at"),
    /** Approval lasts twelve months. */
    expiresAt: instant("expires_at"),
    createdAt: createdAt(),
  },
  (t) => [index("vetting_cases_org").on(t.organisationId)],
);

/** An MNC vouches for a vetted msme within a scope and for at most twelve months. */
export const endorsements = sqliteTable(
  "endorsements",
  {
    id: id(),
    mncId: text("mnc_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    msmeId: text("msme_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    state: text("state", { enum: ["draft", "pending_approval", "active", "expired", "revoked"] }).notNull(),
    supplierSince: integer("supplier_since").notNull(),
    scopeSectors: json<string[]>("scope_sectors").notNull(),
    scopeMarkets: json<string[]>("scope_markets").notNull(),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("endorsements_msme").on(t.msmeId), index("endorsements_mnc").on(t.mncId)],
);
