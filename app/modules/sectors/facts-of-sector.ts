import type { FactDetail } from "#db/schema/markets.ts";
import keywords from "./keywords.json" with { type: "json" };

type Words = { en: string[]; zh: string[] };
const wordsOf: Record<string, Words> = keywords;

/** What is read of a fact to see whether it speaks of a sector. */
type Said = {
  labelEn: string;
  labelZh: string | null;
  textEn: string | null;
  textZh: string | null;
  noteEn: string | null;
  noteZh: string | null;
  detail: Pick<FactDetail, "sectorsEn" | "sectorsZh">;
};

export type SectorReader = { words: Words; speaksOf: (fact: Said) => boolean };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Reads facts for one sector by its everyday words in both languages (a section by those of its chapters); English
 * ones as whole words. Null where no words are known, so that the page can say so instead of showing nothing.
 */
export function sectorReader(codes: string[]): SectorReader | null {
  const words: Words = {
    en: [...new Set(codes.flatMap((code) => wordsOf[code]?.en ?? []))],
    zh: [...new Set(codes.flatMap((code) => wordsOf[code]?.zh ?? []))],
  };
  if (words.en.length === 0) return null;
  const english = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.en.map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
    "iu",
  );
  return {
    words,
    speaksOf: ({ labelEn, labelZh, textEn, textZh, noteEn, noteZh, detail }) => {
      if (english.test([labelEn, textEn, noteEn, detail.sectorsEn].filter(Boolean).join(" \n "))) return true;
      const chinese = [labelZh, textZh, noteZh, detail.sectorsZh].filter(Boolean).join("\n");
      return words.zh.some((word) => chinese.includes(word));
    },
  };
}

const general = /\b(multi-sector|all sectors|general|consumer goods|small commodities|Chinese consumer)\b/i;

/** A fair for goods of every kind: worth naming, apart from those of the sector. */
export function isGeneralFair(fact: { detail: Pick<FactDetail, "sectorsEn"> }): boolean {
  return general.test(fact.detail.sectorsEn ?? "");
}
