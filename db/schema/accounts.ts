import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { bool, createdAt, id, instant } from "./columns.ts";

export const users = sqliteTable(
  "users",
  {
    id: id(),
    /** Always stored trimmed and lower-cased. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    lang: text("lang", { enum: ["en", "zh"] }).notNull(),
    /** argon2id, PHC string. */
    passwordHash: text("password_hash").notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    /** TOTP secret, sealed with the session secret; null until the second factor is set up. */
    totpSecret: text("totp_secret"),
    totpConfirmedAt: instant("totp_confirmed_at"),
    /** The last TOTP step that was accepted: a code works once. */
    totpLastStep: integer("totp_last_step"),
    disabledAt: instant("disabled_at"),
    /** When its owner closed the account: the row stays for the trail's sake and says nothing of the person. */
    closedAt: instant("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(trim(${t.email}))`),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of the session id, in hex: a stolen database holds no usable session. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Seconds since 1970 as a plain number: Lucia's adapter reads and writes it so. */
    expiresAt: integer("expires_at").notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** Short browser and system name, so that people recognise their own sessions. */
    device: text("device").notNull(),
    /** When this session passed the second factor; null = password only. */
    secondFactorAt: instant("second_factor_at"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

export const emailTokens = sqliteTable(
  "email_tokens",
  {
    /** SHA-256 of the token, in hex. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["verify", "reset", "changeEmail"] }).notNull(),
    /** The address that a "changeEmail" token proves; it becomes the account's. */
    newEmail: text("new_email"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("email_tokens_user").on(t.userId, t.purpose)],
);

export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the code, in hex; the codes are random enough not to need a slow hash. */
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("recovery_codes_hash").on(t.userId, t.codeHash)],
);

export const organisations = sqliteTable(
  "organisations",
  {
    id: id(),
    kind: text("kind", { enum: ["msme", "mnc", "chamber", "partner"] }).notNull(),
    nameEn: text("name_en").notNull(),
    nameZh: text("name_zh").notNull(),
    /** Unified social credit code (GB 32100-2015) of a Chinese body. */
    creditCode: text("credit_code"),
    /** ISO 3166-1 alpha-2. */
    country: text("country").notNull(),
    province: text("province"),
    city: text("city"),
    /** Since when a multinational or partner waits for the chamber to confirm it; null = in standing. */
    pendingSince: instant("pending_since"),
    /** Since when nobody acts for it, its last person having closed the account: the chamber keeps its records. */
    vacantSince: instant("vacant_since"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("organisations_credit_code").on(t.creditCode),
    check("organisations_kind", sql`${t.kind} in ('msme','mnc','chamber','partner')`),
    check("organisations_named", sql`${t.nameEn} <> '' or ${t.nameZh} <> ''`),
  ],
);

export const memberships = sqliteTable(
  "memberships",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "member"] }).notNull(),
    /** MNC members who approve endorsements as second person; they need a second factor. */
    approver: bool("approver").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.organisationId] }),
    // A person acts for one organisation: every record then has one side.
    uniqueIndex("memberships_one").on(t.userId),
    index("memberships_organisation").on(t.organisationId),
    check("memberships_role", sql`${t.role} in ('owner','member')`),
  ],
);

export const staffRoles = sqliteTable(
  "staff_roles",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["editor", "vetter", "organiser", "admin"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.role] }),
    check("staff_roles_role", sql`${t.role} in ('editor','vetter','organiser','admin')`),
  ],
);

export const invitations = sqliteTable(
  "invitations",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: text("role", { enum: ["owner", "member"] }).notNull(),
    approver: bool("approver").notNull().default(false),
    /** SHA-256 of the token in the mail, in hex. */
    tokenHash: text("token_hash").notNull(),
    invitedById: text("invited_by_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("invitations_token").on(t.tokenHash),
    uniqueIndex("invitations_open")
      .on(t.organisationId, t.email)
      .where(sql`accepted_at is null and revoked_at is null`),
  ],
);

export const rateLimits = sqliteTable(
  "rate_limits",
  {
    policy: text("policy").notNull(),
    /** Whom the counter is for, hashed: no address or e-mail is kept in the clear. */
    key: text("key").notNull(),
    windowStart: instant("window_start").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.policy, t.key] }), index("rate_limits_window").on(t.windowStart)],
);
