import standards from "./size-standards.json" with { type: "json" };

/** Smallest first; the standard takes the lowest class among an industry's indicators. */
export const sizeClasses = ["micro", "small", "medium", "large"] as const;
export type SizeClass = (typeof sizeClasses)[number];

export const indicators = ["employees", "revenueWan", "assetsWan"] as const;
export type Indicator = (typeof indicators)[number];

type Bounds = { small: number; medium: number; large: number };
export type Industry = {
  id: string;
  nameEn: string;
  nameZh: string;
  scopeEn: string;
  scopeZh: string;
  gbt4754: string[];
  /** Lower bounds; each number belongs to the class it opens. Persons, or 10,000 yuan. */
  lowerBounds: Partial<Record<Indicator, Bounds>>;
};

/** MIIT Lianqiye [2011] No. 300, with its date and address; see size-standards.json. */
export const sizeStandard = standards as unknown as Omit<typeof standards, "industries"> & {
  industries: Industry[];
};

export type SizeInput = { industry?: string | null | undefined } & {
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
  | { kind: "notCovered"; industry: (typeof standards.notCovered)[number] }
  | { kind: "unknownIndustry" };

/**
 * Size class of an enterprise in mainland China: the lowest class among the indicators that its industry uses
 * (中小企业划型标准规定, 工信部联企业〔2011〕300号). With an indicator missing the answer is a range, never a guess;
 * when what is known already says micro, nothing can raise it and the answer is micro.
 */
export function sizeClass(input: SizeInput): SizeResult {
  const excluded = sizeStandard.notCovered.find((row) => row.id === input.industry);
  if (excluded) return { kind: "notCovered", industry: excluded };
  const industry = sizeStandard.industries.find((row) => row.id === input.industry);
  if (!industry) return { kind: "unknownIndustry" };

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
export function possibleClasses(input: SizeInput): SizeClass[] {
  const result = sizeClass(input);
  if (result.kind === "class") return [result.class];
  if (result.kind === "undetermined") return result.possible;
  return result.kind === "unknownIndustry" && !input.industry ? [...sizeClasses] : [];
}

function classOf(value: number, bounds: Bounds): SizeClass {
  if (value >= bounds.large) return "large";
  if (value >= bounds.medium) return "medium";
  return value >= bounds.small ? "small" : "micro";
}
