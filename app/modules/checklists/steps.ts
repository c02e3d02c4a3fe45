import type { Topic } from "#db/schema/topics.ts";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import { concerns } from "./product.ts";

export const stages = ["quote", "ship", "after"] as const;
type Stage = (typeof stages)[number];

const stepKeys = [
  "hs",
  "agreement",
  "noAgreement",
  "remedies",
  "rule",
  "representative",
  "rights",
  "terms",
  "tests",
  "labels",
  "documents",
  "importRule",
  "origin",
  "freight",
  "clearance",
  "tax",
  "lowValue",
  "payment",
  "returns",
] as const;
export type StepKey = (typeof stepKeys)[number];

export type Step = { step: StepKey; stage: Stage; topic: Topic; factKey: string | null };

/** When a step is due, in weeks from the first shipment; negative = before it. */
const weeks: Record<StepKey, number> = {
  hs: -18,
  agreement: -17,
  noAgreement: -17,
  remedies: -17,
  rule: -16,
  representative: -15,
  rights: -15,
  terms: -14,
  tests: -8,
  labels: -5,
  documents: -3,
  importRule: -3,
  origin: -1,
  freight: -3,
  clearance: 4,
  tax: 5,
  lowValue: 5,
  payment: 6,
  returns: 8,
};

/**
 * The steps of a first export to a market, in the order in which they are taken: before quoting, before shipping,
 * afterwards. Made from the market's own facts; rules that speak of other goods than the product's are left out.
 */
export function stepsFor(facts: MarketFact[], hs: string | null): { steps: Step[]; leftOut: MarketFact[] } {
  const known = facts.filter((fact) => !fact.gap);
  const rules = known.filter(
    ({ topic, kind }) => topic === "standards" && (kind === "mark" || kind === "regulation"),
  );
  const importRules = known.filter(
    ({ topic, kind }) => topic === "import-procedures" && kind === "regulation",
  );
  const agreements = known.filter(({ kind }) => kind === "fta");
  const inForce = agreements.filter(({ detail }) => {
    return detail.ftaKind !== "none" && detail.ftaKind !== "under negotiation";
  });
  const mine = (fact: MarketFact) => concerns(fact, hs) !== "other";
  // What names the product's own goods comes before what holds for all.
  const first = (all: MarketFact[]) =>
    all.filter(mine).sort((a, b) => Number(concerns(b, hs) === "own") - Number(concerns(a, hs) === "own"));
  const at = (step: StepKey, stage: Stage, topic: Topic, fact?: MarketFact): Step => ({
    ...{ step, stage, topic },
    factKey: fact?.key ?? null,
  });
  const ofKind = (kind: MarketFact["kind"], step: StepKey) =>
    known.filter((fact) => fact.kind === kind).map((fact) => at(step, "after", fact.topic, fact));
  const paying = known.find(({ kind, key }) => kind === "payment" && key.includes("b2b"));
  const steps = [
    at("hs", "quote", "tariffs-taxes"),
    ...(inForce.length > 0
      ? inForce.map((fact) => at("agreement", "quote", "tariffs-taxes", fact))
      : [at("noAgreement", "quote", "tariffs-taxes", agreements[0])]),
    at("remedies", "quote", "risks"),
    ...first(rules).map((fact) => at("rule", "quote", "standards", fact)),
    at("representative", "quote", "entry"),
    at("rights", "quote", "ip-contracts"),
    at("terms", "quote", "pricing-payment", paying),
    at("tests", "ship", "standards"),
    at("labels", "ship", "standards"),
    at("documents", "ship", "import-procedures"),
    ...first(importRules).map((fact) => at("importRule", "ship", "import-procedures", fact)),
    at("freight", "ship", "logistics"),
    ...inForce
      .filter(({ detail }) => detail.originProofEn || detail.originProofZh)
      .map((fact) => at("origin", "ship", "tariffs-taxes", fact)),
    at("clearance", "after", "import-procedures"),
    ...ofKind("vat", "tax"),
    ...ofKind("de_minimis", "lowValue"),
    at("payment", "after", "pricing-payment"),
    at("returns", "after", "channels"),
  ] satisfies Step[];
  return { steps, leftOut: [...rules, ...importRules].filter((fact) => !mine(fact)) };
}

/** The day a step should be done, counted from the first shipment; never before `today`. */
export function dueDay(step: StepKey, shipOn: string, today: string): string {
  const day = new Date(Date.parse(`${shipOn}T00:00:00Z`) + weeks[step] * 7 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return day < today ? today : day;
}

export const isStepKey = (text: string): text is StepKey => (stepKeys as readonly string[]).includes(text);
