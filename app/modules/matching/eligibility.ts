import { possibleClasses, sizeClass, type SizeStandard } from "#app/modules/msmes/size-class.ts";
import { bestFit } from "./hs.ts";
import type { MatchMsme, MatchOpportunity, Params, Rule, RuleName, RuleResult } from "./types.ts";
import { certificateKey } from "./vocabulary.ts";

/** Year of an ISO day or instant. */
const yearOf = (iso: string) => Number(iso.slice(0, 4));
const dayOf = (iso: string) => iso.slice(0, 10);

/** Whole calendar years of export; undefined when the firm has not said. */
export function exportYears(msme: MatchMsme, now: string): number | undefined {
  if (msme.exportingSince === undefined) return undefined;
  return msme.exportingSince === null ? 0 : Math.max(0, yearOf(now) - msme.exportingSince);
}

/** Is this certificate in the profile and still valid when the opportunity starts? */
export function holdsCertificate(msme: MatchMsme, code: string, startsOn: string) {
  const key = certificateKey(code);
  const held = (msme.certificates ?? []).filter((certificate) => certificateKey(certificate.code) === key);
  const valid = held.find((certificate) => !certificate.expiresOn || certificate.expiresOn >= startsOn);
  const expired = valid
    ? undefined
    : held
        .map((certificate) => certificate.expiresOn ?? "")
        .sort()
        .at(-1);
  return { valid, expired };
}

/** Endorsements that count now; ended ones never do. */
export function liveEndorsements(msme: MatchMsme, now: string) {
  return (msme.endorsements ?? []).filter((one) => Date.parse(one.until) > Date.parse(now));
}

/**
 * The hard rules, each with its answer: yes, no, or unknown (the firm has to be asked). Whether applications are
 * still taken comes first.
 */
export function checkRules(
  msme: MatchMsme,
  opportunity: MatchOpportunity,
  now: string,
  standard: SizeStandard,
): RuleResult[] {
  const results: RuleResult[] = [];
  if (opportunity.applyBy) {
    const open = Date.parse(now) <= Date.parse(opportunity.applyBy);
    const params = { date: dayOf(opportunity.applyBy) };
    results.push(answer("open", open, open ? "open.yes" : "open.no", params, null));
  }
  for (const rule of opportunity.rules) {
    results.push(checkRule(rule, msme, opportunity, now, standard));
  }
  return results;
}

function answer(
  rule: RuleName,
  ok: boolean | null,
  key: string,
  params: Params,
  field: string | null,
): RuleResult {
  return { rule, ok, reason: { key, params }, field };
}

function checkRule(
  rule: Rule,
  msme: MatchMsme,
  opportunity: MatchOpportunity,
  now: string,
  standard: SizeStandard,
): RuleResult {
  switch (rule.rule) {
    case "vetted":
      return checkStanding(msme, now);
    case "size":
      return checkSize(rule.in, msme, standard);
    case "sector":
      return checkSector(rule.in, msme);
    case "province": {
      const params = { provinces: rule.in, ...(msme.province ? { province: [msme.province] } : {}) };
      if (!msme.province) return answer("province", null, "province.unknown", params, "province");
      const ok = rule.in.includes(msme.province);
      return answer("province", ok, ok ? "province.yes" : "province.no", params, "province");
    }
    case "certificate":
      return checkCertificate(rule.anyOf, msme, opportunity.startsOn);
    case "market":
      return checkMarket(rule.anyOf, msme);
    case "employees":
    case "revenueWan":
      return checkRange(rule.rule, msme[rule.rule] ?? undefined, rule, rule.rule);
    case "exportYears":
      return checkRange("exportYears", exportYears(msme, now), rule, "exportingSince");
    case "endorsed": {
      const counted = liveEndorsements(msme, now).filter(
        (one) => !rule.byOwner || one.by === opportunity.owner,
      );
      const first = counted.sort((a, b) => (a.by < b.by ? -1 : 1))[0];
      if (first)
        return answer(
          "endorsed",
          true,
          "endorsed.yes",
          { by: first.by, date: dayOf(first.until) },
          "endorsements",
        );
      return rule.byOwner
        ? answer("endorsed", false, "endorsed.noOwner", { by: opportunity.owner }, "endorsements")
        : answer("endorsed", false, "endorsed.no", {}, "endorsements");
    }
    case "language": {
      const params = { languages: rule.anyOf };
      if (!msme.languages) return answer("language", null, "language.unknown", params, "languages");
      const spoken = rule.anyOf.filter((language) => msme.languages!.includes(language));
      return spoken.length > 0
        ? answer("language", true, "language.yes", { languages: spoken }, "languages")
        : answer("language", false, "language.no", params, "languages");
    }
  }
}

function checkStanding({ standing }: MatchMsme, now: string): RuleResult {
  if (standing.status === "vetted" && Date.parse(standing.until) > Date.parse(now)) {
    return answer("vetted", true, "vetted.yes", { date: dayOf(standing.until) }, "vetting");
  }
  if (standing.status === "vetted" || standing.status === "lapsed") {
    const date = dayOf(standing.status === "vetted" ? standing.until : standing.since);
    return answer("vetted", false, "vetted.lapsed", { date }, "vetting");
  }
  if (standing.status === "underReview") {
    return answer("vetted", false, "vetted.underReview", { date: dayOf(standing.since) }, "vetting");
  }
  const key = standing.status === "suspended" ? "vetted.suspended" : "vetted.no";
  return answer("vetted", false, key, {}, "vetting");
}

function checkSize(wanted: string[], msme: MatchMsme, standard: SizeStandard): RuleResult {
  const result = sizeClass(msme, standard);
  if (result.kind === "notCovered") {
    return answer("size", null, "size.notCovered", { sizes: wanted }, "industry");
  }
  const possible = possibleClasses(msme, standard);
  const params = { sizes: wanted, possible };
  const field = result.kind === "undetermined" ? result.missing[0]! : "industry";
  if (possible.length === 0) return answer("size", null, "size.unknown", { sizes: wanted }, field);
  if (possible.every((one) => wanted.includes(one))) return answer("size", true, "size.yes", params, field);
  if (!possible.some((one) => wanted.includes(one))) return answer("size", false, "size.no", params, field);
  return answer("size", null, possible.length === 4 ? "size.unknown" : "size.range", params, field);
}

function checkSector(wanted: string[], msme: MatchMsme): RuleResult {
  const params: Params = { sectors: wanted };
  if (!msme.products) return answer("sector", null, "sector.unknown", params, "products");
  const best = bestFit(msme.products, wanted);
  if (!best) return answer("sector", false, "sector.no", params, "products");
  const found: Params = { ...params, product: best.product, sector: [best.sector] };
  if (best.level === "within") return answer("sector", true, "sector.yes", found, "products");
  if (best.level === "broader") return answer("sector", null, "sector.broader", found, "products");
  return answer("sector", false, "sector.no", params, "products");
}

function checkCertificate(anyOf: string[], msme: MatchMsme, startsOn: string): RuleResult {
  const params: Params = { certificates: anyOf };
  const say = (ok: boolean | null, key: string, more: Params = {}) =>
    answer("certificate", ok, key, { ...params, ...more }, "certificates");
  if (!msme.certificates) return say(null, "certificate.unknown");
  const held = anyOf.map((code) => ({ code, ...holdsCertificate(msme, code, startsOn) }));
  const valid = held.find((one) => one.valid);
  if (valid) {
    const until = valid.valid!.expiresOn;
    return say(true, until ? "certificate.yes" : "certificate.yesForGood", {
      certificate: valid.code,
      ...(until ? { date: until } : {}),
    });
  }
  const expired = held.find((one) => one.expired);
  if (!expired) return say(false, "certificate.no");
  return say(false, "certificate.expired", {
    certificate: expired.code,
    date: expired.expired!,
    start: startsOn,
  });
}

function checkMarket(anyOf: string[], msme: MatchMsme): RuleResult {
  const reached = anyOf.filter((code) => msme.targets?.includes(code) || msme.exported?.includes(code));
  if (reached.length > 0) return answer("market", true, "market.yes", { markets: reached }, "targets");
  // Either list could hold one of them; a firm that has never exported has said that the second is empty.
  const allStated = msme.targets && (msme.exported || msme.exportingSince === null);
  if (!allStated) return answer("market", null, "market.unknown", { markets: anyOf }, "targets");
  return answer("market", false, "market.no", { markets: anyOf }, "targets");
}

function checkRange(
  rule: "employees" | "revenueWan" | "exportYears",
  value: number | undefined,
  { min, max }: { min?: number | undefined; max?: number | undefined },
  field: string,
): RuleResult {
  const params: Params = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(value === undefined ? {} : { value }),
  };
  if (value === undefined) return answer(rule, null, `${rule}.unknown`, params, field);
  const ok = (min === undefined || value >= min) && (max === undefined || value <= max);
  return answer(rule, ok, `${rule}.${ok ? "yes" : "no"}`, params, field);
}
