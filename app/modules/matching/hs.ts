/** Last chapter of each HS section, in order (HS 2022). */
const sectionEnds: [string, number][] = [
  ["S-I", 5],
  ["S-II", 14],
  ["S-III", 15],
  ["S-IV", 24],
  ["S-V", 27],
  ["S-VI", 38],
  ["S-VII", 40],
  ["S-VIII", 43],
  ["S-IX", 46],
  ["S-X", 49],
  ["S-XI", 63],
  ["S-XII", 67],
  ["S-XIII", 70],
  ["S-XIV", 71],
  ["S-XV", 83],
  ["S-XVI", 85],
  ["S-XVII", 89],
  ["S-XVIII", 92],
  ["S-XIX", 93],
  ["S-XX", 96],
  ["S-XXI", 97],
];

/** The HS section of a code of two or more digits; undefined for service codes and chapter numbers that don't exist. */
function sectionOf(hs: string): string | undefined {
  const chapter = Number(/^\d\d/.exec(hs)?.[0] ?? Number.NaN);
  if (!(chapter >= 1) || chapter === 77) return undefined;
  return sectionEnds.find(([, last]) => chapter <= last)?.[0];
}

/** A code a product can have: 2, 4 or 6 digits in a chapter that exists. */
export function isHsCode(code: string): boolean {
  return /^(\d{2}|\d{4}|\d{6})$/.test(code) && sectionOf(code) !== undefined;
}

export type FitLevel = "within" | "broader" | "heading" | "chapter" | "section" | "none";

/**
 * How near a product lies to a sector in the HS tree, and what that is worth. `within`: the product belongs to the
 * sector. `broader`: the product's code is too short to tell. The rest: both share a heading, chapter or section.
 */
const fitValues: Record<FitLevel, number> = {
  within: 1,
  broader: 0.8,
  heading: 0.7,
  chapter: 0.5,
  section: 0.2,
  none: 0,
};

export function fit(product: string, sector: string): FitLevel {
  if (product === sector) return "within";
  if (sector.startsWith("S-")) return sectionOf(product) === sector ? "within" : "none";
  if (sector.startsWith("svc")) return product.startsWith(`${sector}-`) ? "within" : "none";
  if (!/^\d/.test(product)) return "none";
  if (product.startsWith(sector)) return "within";
  if (sector.startsWith(product)) return "broader";
  if (product.slice(0, 4) === sector.slice(0, 4)) return "heading";
  if (product.slice(0, 2) === sector.slice(0, 2)) return "chapter";
  return sectionOf(product) !== undefined && sectionOf(product) === sectionOf(sector) ? "section" : "none";
}

export type BestFit = { level: FitLevel; value: number; product: string; sector: string };

/** The nearest pair of a firm's products and an opportunity's sectors; ties go to the lower codes. */
export function bestFit(products: readonly string[], sectors: readonly string[]): BestFit | undefined {
  let best: BestFit | undefined;
  for (const product of [...products].sort()) {
    for (const sector of [...sectors].sort()) {
      const level = fit(product, sector);
      if (!best || fitValues[level] > best.value) best = { level, value: fitValues[level], product, sector };
    }
  }
  return best;
}
