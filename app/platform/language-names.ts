import type { Lang } from "./context.ts";

const tables: Record<Lang, Intl.DisplayNames> = {
  en: new Intl.DisplayNames("en", { type: "language" }),
  zh: new Intl.DisplayNames("zh-Hans", { type: "language" }),
};

/** The name of a language by its ISO 639 code; the code itself when it is none. */
export function languageName(lang: Lang, code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? (tables[lang].of(code) ?? code) : code;
}
