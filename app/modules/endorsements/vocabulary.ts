export type { ShownField } from "#db/schema/endorsements.ts";

/** Bands of what a multinational buys from a firm in a year, in US dollars; the lower bound belongs to the band. */
export const spendBands = ["under100k", "to500k", "to1m", "to5m", "to10m", "over10m"] as const;
export type SpendBand = (typeof spendBands)[number];

export const relationships = [
  "directSupplier",
  "subSupplier",
  "serviceProvider",
  "jointDevelopment",
] as const;
export type Relationship = (typeof relationships)[number];

export const audiences = ["public", "network"] as const;
export type Audience = (typeof audiences)[number];

/** What the firm can choose to show a stranger, in the order of the page. */
export const shownFields = [
  "supplierSince",
  "goods",
  "relationship",
  "spendBand",
  "record",
  "sectors",
  "markets",
] as const;

/** Why a multinational takes its word back. Kept for the chamber; never shown to the public. */
export const revocationReasons = [
  "relationshipEnded",
  "quality",
  "delivery",
  "compliance",
  "ownership",
  "error",
  "other",
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** Kept instead when staff uphold a flag of an active endorsement. */
export const revokedByStaff = "flagUpheld";

export type FlagKind =
  | "ownSubsidiary"
  | "sharedDirector"
  | "declaredTie"
  | "samePerson"
  | "ring"
  | "massEndorsement"
  | "nobodyLeft";

/** The multinational is reminded so many days before an endorsement ends. */
export const reminderDays = [60, 30, 7] as const;

export const relationKinds = [
  "parent",
  "subsidiary",
  "sharedDirector",
  "sharedShareholder",
  "family",
] as const;
export type RelationKind = (typeof relationKinds)[number];
