import { blockText, proseBlocks } from "#app/modules/guides/blocks.ts";
import { formatValue, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";

/** What an error report can point at: each paragraph and list item of the text, then each fact of the topic. */
export function reportableLines(lang: Lang, body: string, facts: MarketFact[]): string[] {
  const prose = proseBlocks(body)
    .filter((block) => block.kind !== "heading")
    .map(blockText);
  return [...prose, ...facts.filter((fact) => !fact.gap).map((fact) => factLine(lang, fact))];
}

/** A fact in one line: label, figure, statement. */
function factLine(lang: Lang, fact: MarketFact): string {
  const label = sideOf(lang, fact.labelEn, fact.labelZh)?.text ?? "";
  const said = [formatValue(lang, fact), sideOf(lang, fact.textEn, fact.textZh)?.text]
    .filter(Boolean)
    .join(lang === "zh" ? "，" : ", ");
  if (said === "") return label;
  return lang === "zh" ? `${label}：${said}` : `${label}: ${said}`;
}
