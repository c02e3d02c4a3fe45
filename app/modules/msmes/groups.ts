import type { Profile } from "./queries.server.ts";
import type { GroupInput } from "./schema.ts";

/** The parts of an exporter profile that one form saves each, in the order in which a firm is led through them. */
export const profileGroups = [
  "firm",
  "about",
  "products",
  "capabilities",
  "certificates",
  "export",
  "markets",
  "needs",
  "languages",
] as const;
export type ProfileGroup = (typeof profileGroups)[number];

export function isProfileGroup(value: unknown): value is ProfileGroup {
  return profileGroups.includes(value as ProfileGroup);
}

/** What the firm itself has said, group by group; the rest of a profile follows from other records. */
export type Said = Omit<
  Profile,
  "organisation" | "standing" | "endorsements" | "readiness" | "photos" | "updatedAt" | "statedGroups"
>;

/**
 * What a group holds, field by field, in one order whatever the order of saving: two devices that hold the same have
 * equal values, and a field that differs can be named.
 */
export function groupValue(group: ProfileGroup, said: Said): Record<string, unknown> {
  const sorted = (list: string[]) => [...list].sort();
  switch (group) {
    case "firm": {
      const { division, industry, employees, revenueWan, assetsWan, underLargeControl } = said;
      return { division: division ?? industry, employees, revenueWan, assetsWan, underLargeControl };
    }
    case "about":
      return { summaryZh: said.summaryZh, summaryEn: said.summaryEn };
    case "products":
      return Object.fromEntries(said.products.map(({ hs, nameZh, nameEn }) => [hs, [nameZh, nameEn]]));
    case "capabilities":
      return {
        capabilities: sorted(said.capabilities),
        capacityZh: said.capacityZh,
        capacityEn: said.capacityEn,
      };
    case "certificates":
      return Object.fromEntries(
        said.certificates.map(({ code, issuer, expiresOn }) => [code, [issuer, expiresOn ?? ""]]),
      );
    case "export":
      return { exportingSince: said.exportingSince, exported: sorted(said.exported) };
    case "markets":
      return { targets: sorted(said.targets) };
    case "needs":
      return { needs: sorted(said.needs) };
    case "languages":
      return { languages: sorted(said.languages) };
  }
}

/** What would be said if this form were taken: to show in what it differs from what is saved. */
export function saidWith(said: Said, input: GroupInput): Said {
  switch (input.group) {
    case "firm": {
      const { division, employees, revenueWan, assetsWan, underLargeControl } = input.value;
      return {
        ...said,
        division: division ?? null,
        industry: division || said.division ? null : said.industry,
        employees: employees ?? null,
        revenueWan: revenueWan ?? null,
        assetsWan: assetsWan ?? null,
        underLargeControl: underLargeControl === undefined ? null : underLargeControl === "yes",
      };
    }
    case "certificates":
      return {
        ...said,
        certificates: input.value.certificates.map((one) => ({ ...one, expiresOn: one.expiresOn ?? null })),
      };
    default:
      return { ...said, ...input.value };
  }
}

/** The fields in which two values of a group differ; `null` where one side has none. */
export function differences(
  saved: Record<string, unknown>,
  typed: Record<string, unknown>,
): { field: string; saved: unknown; typed: unknown }[] {
  const fields = [...new Set([...Object.keys(saved), ...Object.keys(typed)])];
  return fields
    .map((field) => ({ field, saved: saved[field] ?? null, typed: typed[field] ?? null }))
    .filter((row) => JSON.stringify(row.saved) !== JSON.stringify(row.typed));
}
