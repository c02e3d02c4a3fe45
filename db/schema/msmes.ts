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
import { bool, createdAt, day, id, instant, json, updatedAt } from "./columns.ts";
import { organisations, users } from "./accounts.ts";
import { disclosureLevels } from "./disclosure-levels.ts";
import { markets } from "./markets.ts";
import { uploads } from "./uploads.ts";

const ofMsme = () =>
  text("organisation_id")
    .notNull()
    .references(() => organisations.id, { onDelete: "cascade" });

/** What an msme says of itself. The size class is derived, never stored. */
export const exporterProfiles = sqliteTable(
  "exporter_profiles",
  {
    organisationId: ofMsme().primaryKey(),
    /** Division of GB/T 4754-2017, e.g. "24"; the industry of the size standard follows from it. */
    division: text("division"),
    /** Industry of the size standard, e.g. "industry", "wholesale". */
    industry: text("industry"),
    /** Whether a large enterprise controls the firm or shares its manager (财库〔2020〕46号); null = not said. */
    underLargeControl: bool("under_large_control"),
    employees: integer("employees"),
    /** In 10,000 yuan (万元), the unit of the size standard. */
    revenueWan: real("revenue_wan"),
    assetsWan: real("assets_wan"),
    summaryEn: text("summary_en").notNull().default(""),
    summaryZh: text("summary_zh").notNull().default(""),
    /** What the firm can make or do, in its own words, and how much of it. */
    capacityEn: text("capacity_en").notNull().default(""),
    capacityZh: text("capacity_zh").notNull().default(""),
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

/**
 * Reminders that went out before a certificate's end; the key keeps a second one from going. Certificates are saved
 * anew with their list, so they are known here by what they are, not by an id.
 */
export const certificateReminders = sqliteTable(
  "certificate_reminders",
  {
    organisationId: ofMsme(),
    code: text("code").notNull(),
    issuer: text("issuer").notNull(),
    expiresOn: day("expires_on").notNull(),
    daysBefore: integer("days_before").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.code, t.issuer, t.expiresOn, t.daysBefore] })],
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

/** What a firm can do beside making its products, e.g. "ownDesign", "smallBatches". */
export const profileCapabilities = sqliteTable(
  "profile_capabilities",
  { organisationId: ofMsme(), capability: text("capability").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.capability] })],
);

export const profilePhotos = sqliteTable(
  "profile_photos",
  {
    id: id(),
    organisationId: ofMsme(),
    uploadId: text("upload_id")
      .notNull()
      .references(() => uploads.id),
    captionEn: text("caption_en").notNull().default(""),
    captionZh: text("caption_zh").notNull().default(""),
    position: integer("position").notNull(),
  },
  (t) => [
    index("profile_photos_org").on(t.organisationId),
    uniqueIndex("profile_photos_upload").on(t.uploadId),
  ],
);

/** Who may see a field group of a profile, at the least trusted; a group without a row is for staff alone. */
export const profileDisclosures = sqliteTable(
  "profile_disclosures",
  {
    organisationId: ofMsme(),
    fieldGroup: text("field_group").notNull(),
    level: text("level", { enum: disclosureLevels }).notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.fieldGroup] }),
    check("profile_disclosures_level", sql`${t.level} in ('staff','endorsers','matched','network','public')`),
  ],
);

/** A consent the firm gave, e.g. to send its data abroad: dated, with the wording it was given to, revocable. */
export const consents = sqliteTable(
  "consents",
  {
    id: id(),
    organisationId: ofMsme(),
    purpose: text("purpose", { enum: ["abroad"] }).notNull(),
    /** Version of the wording that was shown. */
    wording: text("wording").notNull(),
    givenById: text("given_by_id")
      .notNull()
      .references(() => users.id),
    givenAt: instant("given_at").notNull(),
    revokedById: text("revoked_by_id").references(() => users.id),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("consents_in_force")
      .on(t.organisationId, t.purpose)
      .where(sql`revoked_at is null`),
  ],
);

/** The firm's answers to the export-readiness self-assessment, question by question. */
export const readinessAnswers = sqliteTable(
  "readiness_answers",
  {
    organisationId: ofMsme(),
    question: text("question").notNull(),
    /** 0 = no, up to 3 = fully. */
    answer: integer("answer").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.question] }),
    check("readiness_answers_range", sql`${t.answer} between 0 and 3`),
  ],
);

/** A version of the size standard; the one with the latest `effectiveOn` not after today is in force. */
export const sizeStandards = sqliteTable(
  "size_standards",
  {
    id: id(),
    reference: text("reference").notNull(),
    /** Industries with their lower bounds, and what is not covered; see modules/msmes/size-class.ts. */
    body: json<Record<string, unknown>>("body").notNull(),
    effectiveOn: day("effective_on").notNull(),
    note: text("note").notNull().default(""),
    /** Null for the version the product came with. */
    createdById: text("created_by_id").references(() => users.id),
    createdAt: createdAt(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("size_standards_effective")
      .on(t.effectiveOn)
      .where(sql`withdrawn_at is null`),
  ],
);

/** A tie that an organisation declares to another body: what conflict checks go by. */
export const declaredRelations = sqliteTable(
  "declared_relations",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** The other body, when it is here; otherwise its name or credit code tells who it is. */
    otherId: text("other_id").references(() => organisations.id, { onDelete: "cascade" }),
    otherName: text("other_name").notNull().default(""),
    otherCreditCode: text("other_credit_code"),
    relation: text("relation", {
      enum: ["parent", "subsidiary", "sharedDirector", "sharedShareholder", "family"],
    }).notNull(),
    note: text("note").notNull().default(""),
    declaredById: text("declared_by_id")
      .notNull()
      .references(() => users.id),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("declared_relations_org").on(t.organisationId),
    index("declared_relations_other").on(t.otherId),
  ],
);
