import type { Lang } from "#app/platform/context.ts";

type Sector = { code: string; nameEn: string; nameZh: string };

/** Everyday English for chapters whose customs wording runs long; the rest is cut at its first semicolon. */
const everyday: Record<string, string> = {
  "04": "Dairy, eggs and honey",
  "09": "Coffee, tea and spices",
  "12": "Oil seeds and medicinal plants",
  "16": "Meat and fish preparations",
  "19": "Cereal and bakery products",
  "20": "Fruit and vegetable preparations",
  "21": "Other food preparations",
  "24": "Tobacco",
  "28": "Inorganic chemicals",
  "32": "Dyes, paints and inks",
  "33": "Cosmetics and perfumery",
  "34": "Soap and cleaning products",
  "39": "Plastics",
  "40": "Rubber",
  "42": "Leather goods, bags and pet gear",
  "44": "Wood and bamboo goods",
  "46": "Basketware",
  "48": "Paper and board",
  "49": "Printed matter",
  "61": "Knitted clothing",
  "62": "Woven clothing",
  "63": "Home textiles",
  "64": "Footwear",
  "68": "Stone and cement goods",
  "69": "Ceramics",
  "70": "Glass",
  "71": "Jewellery and precious metals",
  "73": "Iron and steel goods",
  "76": "Aluminium goods",
  "82": "Tools and cutlery",
  "83": "Other metal goods",
  "84": "Machinery",
  "85": "Electrical equipment",
  "87": "Vehicles and parts",
  "90": "Instruments and medical devices",
  "94": "Furniture, bedding and lamps",
  "95": "Toys, games and sports goods",
  "96": "Other manufactured goods",
};

/** A sector's name in a list or a sentence. */
export function shortSectorName(lang: Lang, { code, nameEn, nameZh }: Sector): string {
  return lang === "zh" ? nameZh : (everyday[code] ?? nameEn.split(";")[0]!);
}

/** Short name with its HS chapter; services and sections have no number that helps a reader. */
export function sectorLabel(lang: Lang, sector: Sector): string {
  const name = shortSectorName(lang, sector);
  if (!/^\d/.test(sector.code)) return name;
  return lang === "zh" ? `${name}（HS ${sector.code}）` : `${name} (HS ${sector.code})`;
}
