import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "t", to: "cn" });

/** Longest query that is looked at, in UTF-16 units; what follows is dropped. */
const longestQuery = 200;

const han = /\p{Script=Han}/u;
/** A run of Han characters, or a run of letters and digits of any other script ("US商标" is two runs). */
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
export function isHan(text: string): boolean {
  return han.test(text);
}

/** Well-formed, compatibility forms folded, traditional Chinese made simplified, no control characters. */
export function cleanText(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, " ");
  const plain = wellFormed.normalize("NFKC").replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  return han.test(plain) ? toSimplified(plain) : plain;
}

/** A text as it is shown: well-formed and without control characters, otherwise as its author wrote it. */
export function shownText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, " ").replace(/(?!\n)[\p{Cc}\p{Cf}]+/gu, " ");
}

/** A query as every later step sees it: cleaned, capped, single spaces. */
export function normaliseQuery(query: string): string {
  const capped = query.length > longestQuery ? query.slice(0, longestQuery) : query;
  return cleanText(capped).replace(/\s+/gu, " ").trim().slice(0, longestQuery);
}

/** Lower case without accents: "México" and "mexico" are one word. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC");
}

/**
 * The tokens of a text for an index without Chinese dictionary: a Han run as its bigrams and its last character
 * (so 税 is found as a prefix, 关税 as a bigram, 增值税 as a phrase of two), other words whole. Linear in the
 * length: Intl.Segmenter is not, on Node 20 it needs 17 s for 100,000 characters.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [found] of text.matchAll(run)) {
    if (!han.test(found)) {
      tokens.push(fold(found));
      continue;
    }
    const characters = Array.from(found);
    for (let i = 0; i + 1 < characters.length; i++) tokens.push(characters[i]! + characters[i + 1]!);
    tokens.push(characters.at(-1)!);
  }
  return tokens;
}

/**
 * A word as a full-text phrase: always quoted, so nothing a reader types is syntax. A Han word leaves out the
 * final single character, as it need not end a run in the text; one character alone becomes a prefix.
 */
export function phraseOf(word: string, prefix = false): string | null {
  const tokens = tokensOf(word);
  const wide = isHan(word);
  if (wide && tokens.length > 1) tokens.pop();
  if (tokens.length === 0) return null;
  const single = wide && tokens.length === 1 && Array.from(tokens[0]!).length === 1;
  return `"${tokens.join(" ")}"${single || (prefix && !wide) ? " *" : ""}`;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a short Chinese text as the segmenter knows them; only for queries, which are capped. */
export function chineseWords(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment).filter((word) => han.test(word));
}

/** What the segmenter leaves of a word that it does not know. */
const single = /^\p{Script=Han}$/u;
/** A longer run of single characters holds more than one word. */
const longestRun = 3;

/**
 * As `chineseWords`, but whole: the segmenter knows few words of trade and cuts them into characters (灯|具,
 * 清|关|单|证). Neighbours among these are put together again, a long run as its pairs. `apart` are characters that
 * are words by themselves (的, 卖).
 */
export function wholeWords(text: string, apart: ReadonlySet<string>): string[] {
  const words: string[] = [];
  let run = "";
  const endRun = () => {
    words.push(...(run.length > longestRun ? pairsOf(run) : run ? [run] : []));
    run = "";
  };
  for (const { segment } of segmenter.segment(text)) {
    if (single.test(segment) && !apart.has(segment)) {
      run += segment;
      continue;
    }
    endRun();
    if (han.test(segment)) words.push(segment);
  }
  endRun();
  return words;
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** A light stem, good enough to bring plural and verb forms of trade words together. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const bare = word
    .replace(/(?:ications?|ifications?|ified|ifying|ifies|ify)$/, "if")
    .replace(/ies$/, "y")
    .replace(/(?:ations?|ating|ated|ates)$/, "at")
    .replace(/(?:ments?|ings?|ers?|ors?|ed|es|s)$/, "");
  if (bare.length < 3) return word;
  return bare.length === 3 ? bare : bare.replace(/(?:e|y|(?<=([b-df-hj-np-tv-z]))\1)$/, "");
}

/** Optimal string alignment distance, or `limit` + 1 as soon as it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
