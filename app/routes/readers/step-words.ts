import { dictionary } from "#app/i18n/index.ts";
import { isStepKey } from "#app/modules/checklists/steps.ts";
import { shortSectorName } from "#app/modules/matching/sector-names.ts";
import { sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";

/** A step as the reader sees it: ours in their language, with its fact's name; their own as they wrote it. */
export function stepWords(
  lang: Lang,
  step: { step: string; text?: string },
  fact: MarketFact | null,
): string {
  if (!isStepKey(step.step)) return step.text ?? "";
  const label = fact ? (sideOf(lang, fact.labelEn, fact.labelZh)?.text ?? "") : "";
  return dictionary(lang).readers.checklist.steps[step.step](label);
}

type Sector = { code: string; nameEn: string; nameZh: string };

/** A product by its HS code: the chapter's name and the code; null for none. */
export function productName(lang: Lang, hs: string | null, sectors: Sector[]): string | null {
  if (hs === null) return null;
  const chapter = sectors.find(({ code }) => code === hs.slice(0, 2));
  const name = chapter ? shortSectorName(lang, chapter) : "";
  return lang === "zh" ? `${name}（HS ${hs}）` : `${name} (HS ${hs})`;
}
