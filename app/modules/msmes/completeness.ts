import type { ProfileGroup } from "./schema.ts";
import { sizeClass } from "./size-class.ts";

/** What completeness looks at; a part of the profile. */
export type Stated = {
  industry: string | null;
  employees: number | null;
  revenueWan: number | null;
  assetsWan: number | null;
  summaryEn: string;
  summaryZh: string;
  statedGroups: readonly string[];
  products: readonly unknown[];
  certificates: readonly unknown[];
  targets: readonly unknown[];
  needs: readonly unknown[];
  languages: readonly unknown[];
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
  "summary",
] as const;
export type ProfileItem = (typeof profileItems)[number];

/**
 * How much of a profile is there, and which missing item is the most useful next. The order is that of how many
 * conditions and points hang on an item: products and size decide most of them, the summary decides none.
 */
export function completeness(profile: Stated): {
  done: ProfileItem[];
  missing: { item: ProfileItem; field: string }[];
  percent: number;
} {
  const stated = (group: ProfileGroup) => profile.statedGroups.includes(group);
  const size = sizeClass(profile);
  const gap = size.kind === "undetermined" ? size.missing[0]! : undefined;
  const state: Record<ProfileItem, { ok: boolean; field: string }> = {
    products: { ok: profile.products.length > 0, field: "products" },
    industry: { ok: profile.industry !== null, field: "industry" },
    figures: {
      ok: size.kind === "class" || size.kind === "notCovered",
      field: gap ?? (profile.employees === null ? "employees" : "revenueWan"),
    },
    certificates: { ok: profile.certificates.length > 0 || stated("certificates"), field: "certificates" },
    targets: { ok: profile.targets.length > 0, field: "targets" },
    exportingSince: { ok: stated("export"), field: "exportingSince" },
    needs: { ok: profile.needs.length > 0, field: "needs" },
    languages: { ok: profile.languages.length > 0, field: "languages" },
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
