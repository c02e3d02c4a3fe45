import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";

/** Why a reader found a section wanting, in words; a reason that is not known stays as it was stored. */
export function reasonWords(lang: Lang, reasons: string[]): string {
  const words: Record<string, string> = dictionary(lang).readers.useful.reasons;
  return reasons
    .map((reason) => (Object.hasOwn(words, reason) ? words[reason]! : reason))
    .join(lang === "zh" ? "、" : ", ");
}
