/** Who may see a field group, from the fewest to everybody; each level includes those before it. */
export const disclosureLevels = ["staff", "endorsers", "matched", "network", "public"] as const;
export type DisclosureLevel = (typeof disclosureLevels)[number];
