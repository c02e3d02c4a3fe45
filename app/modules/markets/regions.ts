import type { Lang } from "#app/platform/context.ts";

/** How markets are grouped on the page, in reading order. Worded in i18n (guides.regions). */
export const regionGroups = [
  "europe",
  "americas",
  "east-asia-oceania",
  "southeast-asia",
  "south-central-asia",
  "middle-east-africa",
  "further",
] as const;
export type RegionGroup = (typeof regionGroups)[number];

const groupOf: Record<string, RegionGroup> = {
  europe: "europe",
  "europe-central-asia": "europe",
  "europe-middle-east": "europe",
  "north-america": "americas",
  "latin-america": "americas",
  "east-asia": "east-asia-oceania",
  oceania: "east-asia-oceania",
  "southeast-asia": "southeast-asia",
  "south-asia": "south-central-asia",
  "central-asia": "south-central-asia",
  "middle-east": "middle-east-africa",
  africa: "middle-east-africa",
  "africa-middle-east": "middle-east-africa",
};

/** The group of a market's region slug; what an import opened without a region stands among the further ones. */
export function regionGroup(region: string | null): RegionGroup {
  return (region && groupOf[region]) || "further";
}

/** By name as readers of `lang` sort names: Chinese ones by their pinyin. */
export function inNameOrder<M extends { nameEn: string; nameZh: string }>(markets: M[], lang: Lang): M[] {
  const name = (market: M) => (lang === "zh" ? market.nameZh : market.nameEn);
  return [...markets].sort((a, b) => name(a).localeCompare(name(b), lang));
}

export function isRegionGroup(value: string | null): value is RegionGroup {
  return (regionGroups as readonly (string | null)[]).includes(value);
}
