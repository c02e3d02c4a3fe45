import type { EligibilityRule, MatchFactor } from "../schema/opportunities.ts";
import type { TownKey } from "./town-organisations.ts";
import { townConsortia } from "./town-consortia.ts";
import { townFairs } from "./town-fairs.ts";
import { townSponsorships } from "./town-sponsorships.ts";

/** When it happens, seen from the day of seeding, so that the town is never out of date. */
export type TownDates =
  | { applyInDays: number; startInDays: number; days: number }
  /** First and last usual month of a real fair, 1–12: the next ones that leave time to apply. */
  | { usualMonths: [number, number] };

export type TownOpportunity = {
  slug: string;
  kind: "sponsorship" | "fair" | "consortium";
  owner: TownKey;
  titleEn: string;
  titleZh: string;
  summaryEn: string;
  summaryZh: string;
  bodyEn: string;
  bodyZh: string;
  seats: number;
  dates: TownDates;
  timeZone: string;
  placeEn?: string;
  placeZh?: string;
  offers: string[];
  certificates: string[];
  languages: string[];
  sectors: string[];
  /** Empty = not tied to a market. */
  markets: string[];
  rules: EligibilityRule[];
  weights: Partial<Record<MatchFactor, number>>;
  quotas: { group: string; minShare: number }[];
};

export const townOpportunities: TownOpportunity[] = [...townSponsorships, ...townFairs, ...townConsortia];
