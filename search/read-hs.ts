import type { Word } from "./engine.ts";
import { goodsOf } from "./goods.ts";
import type { Span } from "./spans.ts";

/** An HS code that a query names, and where it stands in the text. */
export type HsCode = { code: string; chapter: string; span: Span };

/** Says that the number is a code, whatever else it could be; two digits need it. */
const named =
  /(?:\bhs(?:\s*code)?|\bhts|\bcn\s*code|\bheading|\bchapter|\btariff\s*code|海关编码|商品编码|税则号|税号|编码|品目|第)[\s:：#.]*$/iu;
/** What stands before a number that is no code: a norm's name or an amount. */
const otherNumber =
  /(?:\biso|\biec|\ben|\bastm|\bgb|\bbs|\bas|\bnom|\bdin|\bun|\bsection|[$€£¥￥]|\busd|\beur|\brmb|\bcny)[\s:/-]*$/iu;
const amount =
  /^\s*(?:%|％|usd|eur|rmb|cny|dollars?|euros?|yuan|pcs|pieces?|units?|people|days?|km|kg|美元|美金|欧元|元|块|万|亿|年|月|人|件|个|台|套|天|箱|吨|公斤)/iu;
/** Years that no heading bears; 1901–1905 and 2001–2009 are both. */
const year = /^(?:19(?!0[1-5])\d\d|20[1-9]\d)$/;
const digits = /(?<![\d.,-])(\d{4}(?:[. ]?\d{2}){0,3}|\d{2})(?![\d,]|\.\d)/gu;

/**
 * The HS code that a query names, or null: 4, 6, 8 or 10 digits, also with dots, in a chapter that exists. Years,
 * amounts and numbers of norms are none unless the query says "HS".
 */
export function readHs(query: string): HsCode | null {
  for (const match of query.matchAll(digits)) {
    const raw = match[1]!;
    const code = raw.replace(/[. ]/g, "");
    const [before, after] = [query.slice(0, match.index), query.slice(match.index + raw.length)];
    const said = named.test(before);
    if (code.length === 2 && !said) continue;
    if (!goodsOf(code) || year.test(code)) continue;
    if (!said) {
      if (code.length === 4 && /^(?:19|20)/.test(code)) continue;
      if (code.slice(2, 4) === "00" || otherNumber.test(before) || amount.test(after)) continue;
    }
    return { code, chapter: code.slice(0, 2), span: { at: match.index, length: raw.length } };
  }
  return null;
}

/** The words that an HS code stands for: one word with the others as its forms. */
export function wordOfHs(code: string): Word {
  const { en, zh } = goodsOf(code)!;
  const [text = "", ...also] = [...en, ...zh].map((form) => form.toLowerCase());
  return { text, also };
}
