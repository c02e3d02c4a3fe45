import { dictionary } from "#app/i18n/index.ts";
import type { DatumName, Measure } from "#app/modules/market-ranking/measure.ts";
import type { MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { SourceName } from "#app/routes/guides/fact-note.tsx";
import { signs } from "./datum.tsx";

type Source = NonNullable<MarketFact["source"]>;

/** Each market's agreements have sources of their own; they stand in its guide, which the criterion links to. */
const inTheGuide = new Set<DatumName>(["free-trade"]);

function sourcesOf(measures: Measure[]): Source[] {
  const data = measures.flatMap((measure) => measure.data).filter(({ name }) => !inTheGuide.has(name));
  const sources = data.flatMap(({ fact }) => fact?.source ?? []);
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

/** Where the figures of one criterion come from, for all markets of the page together. */
export function SourceList({ lang, measures }: { lang: Lang; measures: Measure[] }) {
  const sources = sourcesOf(measures);
  if (sources.length === 0) return null;
  return (
    <span className="text-ink-soft block text-sm wrap-anywhere">
      {dictionary(lang).ranking.page.sources}
      {sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 ? signs[lang].semicolon : null}
          <SourceName lang={lang} source={source} />
        </span>
      ))}
    </span>
  );
}
