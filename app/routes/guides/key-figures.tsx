import { dictionary } from "#app/i18n/index.ts";
import { formatValue, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { MarketName } from "#app/modules/markets/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { FactNote } from "./fact-note.tsx";

/** The indicators of a market side by side, each with its margin note; a missing one is left out, never zero. */
export function KeyFigures({
  lang,
  facts,
  blocks,
}: {
  lang: Lang;
  facts: MarketFact[];
  blocks: MarketName[];
}) {
  const figures = facts.filter((fact) => fact.kind === "indicator" && fact.value !== null);
  if (figures.length === 0) return null;
  return (
    <section aria-label={dictionary(lang).guides.market.keyFigures} className="mb-10">
      <dl className="border-line-strong grid grid-cols-2 border-y md:grid-cols-3 xl:grid-cols-5">
        {figures.map((fact) => (
          <div
            key={fact.key}
            className="border-line flex flex-col border-b px-3 py-3 first:pl-0 odd:pl-0 md:border-b-0 md:border-l md:first:border-l-0 md:odd:pl-3"
          >
            <dt className="text-ink-soft text-sm leading-snug">
              {sideOf(lang, fact.labelEn, fact.labelZh)?.text}
            </dt>
            <dd className="mt-auto pt-1 text-2xl leading-tight">
              <data value={String(fact.value)}>{formatValue(lang, fact)}</data>
            </dd>
            <dd className="pt-2">
              <FactNote lang={lang} fact={fact} blocks={blocks} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
