import type { ProfileGroup } from "./groups.ts";
import { readinessQuestions } from "./readiness.ts";
import { sizeClass, type SizeStandard } from "./size-class.ts";

/** What completeness looks at; a part of the profile. */
export type Stated = {
  division: string | null;
  industry: string | null;
  employees: number | null;
  revenueWan: number | null;
  assetsWan: number | null;
  summaryEn: string;
  summaryZh: string;
  statedGroups: readonly string[];
  products: readonly unknown[];
  capabilities: readonly unknown[];
  capacityEn: string;
  capacityZh: string;
  certificates: readonly unknown[];
  targets: readonly unknown[];
  needs: readonly unknown[];
  languages: readonly unknown[];
  readiness: Readonly<Record<string, number>>;
};

export const profileItems = [
  "products",
  "industry",
  "figures",
  "certificates",
  "targets",
  "exportingSince",
  "needs",
  "languages",
  "capabilities",
  "summary",
  "readiness",
] as const;
export type ProfileItem = (typeof profileItems)[number];

/**
 * How much of a profile is there, and which missing item is the most useful next. The order is that of how many
 * conditions and points hang on an item: products and size decide most of them, the summary decides none.
 * `standard` is the size standard in force.
 */
export function completeness(
  profile: Stated,
  standard: SizeStandard,
): {
  done: ProfileItem[];
  missing: { item: ProfileItem; field: string }[];
  percent: number;
} {
  const stated = (group: ProfileGroup) => profile.statedGroups.includes(group);
  const size = sizeClass(profile, standard);
  const gap = size.kind === "undetermined" ? size.missing[0]! : undefined;
  const state: Record<ProfileItem, { ok: boolean; field: string }> = {
    products: { ok: profile.products.length > 0, field: "products" },
    industry: { ok: profile.industry !== null || profile.division !== null, field: "division" },
    figures: {
      ok: size.kind === "class" || size.kind === "notCovered",
      field: gap ?? (profile.employees === null ? "employees" : "revenueWan"),
    },
    certificates: { ok: profile.certificates.length > 0 || stated("certificates"), field: "certificates" },
    targets: { ok: profile.targets.length > 0, field: "targets" },
    exportingSince: { ok: stated("export"), field: "exportingSince" },
    needs: { ok: profile.needs.length > 0, field: "needs" },
    languages: { ok: profile.languages.length > 0, field: "languages" },
    capabilities: {
      ok: profile.capabilities.length > 0 || profile.capacityZh !== "" || profile.capacityEn !== "",
      field: "capabilities",
    },
    readiness: {
      ok: readinessQuestions.every(({ id }) => profile.readiness[id] !== undefined),
      field: "readiness",
    },
    summary: { ok: profile.summaryZh !== "" || profile.summaryEn !== "", field: "summaryZh" },
  };
  const done = profileItems.filter((item) => state[item].ok);
  return {
    done,
    missing: profileItems
      .filter((item) => !state[item].ok)
      .map((item) => ({ item, field: state[item].field })),
    percent: Math.round((done.length / profileItems.length) * 100),
  };
}
