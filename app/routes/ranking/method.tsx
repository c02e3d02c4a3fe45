import { dictionary } from "#app/i18n/index.ts";
import { topicOf } from "#app/modules/market-ranking/criteria.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { GapSwatch, RangeSwatch } from "#app/ui/range-bar.tsx";
import type { MarketResult } from "#app/modules/market-ranking/rank.ts";
import { SourceList } from "./source-list.tsx";
import { colourOf, groups, inGroupOrder } from "./datum.tsx";

/** How to read the bars: groups by hue, gaps by hatching. */
export function Legend({ lang }: { lang: Lang }) {
  const t = dictionary(lang).ranking;
  return (
    <div className="border-line mb-2 border-y py-2 text-sm">
      <p className="text-ink-soft">{t.page.legendText}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5">
        {groups.map((group) => (
          <li key={group.name} className="flex flex-wrap items-center gap-x-2.5">
            <strong>{t.groups[group.name]}</strong>
            {group.criteria.map((criterion) => (
              <span key={criterion} className="inline-flex items-center gap-1 whitespace-nowrap">
                <RangeSwatch {...colourOf(criterion)} />
                {t.criteria[criterion]}
              </span>
            ))}
          </li>
        ))}
        <li className="inline-flex items-center gap-1">
          <GapSwatch />
          {t.page.gapsLegend}
        </li>
      </ul>
    </div>
  );
}

/** The formula and every scale, each with the guide section of the leading market that explains it. */
export function Method({
  lang,
  leader,
  rows,
}: {
  lang: Lang;
  leader: { code: string; name: string } | null;
  rows: MarketResult[];
}) {
  const t = dictionary(lang);
  const words = t.ranking.page;
  return (
    <section aria-labelledby="method" className="mb-12">
      <h2 id="method" className="text-2xl">
        {words.method}
      </h2>
      <p className="measure mt-1">{words.methodText}</p>
      <p className="measure text-note mt-2">{words.productNote}</p>
      <dl className="border-line mt-4 border-t">
        {inGroupOrder.map((criterion) => (
          <div key={criterion} className="border-line grid gap-x-6 border-b py-2 md:grid-cols-[12rem_1fr]">
            <dt className="inline-flex items-baseline gap-2 font-semibold">
              <RangeSwatch {...colourOf(criterion)} />
              {t.ranking.criteria[criterion]}
            </dt>
            <dd className="measure">
              {t.ranking.methods[criterion]}
              <SourceList lang={lang} measures={rows.map(({ measures }) => measures[criterion])} />
              {leader ? (
                <span className="no-print block text-sm">
                  {words.methodSee}
                  <a href={at(lang).section(leader.code, topicOf[criterion])}>
                    {leader.name} · {t.topics[topicOf[criterion]]}
                  </a>
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
