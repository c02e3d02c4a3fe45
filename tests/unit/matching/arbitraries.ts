import fc from "fast-check";
import {
  factors,
  type MatchMsme,
  type MatchOpportunity,
  type Rule,
  type Weights,
} from "#app/modules/matching/types.ts";

export const now = "2026-11-22T04:00:00Z";

const hs = fc.constantFrom(
  "95",
  "9503",
  "950300",
  "950490",
  "9504",
  "94",
  "940511",
  "6302",
  "630221",
  "svc-design",
);
const sector = fc.constantFrom("S-XX", "95", "9503", "950300", "94", "63", "S-XI", "svc", "svc-design");
const certificate = fc.constantFrom("CE", "EN 71", "ISO 9001", "iso9001:2015", "FSC", "BSCI");
const market = fc.constantFrom("DE", "GB", "US", "JP", "VN");
const support = fc.constantFrom("sourcing", "finance", "training", "booth");
const language = fc.constantFrom("zh", "en", "de");
const owner = fc.constantFrom("mnc-a", "mnc-b", "chamber");
const day = fc.constantFrom("2026-01-01", "2026-12-01", "2027-03-01", "2028-01-01");
const instant = day.map((value) => `${value}T00:00:00Z`);
const some = <T>(one: fc.Arbitrary<T>, maxLength = 4) => fc.uniqueArray(one, { maxLength });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

const standing: fc.Arbitrary<MatchMsme["standing"]> = fc.oneof(
  fc.record({
    status: fc.constant("vetted" as const),
    until: instant,
    total: fc.integer({ min: 0, max: 20 }),
  }),
  fc.record({ status: fc.constant("lapsed" as const), since: instant }),
  fc.record({ status: fc.constant("underReview" as const), since: instant }),
  fc.constant({ status: "unvetted" as const }),
  fc.constant({ status: "suspended" as const }),
);

export const msme: fc.Arbitrary<MatchMsme> = fc.record({
  id: fc.constantFrom("firm-1", "firm-2", "firm-3"),
  standing,
  province: maybe(fc.constantFrom("ZJ", "GD")),
  industry: maybe(fc.constantFrom("industry", "wholesale", "finance", "nonsense")),
  employees: maybe(fc.integer({ min: 0, max: 1200 })),
  revenueWan: maybe(fc.integer({ min: 0, max: 50_000 })),
  assetsWan: maybe(fc.integer({ min: 0, max: 50_000 })),
  exportingSince: maybe(fc.option(fc.integer({ min: 2010, max: 2027 }), { nil: null })),
  products: maybe(some(hs)),
  certificates: maybe(
    fc.array(fc.record({ code: certificate, expiresOn: fc.option(day, { nil: null }) }), { maxLength: 4 }),
  ),
  targets: maybe(some(market)),
  exported: maybe(some(market)),
  needs: maybe(some(support)),
  languages: maybe(some(language)),
  endorsements: maybe(
    fc.array(fc.record({ by: owner, sectors: some(sector), markets: some(market), until: instant }), {
      maxLength: 2,
    }),
  ),
});

const bounds = {
  min: maybe(fc.integer({ min: 0, max: 300 })),
  max: maybe(fc.integer({ min: 300, max: 2000 })),
};
const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant({ rule: "vetted" as const }),
  fc.record({ rule: fc.constant("size" as const), in: some(fc.constantFrom("micro", "small", "medium")) }),
  fc.record({ rule: fc.constant("sector" as const), in: some(sector) }),
  fc.record({ rule: fc.constant("province" as const), in: some(fc.constantFrom("ZJ", "JS")) }),
  fc.record({ rule: fc.constant("certificate" as const), anyOf: some(certificate) }),
  fc.record({ rule: fc.constant("market" as const), anyOf: some(market) }),
  fc.record({ rule: fc.constantFrom("employees" as const, "revenueWan" as const), ...bounds }),
  fc.record({
    rule: fc.constant("exportYears" as const),
    min: maybe(fc.nat(3)),
    max: maybe(fc.integer({ min: 3, max: 9 })),
  }),
  fc.record({ rule: fc.constant("endorsed" as const), byOwner: maybe(fc.boolean()) }),
  fc.record({ rule: fc.constant("language" as const), anyOf: some(language) }),
);

/** Whole numbers that sum to 100, spread over the factors by cutting 0–100 at random places. */
const weights: fc.Arbitrary<Weights> = fc
  .array(fc.nat(100), { minLength: factors.length - 1, maxLength: factors.length - 1 })
  .map((cuts) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), 100];
    return Object.fromEntries(factors.map((factor, index) => [factor, edges[index + 1]! - edges[index]!]));
  });

export const opportunity: fc.Arbitrary<MatchOpportunity> = fc.record({
  id: fc.constantFrom("opp-1", "opp-2", "opp-3", "opp-4"),
  owner,
  applyBy: maybe(instant),
  startsOn: day,
  sectors: some(sector),
  markets: some(market),
  offers: some(support),
  certificates: some(certificate),
  languages: some(language),
  rules: fc.array(rule, { maxLength: 5 }),
  weights,
});

/** A toy maker and a toy programme that fit, to change one thing at a time. */
export const toyMaker: MatchMsme = {
  id: "toy-maker",
  standing: { status: "vetted", until: "2027-07-01T00:00:00Z", total: 15 },
  province: "ZJ",
  industry: "industry",
  employees: 86,
  revenueWan: 2400,
  exportingSince: 2022,
  products: ["950300"],
  certificates: [{ code: "EN 71", expiresOn: "2027-12-31" }, { code: "CE" }],
  targets: ["DE"],
  exported: ["JP"],
  needs: ["sourcing", "certification"],
  languages: ["zh", "en"],
  endorsements: [],
};
export const toyProgramme: MatchOpportunity = {
  id: "toy-programme",
  owner: "mnc-a",
  applyBy: "2026-12-31T15:59:00Z",
  startsOn: "2027-02-01",
  sectors: ["95"],
  markets: ["DE", "GB"],
  offers: ["sourcing", "mentoring"],
  certificates: ["EN 71", "CE", "FSC"],
  languages: ["en"],
  rules: [
    { rule: "vetted" },
    { rule: "size", in: ["micro", "small"] },
    { rule: "sector", in: ["95"] },
    { rule: "certificate", anyOf: ["EN 71"] },
  ],
  weights: {
    sector: 30,
    market: 20,
    certificates: 15,
    needs: 15,
    readiness: 10,
    endorsement: 5,
    language: 5,
  },
};
