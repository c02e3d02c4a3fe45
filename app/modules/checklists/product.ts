import type { MarketFact } from "#app/modules/markets/facts.ts";
import { isHsCode } from "#app/modules/matching/hs.ts";

/** Goods that rules speak of by name, and the HS chapters they lie in. */
const goods: { words: RegExp; chapters: (chapter: number) => boolean }[] = [
  { words: /\btoys?\b|child(ren)?'s product|玩具|儿童用品/i, chapters: (c) => c === 95 },
  { words: /\bfoods?\b(?! contact)|beverage|食品(?!接触)|饮料/i, chapters: (c) => c >= 1 && c <= 24 },
  { words: /cosmetic|化妆品/i, chapters: (c) => c === 33 || c === 34 },
  {
    words: /electrical|electronic|\bbatter(y|ies)\b|radio|wireless|appliance|电子|电器|电气|电池|无线/i,
    chapters: (c) => c === 85 || c === 84 || c === 90 || c === 94 || c === 95,
  },
  { words: /machiner|机械/i, chapters: (c) => c === 84 || c === 85 },
  { words: /textile|clothing|garment|footwear|纺织|服装|鞋/i, chapters: (c) => c >= 50 && c <= 67 },
  { words: /medical device|medicin|pharma|医疗器械|药品/i, chapters: (c) => c === 30 || c === 90 },
  { words: /\bvehicles?\b|automotive|\btyres?\b|车辆|汽车|轮胎/i, chapters: (c) => c === 87 || c === 40 },
  { words: /furniture|家具/i, chapters: (c) => c === 94 },
  { words: /\bsteel\b|\bcement\b|钢铁|水泥/i, chapters: (c) => c === 25 || c === 68 || c === 72 || c === 73 },
];

/**
 * Whether a rule concerns a product: `own` = it names the product's goods, `general` = it names none, or no product
 * is chosen; `other` = it names only goods of other chapters.
 */
export function concerns(
  fact: Pick<MarketFact, "labelEn" | "labelZh" | "textEn" | "textZh">,
  hs: string | null,
): "own" | "general" | "other" {
  if (hs === null) return "general";
  const chapter = Number(hs.slice(0, 2));
  const text = [fact.labelEn, fact.textEn, fact.labelZh, fact.textZh].filter(Boolean).join(" ");
  const named = goods.filter(({ words }) => words.test(text));
  if (named.length === 0) return "general";
  return named.some(({ chapters }) => chapters(chapter)) ? "own" : "other";
}

type Sector = { code: string; nameEn: string; nameZh: string };

/** What was typed as product: an HS code (dots and spaces don't count), else the chapters whose names hold the words. */
export function findProduct(typed: string, sectors: Sector[]): { hs: string | null; chapters: Sector[] } {
  const wanted = typed.normalize("NFKC").trim().toLowerCase();
  const code = wanted.replace(/^hs/, "").replace(/[\s.]/g, "");
  if (isHsCode(code)) return { hs: code, chapters: [] };
  if (wanted.length < 2 && !/\p{Script=Han}/u.test(wanted)) return { hs: null, chapters: [] };
  const stem = wanted.replace(/s$/, "");
  const chapters = sectors.filter(
    ({ code: own, nameEn, nameZh }) =>
      /^\d\d$/.test(own) && (nameEn.toLowerCase().includes(stem) || nameZh.includes(wanted)),
  );
  return { hs: chapters.length === 1 ? chapters[0]!.code : null, chapters: chapters.slice(0, 8) };
}
