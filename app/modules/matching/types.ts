import type { SizeInput } from "#app/modules/msmes/size-class.ts";

/** Plain JSON in and out, no database rows: the same engine serves the pages, the API and the command line. */

/** YYYY-MM-DD. */
type Day = string;
/** ISO 8601 with zone. */
type Instant = string;

export type Standing =
  | { status: "vetted"; until: Instant; /** Sum of the four criteria, 0–20. */ total: number }
  | { status: "lapsed"; since: Instant }
  | { status: "suspended" }
  | { status: "underReview"; since: Instant }
  | { status: "unvetted" };

/**
 * A field left out means that the firm has not said; an empty list means that it has said "none". The difference
 * decides between asking and refusing.
 */
export type MatchMsme = SizeInput & {
  id: string;
  standing: Standing;
  /** ISO 3166-2:CN, without "CN-". */
  province?: string | null | undefined;
  /** First year of export; null = has not exported. */
  exportingSince?: number | null | undefined;
  /** HS codes of 2, 4 or 6 digits, or service codes (svc-…). */
  products?: string[] | undefined;
  /** Without `expiresOn`, or with null, a certificate does not expire. */
  certificates?: { code: string; expiresOn?: Day | null | undefined }[] | undefined;
  targets?: string[] | undefined;
  exported?: string[] | undefined;
  needs?: string[] | undefined;
  languages?: string[] | undefined;
  /** Active ones only. Empty scope = not limited. */
  endorsements?: { by: string; sectors: string[]; markets: string[]; until: Instant }[] | undefined;
};

export type Rule =
  | { rule: "vetted" }
  | { rule: "size"; in: string[] }
  | { rule: "sector"; in: string[] }
  | { rule: "province"; in: string[] }
  | { rule: "certificate"; anyOf: string[] }
  | { rule: "market"; anyOf: string[] }
  | { rule: "employees"; min?: number | undefined; max?: number | undefined }
  | { rule: "revenueWan"; min?: number | undefined; max?: number | undefined }
  | { rule: "exportYears"; min?: number | undefined; max?: number | undefined }
  | { rule: "endorsed"; byOwner?: boolean | undefined }
  | { rule: "language"; anyOf: string[] };
export type RuleName = Rule["rule"] | "open";

export const factors = [
  "sector",
  "market",
  "certificates",
  "needs",
  "readiness",
  "endorsement",
  "language",
] as const;
export type Factor = (typeof factors)[number];

/** Whole numbers that sum to 100; a factor that is left out counts nothing. */
export type Weights = Partial<Record<Factor, number>>;

/** Used where an opportunity publishes no weights of its own. */
export const defaultWeights: Weights = {
  sector: 30,
  market: 20,
  certificates: 15,
  needs: 15,
  readiness: 10,
  endorsement: 5,
  language: 5,
};

export type MatchOpportunity = {
  id: string;
  owner: string;
  /** Applications are taken until then; without it the opportunity counts as open. */
  applyBy?: Instant | undefined;
  /** First day, in the place's own zone. */
  startsOn: Day;
  /** HS sections (S-XX), chapters, headings or subheadings, or service codes. Empty = all. */
  sectors: string[];
  markets: string[];
  offers: string[];
  certificates: string[];
  languages: string[];
  rules: Rule[];
  weights: Weights;
};

/** Words are looked up by key (i18n matching); params hold codes, dates (YYYY-MM-DD) and figures, never words. */
export type Params = Record<string, string | number | readonly string[]>;
export type Message<Key extends string = string> = { key: Key; params: Params };

export type RuleResult = {
  rule: RuleName;
  /** null = unknown: the firm has to be asked. Never counts as a pass. */
  ok: boolean | null;
  reason: Message;
  /** Anchor of the field that decides; null when no field of the firm does. */
  field: string | null;
};

export type Contribution = {
  factor: Factor;
  /** The most this factor can give. */
  weight: number;
  /** 0–1, three decimals. Where firm and owner see it differently: the harmonic mean of both. */
  value: number;
  /** round(weight × value): a whole number, so that what is shown sums to the score exactly. */
  points: number;
  sides?: { firm: number; owner: number };
  evidence: Message;
};

export type Raise = {
  /** What to do, with its codes. */
  change: Message;
  field: string;
  /** Points gained, found by scoring the changed profile; 0 when it only opens a rule. */
  points: number;
  /** Rules that would turn from "no" or "unknown" to "yes". */
  unlocks: RuleName[];
  makesEligible: boolean;
};

export type Match = {
  msme: string;
  opportunity: string;
  /** Every rule is met. */
  eligible: boolean;
  /** ask = nothing speaks against it, but something is unknown. */
  status: "eligible" | "ask" | "ineligible";
  rules: RuleResult[];
  /** 0–100, the sum of all points. */
  score: number;
  contributions: Contribution[];
  raises: Raise[];
};
