import { classesAbove } from "./divisions.ts";
import shipped from "./size-standards.json" with { type: "json" };

/** Smallest first; the standard takes the lowest class among an industry's indicators. */
export const sizeClasses = ["micro", "small", "medium", "large"] as const;
export type SizeClass = (typeof sizeClasses)[number];

export const indicators = ["employees", "revenueWan", "assetsWan"] as const;
export type Indicator = (typeof indicators)[number];

/** The classes that have a lower bound. */
export const boundedClasses = ["small", "medium", "large"] as const;
export type Bounds = Record<(typeof boundedClasses)[number], number>;
export type Industry = {
  id: string;
  nameEn: string;
  nameZh: string;
  scopeEn: string;
  scopeZh: string;
  /** Sections, divisions and groups of GB/T 4754-2017; the narrowest entry anywhere in the standard wins. */
  gbt4754: string[];
  /** Lower bounds; each number belongs to the class it opens. Persons, or 10,000 yuan. */
  lowerBounds: Partial<Record<Indicator, Bounds>>;
};
export type NotCovered = {
  id: string;
  nameEn: string;
  nameZh: string;
  gbt4754: string[];
  whyEn: string;
  whyZh: string;
};

/** What a classification needs of a standard. Which version applies on a day: standards.server.ts. */
export type SizeStandard = { industries: Industry[]; notCovered: NotCovered[] };

/** A version of the standard, as pages name it. */
export type StandardVersion = SizeStandard & {
  id: string;
  /** 1 for the one the product came with. */
  number: number;
  effectiveOn: string;
  referenceEn: string;
  referenceZh: string;
  url: string | null;
};

/** Version 1: MIIT Lianqiye [2011] No. 300 (thresholds confirmed by 国统字〔2017〕213号); see size-standards.json. */
export const shippedStandard: StandardVersion = {
  id: "shipped",
  number: 1,
  effectiveOn: shipped.effectiveOn,
  referenceEn: shipped.titleEn,
  referenceZh: `${shipped.titleZh}（${shipped.refZh}）`,
  url: shipped.url,
  industries: shipped.industries as Industry[],
  notCovered: shipped.notCovered,
};

/** The industry by division where one was chosen, else by the standard's own id. */
export type SizeInput = { division?: string | null | undefined; industry?: string | null | undefined } & {
  [K in Indicator]?: number | null | undefined;
};

/** What one indicator says by itself. */
type Reading = { indicator: Indicator; value: number; class: SizeClass; bounds: Bounds };

export type SizeResult =
  | { kind: "class"; class: SizeClass; industry: Industry; readings: Reading[] }
  /** Something is missing: the classes that remain possible, smallest first, and what to ask for. */
  | {
      kind: "undetermined";
      possible: SizeClass[];
      industry: Industry;
      readings: Reading[];
      missing: Indicator[];
    }
  | { kind: "notCovered"; industry: NotCovered }
  | { kind: "unknownIndustry" };

/** The standard's row for a firm; undefined when nothing was chosen or the standard knows no such row. */
export function industryRow(
  { division, industry }: Pick<SizeInput, "division" | "industry">,
  standard: SizeStandard,
): { covered: Industry } | { excluded: NotCovered } | undefined {
  const wanted = division ? classesAbove(division) : industry ? [industry] : [];
  const of = (row: { id: string; gbt4754: string[] }) => (division ? row.gbt4754 : [row.id]);
  for (const code of wanted) {
    const excluded = standard.notCovered.find((row) => of(row).includes(code));
    if (excluded) return { excluded };
    const covered = standard.industries.find((row) => of(row).includes(code));
    if (covered) return { covered };
  }
  return undefined;
}

/**
 * Size class of an enterprise in mainland China: the lowest class among the indicators that its industry uses
 * (中小企业划型标准规定, 工信部联企业〔2011〕300号). With an indicator missing the answer is a range, never a guess;
 * when what is known already says micro, nothing can raise it and the answer is micro.
 */
export function sizeClass(input: SizeInput, standard: SizeStandard): SizeResult {
  const row = industryRow(input, standard);
  if (!row) return { kind: "unknownIndustry" };
  if ("excluded" in row) return { kind: "notCovered", industry: row.excluded };
  const industry = row.covered;

  const readings: Reading[] = [];
  const missing: Indicator[] = [];
  for (const indicator of indicators) {
    const bounds = industry.lowerBounds[indicator];
    if (!bounds) continue;
    const value = input[indicator];
    if (value === null || value === undefined) missing.push(indicator);
    else readings.push({ indicator, value, class: classOf(value, bounds), bounds });
  }
  const ceiling = Math.min(sizeClasses.length - 1, ...readings.map((r) => sizeClasses.indexOf(r.class)));
  if (missing.length === 0 || ceiling === 0) {
    return { kind: "class", class: sizeClasses[ceiling]!, industry, readings };
  }
  return { kind: "undetermined", possible: sizeClasses.slice(0, ceiling + 1), industry, readings, missing };
}

/** The classes a firm can be in; empty when the standard says nothing about it. */
export function possibleClasses(input: SizeInput, standard: SizeStandard): SizeClass[] {
  const result = sizeClass(input, standard);
  if (result.kind === "class") return [result.class];
  if (result.kind === "undetermined") return result.possible;
  const nothingChosen = !input.industry && !input.division;
  return result.kind === "unknownIndustry" && nothingChosen ? [...sizeClasses] : [];
}

/** One step of the explanation: "420 staff reaches 300", "revenue 1,800万 misses 2,000万". */
export type Measure = {
  indicator: Indicator;
  value: number;
  bound: number;
  boundClass: keyof Bounds;
  reaches: boolean;
};

/**
 * Why a firm is in its class and not in the next one up: every figure against the bound that decides between the
 * two. At the top all figures reach the bound of large.
 */
export function measures(result: Extract<SizeResult, { kind: "class" | "undetermined" }>): Measure[] {
  const found = result.kind === "class" ? result.class : result.possible.at(-1)!;
  const above = boundedClasses[Math.min(sizeClasses.indexOf(found), boundedClasses.length - 1)]!;
  return result.readings.map(({ indicator, value, bounds }) => ({
    indicator,
    value,
    bound: bounds[above],
    boundClass: above,
    reaches: value >= bounds[above],
  }));
}

function classOf(value: number, bounds: Bounds): SizeClass {
  if (value >= bounds.large) return "large";
  if (value >= bounds.medium) return "medium";
  return value >= bounds.small ? "small" : "micro";
}
