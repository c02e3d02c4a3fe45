import { isHsCode } from "#app/modules/matching/hs.ts";
import { nearest } from "#app/modules/markets/resolve-market.ts";
import { cleanText } from "#search/text.ts";
import { codesOfWord, knownWords } from "./product-words.ts";

type SectorNames = { code: string; kind: string; nameEn: string; nameZh: string };

/** One product as it was typed, with the HS or service codes it was taken for. */
type Product = { typed: string; codes: string[] };

export type Resolved = {
  products: Product[];
  /** What no code was found for, with words near to it. */
  unknown: { typed: string; near: string[] }[];
};

const mostProducts = 10;

/**
 * Reads what somebody typed as products: HS codes of 2 to 10 digits, dots allowed (cut to the six that are the same
 * everywhere), or words of either language, parted by commas or line breaks. A phrase that is not known as a whole is
 * read word by word, so that 「玩具 家具」 gives two products. Names of the sector tree count as words too.
 */
export function resolveProducts(typed: string, sectors: readonly SectorNames[]): Resolved {
  const found: Product[] = [];
  const unknown: Resolved["unknown"] = [];
  const parts = cleanText(typed.replace(/[\r\n]+/g, ","))
    .split(/[,，、;；]/)
    .map((part) => part.replace(/\s+/g, " ").trim().slice(0, 60))
    .filter(Boolean);
  for (const part of parts) {
    const whole = codesOf(part, sectors);
    if (whole) found.push({ typed: part, codes: whole });
    else {
      for (const word of part.split(" ")) {
        const codes = codesOf(word, sectors);
        if (codes) found.push({ typed: word, codes });
        else unknown.push({ typed: word, near: nearest(word, [...knownWords], (one) => [one], 3) });
      }
    }
  }
  const distinct = found.filter(
    (product, index) => found.findIndex((one) => one.codes.join() === product.codes.join()) === index,
  );
  return { products: distinct.slice(0, mostProducts), unknown: unknown.slice(0, mostProducts) };
}

function codesOf(part: string, sectors: readonly SectorNames[]): string[] | null {
  const digits = part.replace(/^hs\s*/i, "").replace(/[.\s]/g, "");
  if (/^\d{2,10}$/.test(digits)) {
    const code = digits.slice(0, Math.min(6, digits.length - (digits.length % 2)));
    return isHsCode(code) ? [code] : null;
  }
  const exact = sectors.find(({ code }) => code.toLowerCase() === part.toLowerCase());
  return exact ? [exact.code] : (codesOfWord(part) ?? sectorsNamed(part, sectors));
}

/** Chapters and services whose name holds the word, if they are few: a word in many names tells nothing. */
function sectorsNamed(part: string, sectors: readonly SectorNames[]): string[] | null {
  const word = part.toLowerCase();
  const han = /\p{Script=Han}/u.test(word);
  if (word.length < (han ? 2 : 4)) return null;
  const bounded = new RegExp(`(^|[^a-z])${word.replace(/[^a-z0-9 ]/g, "")}s?([^a-z]|$)`, "i");
  const named = sectors.filter(
    ({ kind, nameEn, nameZh }) => kind !== "section" && (han ? nameZh.includes(word) : bounded.test(nameEn)),
  );
  return named.length > 0 && named.length <= 4 ? named.map(({ code }) => code) : null;
}

const everySector = /^(all sectors|multi-sector|general|general goods|general merchandise|chinese goods)/;

/**
 * What a fair shows, from its English description: `all` for a fair of all trades, else the codes of the words that
 * are known. Descriptions are lists parted by commas; brackets are remarks.
 */
export function fairSectors(description: string): { all: boolean; codes: string[] } {
  const plain = description
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .trim();
  const codes = plain.split(",").flatMap((entry) => {
    const trade = entry.trim();
    const whole = codesOfWord(trade);
    if (whole) return whole;
    return trade
      .split(/\band\b|\s+/)
      .flatMap((word) => codesOfWord(word.trim()) ?? [])
      .concat(codesOfWord(trade.replace(/^(consumer|chinese|imported|private label) /, "")) ?? []);
  });
  return { all: everySector.test(plain), codes: [...new Set(codes)] };
}
