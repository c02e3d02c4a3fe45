import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, id, instant, json } from "./columns.ts";
import { organisations, users } from "./accounts.ts";

/** What a stranger may see of an endorsement beside who vouches for whom and until when: what the firm agreed to. */
export type ShownField =
  "supplierSince" | "goods" | "relationship" | "spendBand" | "record" | "sectors" | "markets";

const endorsementStates = ["draft", "pending_approval", "active", "expired", "revoked"] as const;

/**
 * An MNC vouches for a vetted msme within a scope and for at most twelve months. `pending_approval` lasts until a
 * second person of the MNC has approved and the firm has accepted what will be shown.
 */
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
    state: text("state", { enum: endorsementStates }).notNull(),
    supplierSince: integer("supplier_since").notNull(),
    goodsEn: text("goods_en").notNull().default(""),
    goodsZh: text("goods_zh").notNull().default(""),
    relationship: text("relationship", {
      enum: ["directSupplier", "subSupplier", "serviceProvider", "jointDevelopment"],
    })
      .notNull()
      .default("directSupplier"),
    /** Band of yearly spend in USD; see modules/endorsements/vocabulary.ts. Null = not stated. */
    spendBand: text("spend_band"),
    /** Quality and delivery in the MNC's words. */
    recordEn: text("record_en").notNull().default(""),
    recordZh: text("record_zh").notNull().default(""),
    scopeSectors: json<string[]>("scope_sectors").notNull(),
    scopeMarkets: json<string[]>("scope_markets").notNull(),
    /** Who may see it once it is active: everybody, or the network of multinationals and partners. */
    audience: text("audience", { enum: ["public", "network"] })
      .notNull()
      .default("public"),
    /** The MNC's word on conflicts of interest; empty only in a draft. */
    conflictStatement: text("conflict_statement").notNull().default(""),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until").notNull(),
    draftedById: text("drafted_by_id").references(() => users.id),
    /** Who changed the draft last. */
    editedById: text("edited_by_id").references(() => users.id),
    submittedAt: instant("submitted_at"),
    approvedById: text("approved_by_id").references(() => users.id),
    approvedAt: instant("approved_at"),
    acceptedById: text("accepted_by_id").references(() => users.id),
    acceptedAt: instant("accepted_at"),
    /** What the firm agreed to show to strangers. */
    shownFields: json<ShownField[]>("shown_fields").notNull().default([]),
    /** Why it came back to the draft: the approver's word, or that the firm declined. */
    returnedNote: text("returned_note").notNull().default(""),
    returnedBy: text("returned_by", { enum: ["approver", "firm"] }),
    revokedById: text("revoked_by_id").references(() => users.id),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason"),
    /** The endorsement that this one renews. */
    renewsId: text("renews_id"),
    /** The last reminder before the end that went out, in days before it. */
    remindedDays: integer("reminded_days"),
    createdAt: createdAt(),
  },
  (t) => [
    index("endorsements_msme").on(t.msmeId),
    index("endorsements_mnc").on(t.mncId),
    check("endorsements_two_people", sql`${t.approvedById} is null or ${t.approvedById} <> ${t.draftedById}`),
    check("endorsements_two_hands", sql`${t.approvedById} is null or ${t.approvedById} <> ${t.editedById}`),
    check(
      "endorsements_twelve_months",
      sql`${t.validFrom} < ${t.validUntil} and ${t.validUntil} - ${t.validFrom} <= 31622400000`,
    ),
    check("endorsements_not_own", sql`${t.mncId} <> ${t.msmeId}`),
  ],
);

/** The signed form of an active endorsement. A credential that was issued is never changed. */
export const endorsementCredentials = sqliteTable(
  "endorsement_credentials",
  {
    endorsementId: text("endorsement_id")
      .primaryKey()
      .references(() => endorsements.id, { onDelete: "cascade" }),
    /** Compact JWS, media type application/vc+jwt. */
    jwt: text("jwt").notNull(),
    keyId: text("key_id")
      .notNull()
      .references(() => signingKeys.id),
    /** Its bit in the status list. */
    statusIndex: integer("status_index").notNull(),
    issuedAt: instant("issued_at").notNull(),
  },
  (t) => [uniqueIndex("endorsement_credentials_status").on(t.statusIndex)],
);

/**
 * Places in the status lists that a credential held which is no longer kept: it was replaced, or its endorsement is
 * gone. They stay revoked and are never given out again. A trigger fills this (db/triggers.ts).
 */
export const spentStatusIndexes = sqliteTable("spent_status_indexes", {
  statusIndex: integer("status_index").primaryKey(),
  endorsementId: text("endorsement_id").notNull(),
});

/** Public keys that this chamber has signed with; the private one in use lies in DATA_DIR or SIGNING_KEY. */
export const signingKeys = sqliteTable("signing_keys", {
  /** Fragment of the verification method: RFC 7638 thumbprint of the key. */
  id: text("id").primaryKey(),
  publicJwk: json<{ kty: "OKP"; crv: "Ed25519"; x: string }>("public_jwk").notNull(),
  createdAt: createdAt(),
  /** Since when another key signs; what this one signed stays valid. */
  retiredAt: instant("retired_at"),
  /** Since when nothing it signed is to be trusted (the private key was lost to somebody). */
  compromisedAt: instant("compromised_at"),
});

/** Something about an endorsement that staff look at before it can go public. */
export const endorsementFlags = sqliteTable(
  "endorsement_flags",
  {
    id: id(),
    endorsementId: text("endorsement_id")
      .notNull()
      .references(() => endorsements.id, { onDelete: "cascade" }),
    kind: text("kind", {
      enum: [
        "ownSubsidiary",
        "sharedDirector",
        "declaredTie",
        "samePerson",
        "ring",
        "massEndorsement",
        "nobodyLeft",
      ],
    }).notNull(),
    detail: json<Record<string, string>>("detail").notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** Cleared lets the endorsement go on; upheld ends it. */
    outcome: text("outcome", { enum: ["cleared", "upheld"] }),
    decidedById: text("decided_by_id").references(() => users.id),
    decidedAt: instant("decided_at"),
    reason: text("reason").notNull().default(""),
  },
  (t) => [
    uniqueIndex("endorsement_flags_one").on(t.endorsementId, t.kind),
    check("endorsement_flags_decided", sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
  ],
);

/** An MNC confirms what it bought from a firm in a year, as a band: what a passport may show to a bank. */
export const tradeConfirmations = sqliteTable(
  "trade_confirmations",
  {
    id: id(),
    mncId: text("mnc_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    msmeId: text("msme_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    year: integer("year").notNull(),
    spendBand: text("spend_band").notNull(),
    confirmedById: text("confirmed_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("trade_confirmations_one").on(t.mncId, t.msmeId, t.year)],
);

/** A supplier whom an MNC invites to Fairway; one row of its CSV. */
export const supplierInvitations = sqliteTable(
  "supplier_invitations",
  {
    id: id(),
    mncId: text("mnc_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    nameEn: text("name_en").notNull().default(""),
    nameZh: text("name_zh").notNull().default(""),
    creditCode: text("credit_code"),
    supplierSince: integer("supplier_since"),
    goods: text("goods").notNull().default(""),
    /** SHA-256 of the token in the mail, in hex. */
    tokenHash: text("token_hash").notNull(),
    invitedById: text("invited_by_id")
      .notNull()
      .references(() => users.id),
    /** The firm it led to. */
    msmeId: text("msme_id").references(() => organisations.id, { onDelete: "set null" }),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("supplier_invitations_token").on(t.tokenHash),
    uniqueIndex("supplier_invitations_open")
      .on(t.mncId, t.email)
      .where(sql`accepted_at is null and withdrawn_at is null`),
  ],
);
