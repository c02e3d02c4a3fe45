import { checkRules, exportYears, holdsCertificate, liveEndorsements } from "./eligibility.ts";
import { bestFit } from "./hs.ts";
import { contributions } from "./scoring.ts";
import type { SizeStandard } from "#app/modules/msmes/size-class.ts";
import type { MatchMsme, MatchOpportunity, Message, Params, Raise, RuleName } from "./types.ts";
import { certificateKey } from "./vocabulary.ts";

type Candidate = { change: Message; field: string; after: MatchMsme };

/** A vetting that just passes (10 of 20): the least a firm can count on. */
const passMark = 10;

/**
 * What the firm could change so that its score rises or a rule opens. Each candidate is tried: the changed profile
 * goes through the same rules and the same sum, and the difference is what is promised. Best first: what makes the
 * firm eligible, then what opens most rules, then the points.
 */
export function findRaises(
  msme: MatchMsme,
  opportunity: MatchOpportunity,
  now: string,
  standard: SizeStandard,
): Raise[] {
  const before = contributions(msme, opportunity, now).score;
  const rulesBefore = checkRules(msme, opportunity, now, standard);
  const raises: Raise[] = [];
  const tried = new Set<string>();
  for (const { change, field, after } of candidates(msme, opportunity, now)) {
    if (tried.has(textOf(change))) continue;
    tried.add(textOf(change));
    const rules = checkRules(after, opportunity, now, standard);
    const unlocks: RuleName[] = rules
      .filter((rule, index) => rule.ok === true && rulesBefore[index]!.ok !== true)
      .map((rule) => rule.rule);
    const points = contributions(after, opportunity, now).score - before;
    if (points <= 0 && unlocks.length === 0) continue;
    const makesEligible = unlocks.length > 0 && rules.every((rule) => rule.ok === true);
    raises.push({ change, field, points: Math.max(0, points), unlocks, makesEligible });
  }
  return raises.sort(
    (a, b) =>
      Number(b.makesEligible) - Number(a.makesEligible) ||
      b.unlocks.length - a.unlocks.length ||
      b.points - a.points ||
      (textOf(a.change) < textOf(b.change) ? -1 : 1),
  );
}

const vettingStep = {
  unvetted: "vetting.apply",
  underReview: "vetting.finish",
  suspended: "vetting.clear",
  lapsed: "vetting.renew",
  vetted: "vetting.renew",
} as const;

const textOf = ({ key, params }: Message) => `${key} ${JSON.stringify(params)}`;

function candidates(msme: MatchMsme, opportunity: MatchOpportunity, now: string): Candidate[] {
  const list: Candidate[] = [];
  const add = (key: string, params: Params, field: string, change: Partial<MatchMsme>) =>
    list.push({ change: { key, params }, field, after: { ...msme, ...change } });

  const { standing } = msme;
  if (standing.status !== "vetted" || Date.parse(standing.until) <= Date.parse(now)) {
    add(vettingStep[standing.status], {}, "vetting", {
      standing: { status: "vetted", until: "9999-12-31T00:00:00Z", total: passMark },
    });
  }

  for (const code of wantedCertificates(opportunity)) {
    const { valid, expired } = holdsCertificate(msme, code, opportunity.startsOn);
    if (valid) continue;
    const others = (msme.certificates ?? []).filter(
      (one) => certificateKey(one.code) !== certificateKey(code),
    );
    add(expired ? "certificate.renew" : "certificate.add", { certificate: code }, "certificates", {
      certificates: [...others, { code, expiresOn: null }],
    });
  }

  const targets = msme.targets ?? [];
  const marketRule = opportunity.rules.flatMap((rule) => (rule.rule === "market" ? rule.anyOf : []));
  for (const market of new Set([...opportunity.markets, ...marketRule].sort())) {
    if (targets.includes(market)) continue;
    add("market.add", { markets: [market] }, "targets", { targets: [...targets, market] });
  }

  const needs = msme.needs ?? [];
  for (const offer of [...new Set(opportunity.offers)].sort()) {
    if (!needs.includes(offer)) add("need.add", { needs: [offer] }, "needs", { needs: [...needs, offer] });
  }

  addProducts(msme, opportunity, add);

  const languages = msme.languages ?? [];
  const languageRule = opportunity.rules.flatMap((rule) => (rule.rule === "language" ? rule.anyOf : []));
  for (const language of new Set([...opportunity.languages, ...languageRule].sort())) {
    if (languages.includes(language)) continue;
    add("language.add", { languages: [language] }, "languages", { languages: [...languages, language] });
  }

  if (!liveEndorsements(msme, now).some((one) => one.by === opportunity.owner)) {
    add("endorsement.ask", { by: opportunity.owner }, "endorsements", {
      endorsements: [
        ...(msme.endorsements ?? []),
        { by: opportunity.owner, sectors: [], markets: [], until: "9999-12-31T00:00:00Z" },
      ],
    });
  }

  addUnstated(msme, opportunity, now, add);
  return list;
}

function wantedCertificates({ certificates, rules }: MatchOpportunity): string[] {
  const demanded = rules.flatMap((rule) => (rule.rule === "certificate" ? rule.anyOf : []));
  return [
    ...new Map([...certificates, ...demanded].map((code) => [certificateKey(code), code])).values(),
  ].sort();
}

type Add = (key: string, params: Params, field: string, change: Partial<MatchMsme>) => void;

/** A code that is too short can be made longer; a firm without products can name one. Never an invented product. */
function addProducts(msme: MatchMsme, opportunity: MatchOpportunity, add: Add): void {
  const ruled = opportunity.rules.flatMap((rule) => (rule.rule === "sector" ? rule.in : []));
  const sectors = ruled.length > 0 ? ruled : opportunity.sectors;
  const products = msme.products ?? [];
  const first = [...sectors].sort()[0];
  if (first === undefined) return;
  if (products.length === 0) {
    add("product.state", { sectors }, "products", { products: [first] });
    return;
  }
  const best = bestFit(products, sectors);
  if (best?.level !== "broader") return;
  const longer = products.map((code) => (code === best.product ? best.sector : code));
  add("product.specify", { product: best.product, sector: [best.sector] }, "products", { products: longer });
}

/** Facts that were not stated: tried at a value the rule accepts, worded as "if so, say it". */
function addUnstated(msme: MatchMsme, opportunity: MatchOpportunity, now: string, add: Add): void {
  for (const rule of opportunity.rules) {
    if (rule.rule === "employees" || rule.rule === "revenueWan") {
      if (msme[rule.rule] === undefined || msme[rule.rule] === null) {
        add(`${rule.rule}.state`, {}, rule.rule, { [rule.rule]: rule.min ?? rule.max ?? 0 });
      }
    }
    if (rule.rule === "province" && !msme.province) {
      add("province.state", {}, "province", { province: rule.in[0] });
    }
    if (rule.rule === "size") addSize(rule.in, msme, add);
  }
  if (exportYears(msme, now) === undefined) {
    const rule = opportunity.rules.find((one) => one.rule === "exportYears");
    const years = rule?.rule === "exportYears" ? (rule.min ?? Math.min(3, rule.max ?? 3)) : 3;
    const since = years === 0 ? null : Number(now.slice(0, 4)) - years;
    add("export.state", {}, "exportingSince", { exportingSince: since });
  }
}

function addSize(wanted: string[], msme: MatchMsme, add: Add): void {
  if (!msme.industry && !msme.division) {
    add("size.state", {}, "industry", exampleOf(wanted, { industry: "industry" }));
    return;
  }
  for (const indicator of ["employees", "revenueWan", "assetsWan"] as const) {
    if (msme[indicator] !== undefined && msme[indicator] !== null) continue;
    add(`${indicator}.state`, {}, indicator, exampleOf(wanted, msme));
    return;
  }
}

/** Figures that would put the firm into a wanted class: what it has, and the rest filled with such values. */
function exampleOf(wanted: string[], { industry, employees, revenueWan, assetsWan }: Partial<MatchMsme>) {
  const top = wanted.includes("medium") ? 500 : wanted.includes("small") ? 100 : 5;
  return {
    industry,
    employees: employees ?? top,
    revenueWan: revenueWan ?? (top === 5 ? 0 : top === 100 ? 500 : 10_000),
    assetsWan: assetsWan ?? (top === 5 ? 0 : top === 100 ? 1_000 : 10_000),
  };
}
