import { fillFigures } from "#search/figures.ts";
import { formatValue, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";

/**
 * A section's Markdown with every `{{key}}` as the figure of that fact, linked to the row of the fact table where
 * its source and year stand.
 */
export function linkFigures(lang: Lang, market: string, body: string, facts: MarketFact[]): string {
  return fillFigures(body, (key) => {
    const fact = facts.find((one) => one.key === key);
    const figure = fact && formatValue(lang, fact);
    return figure ? `[${figure}](guide:${market}/${fact.topic}#fact-${key})` : null;
  });
}

/** The same as plain Markdown, for paper and files, where no row stands behind a figure. */
export function plainFigures(lang: Lang, body: string, facts: MarketFact[]): string {
  return fillFigures(body, (key) => {
    const fact = facts.find((one) => one.key === key);
    return fact ? formatValue(lang, fact) : null;
  });
}
