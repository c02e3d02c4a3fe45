import { z } from "zod";
import { shippedStandard } from "#app/modules/msmes/size-class.ts";
import { namesOf, word } from "./explain.ts";
import { isHsCode } from "./hs.ts";
import { matchAll } from "./match.ts";
import { defaultWeights, factors, type Match } from "./types.ts";

/** The file of `npm run match`, described in docs/match-file.md. Unknown fields are errors: a typo must not count as "not stated". */

const day = z.iso.date("expected a day, YYYY-MM-DD");
const instant = z.iso.datetime({
  offset: true,
  error: "expected an instant with zone, like 2026-11-22T04:00:00Z",
});
const id = z.string().min(1).max(120);
const list = <T extends z.ZodType>(one: T) => z.array(one).max(1000);
const market = z.string().regex(/^[A-Z]{2}$/, "expected an ISO 3166-1 alpha-2 code in capitals");
const figure = z.number().nonnegative("expected zero or more");
const year = z.int().min(1900, "expected a year").max(2200, "expected a year");
const service = /^svc(-[a-z0-9-]+)?$/;
const product = z
  .string()
  .refine(
    (code) => isHsCode(code) || service.test(code),
    "expected an HS code of 2, 4 or 6 digits, or a service code (svc-…)",
  );
const sector = z
  .string()
  .refine(
    (code) => isHsCode(code) || service.test(code) || /^S-[IVX]+$/.test(code),
    "expected an HS section (S-XX), chapter, heading or subheading, or a service code (svc-…)",
  );

const standing = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("vetted"), until: instant, total: z.number().min(0).max(20) }),
  z.strictObject({ status: z.literal("lapsed"), since: instant }),
  z.strictObject({ status: z.literal("underReview"), since: instant }),
  z.strictObject({ status: z.literal("suspended") }),
  z.strictObject({ status: z.literal("unvetted") }),
]);

const msme = z.strictObject({
  id,
  standing,
  province: z.string().nullish(),
  industry: z.string().nullish(),
  employees: figure.nullish(),
  revenueWan: figure.nullish(),
  assetsWan: figure.nullish(),
  exportingSince: year.nullable().optional(),
  products: list(product).optional(),
  certificates: list(z.strictObject({ code: id, expiresOn: day.nullish() })).optional(),
  targets: list(market).optional(),
  exported: list(market).optional(),
  needs: list(id).optional(),
  languages: list(id).optional(),
  endorsements: list(
    z.strictObject({ by: id, sectors: list(sector), markets: list(market), until: instant }),
  ).optional(),
});

const some = <T extends z.ZodType>(one: T) => z.array(one).min(1, "expected at least one entry").max(1000);
const bounds = { min: figure.optional(), max: figure.optional() };
const rule = z
  .discriminatedUnion("rule", [
    z.strictObject({ rule: z.literal("vetted") }),
    z.strictObject({ rule: z.literal("size"), in: some(z.enum(["micro", "small", "medium", "large"])) }),
    z.strictObject({ rule: z.literal("sector"), in: some(sector) }),
    z.strictObject({ rule: z.literal("province"), in: some(id) }),
    z.strictObject({ rule: z.literal("certificate"), anyOf: some(id) }),
    z.strictObject({ rule: z.literal("market"), anyOf: some(market) }),
    z.strictObject({ rule: z.literal("employees"), ...bounds }),
    z.strictObject({ rule: z.literal("revenueWan"), ...bounds }),
    z.strictObject({ rule: z.literal("exportYears"), ...bounds }),
    z.strictObject({ rule: z.literal("endorsed"), byOwner: z.boolean().optional() }),
    z.strictObject({ rule: z.literal("language"), anyOf: some(id) }),
  ])
  .refine(
    (one) => !("min" in one || "max" in one) || (one.min ?? 0) <= (one.max ?? Infinity),
    "min must not be above max",
  );

const weights = z
  .strictObject(
    Object.fromEntries(factors.map((factor) => [factor, z.int("expected a whole number").min(0).optional()])),
  )
  .refine(
    (given) => Object.values(given).reduce<number>((sum, one) => sum + (one ?? 0), 0) === 100,
    "weights must sum to 100",
  );

const opportunity = z.strictObject({
  id,
  owner: id,
  applyBy: instant.optional(),
  startsOn: day,
  sectors: list(sector).default([]),
  markets: list(market).default([]),
  offers: list(id).default([]),
  certificates: list(id).default([]),
  languages: list(id).default([]),
  rules: list(rule).default([]),
  weights: weights.default(defaultWeights),
});

const matchFile = z
  .strictObject({ now: instant, msmes: z.array(msme), opportunities: z.array(opportunity) })
  .check((ctx) => {
    for (const name of ["msmes", "opportunities"] as const) {
      const seen = new Set<string>();
      for (const [index, one] of ctx.value[name].entries()) {
        if (seen.has(one.id)) {
          ctx.issues.push({
            code: "custom",
            path: [name, index, "id"],
            message: `"${one.id}" is there twice`,
            input: one.id,
          });
        }
        seen.add(one.id);
      }
    }
  });

/** What is wrong with a file: one line that says what and where. */
export class MatchFileError extends Error {}

/**
 * Matches every firm of a file with every opportunity, sizes by the standard that the product ships; reasons worded
 * in English unless asked otherwise.
 *
 * @throws MatchFileError when the text is no JSON or not of this shape.
 */
export function matchFileText(text: string, lang: "en" | "zh" = "en") {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new MatchFileError(`not JSON: ${(error as Error).message.replace(/\s+/g, " ").slice(0, 200)}`);
  }
  const checked = matchFile.safeParse(parsed);
  if (!checked.success) throw new MatchFileError(firstIssue(checked.error));
  const { now, msmes, opportunities } = checked.data;
  return matchAll(msmes, opportunities, now, shippedStandard).map((match) => worded(match, lang));
}

function worded(match: Match, lang: "en" | "zh") {
  const names = namesOf(lang);
  return {
    msme: match.msme,
    opportunity: match.opportunity,
    eligible: match.eligible,
    status: match.status,
    rules: match.rules.map(({ rule, ok, reason, field }) => ({
      rule,
      ok,
      reason: word(lang, "reasons", reason, names),
      key: reason.key,
      field,
    })),
    score: match.score,
    contributions: match.contributions.map(({ evidence, ...one }) => ({
      ...one,
      evidence: word(lang, "evidence", evidence, names),
    })),
    raises: match.raises.map(({ change, ...one }) => ({
      change: word(lang, "changes", change, names),
      ...one,
    })),
  };
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]!;
  const where = issue.path.reduce<string>(
    (path, step) =>
      typeof step === "number" ? `${path}[${step}]` : path ? `${path}.${String(step)}` : String(step),
    "",
  );
  const what =
    issue.code === "unrecognized_keys"
      ? `unknown field ${issue.keys.map((key) => `"${key}"`).join(", ")}`
      : issue.message;
  return `${where || "the file"}: ${what}`;
}
