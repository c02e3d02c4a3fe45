import type { Lang } from "#app/platform/context.ts";

type Sector = { code: string; nameEn: string; nameZh: string };

/** The customs wording up to its first semicolon: "Toys, games and sports requisites; parts and …" */
export function shortSectorName(lang: Lang, { nameEn, nameZh }: Sector): string {
  return lang === "zh" ? nameZh : nameEn.split(";")[0]!;
}

/** Short name with its HS chapter; services and sections have no number that helps a reader. */
export function sectorLabel(lang: Lang, sector: Sector): string {
  const name = shortSectorName(lang, sector);
  if (!/^\d/.test(sector.code)) return name;
  return lang === "zh" ? `${name}（HS ${sector.code}）` : `${name} (HS ${sector.code})`;
}
