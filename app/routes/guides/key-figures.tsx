import { dictionary } from "#app/i18n/index.ts";
import { formatValue, isKeyFigure, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { FactStanding, SourceName } from "./fact-note.tsx";

/** A market's indicators of the snapshot side by side, their sources below; a missing one is left out, never zero. */
export function KeyFigures({ lang, facts }: { lang: Lang; facts: MarketFact[] }) {
  const figures = facts.filter((fact) => isKeyFigure(fact) && fact.value !== null);
  if (figures.length === 0) return null;
  const words = dictionary(lang).guides;
  const sources = [...new Map(figures.map(({ source }) => [source!.id, source!])).values()];
  return (
    <section aria-label={words.market.keyFigures} className="mb-10">
      <dl className="border-line-strong grid grid-cols-2 border-y md:grid-cols-3 xl:grid-cols-5">
        {figures.map((fact) => (
          <div
            key={fact.key}
            className="border-line flex flex-col border-b px-3 py-3 first:pl-0 odd:pl-0 md:border-b-0 md:border-l md:first:border-l-0 md:odd:pl-3"
          >
            <dt className="text-ink-soft text-sm leading-snug">
              {sideOf(lang, fact.labelEn, fact.labelZh)?.text}
            </dt>
            <dd className="mt-auto pt-1 text-xl leading-tight sm:text-2xl">
              <data value={String(fact.value)}>{formatValue(lang, fact)}</data>
            </dd>
            <dd className="text-ink-soft pt-1 text-sm leading-snug">
              <FactStanding lang={lang} fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft pt-1.5 text-sm wrap-anywhere">
        {words.fact.source}
        {sources.map((source, index) => (
          <span key={source.id}>
            {index > 0 ? "; " : null}
            <SourceName lang={lang} source={source} />
          </span>
        ))}
      </p>
    </section>
  );
}
