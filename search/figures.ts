import type { Lang } from "./topics.ts";

/** A number with its unit: %, people, or an ISO 4217 code. A null value is a gap, never a zero. */
export type Figure = { value: number | null; unit: string | null };

const locale: Record<Lang, string> = { en: "en-GB", zh: "zh-CN" };
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(locale[lang], options);
  formats.set(key, fresh);
  return fresh;
}

/**
 * A number for reading: large ones shortened to the language's own steps (84 million / 8401万), small ones whole.
 */
function formatNumber(lang: Lang, value: number): string {
  const large = Math.abs(value) >= 100_000;
  return numberFormat(
    lang,
    large
      ? { notation: "compact", compactDisplay: "long", maximumSignificantDigits: lang === "zh" ? 4 : 3 }
      : { maximumFractionDigits: 2 },
  ).format(value);
}

/** An amount with its currency: USD 4.66 trillion / 4.66万亿美元. `currency` is ISO 4217. */
export function formatMoney(lang: Lang, value: number, currency: string): string {
  const number = formatNumber(lang, value);
  if (lang === "en") return `${currency}\u00A0${number}`;
  return `${number}${currencyName(lang, currency)}`;
}

const currencyNames: Record<Lang, Intl.DisplayNames> = {
  en: new Intl.DisplayNames("en-GB", { type: "currency" }),
  zh: new Intl.DisplayNames("zh-CN", { type: "currency" }),
};

export function currencyName(lang: Lang, currency: string): string {
  return currencyNames[lang].of(currency) ?? currency;
}

/** A fact's figure in the reader's form; null when the fact carries none (a gap is never a zero). */
export function formatValue(lang: Lang, fact: Figure): string | null {
  const { value, unit } = fact;
  if (value === null) return null;
  if (unit === "%") return `${numberFormat(lang, { maximumFractionDigits: 2 }).format(value)}%`;
  if (unit === null || unit === "people") return formatNumber(lang, value);
  return formatMoney(lang, value, unit);
}

/** `{{vat}}` in a section's Markdown stands for the figure of the market's fact with that key. */
const reference = /\{\{\s*([a-z0-9][a-z0-9-]*)\s*\}\}/g;

/** Keys of all facts that a text shows figures of, in order, without repeats. */
export function figuresIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(reference), ([, key]) => key!))];
}

/**
 * A text with every `{{key}}` replaced by what `show` makes of it, so that a figure stands in one place only and
 * one change corrects every page. A key without a figure becomes a dash in words, never a zero.
 */
export function fillFigures(text: string, show: (key: string) => string | null): string {
  return text.replace(reference, (_, key: string) => show(key) ?? "—");
}
