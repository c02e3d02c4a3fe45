import { dictionary } from "#app/i18n/index.ts";
import { monthsUntil, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { fairTime } from "./fair-rows.tsx";

/** What a guide page needs to know of an open opportunity. */
export type OpenOpportunity = { slug: string; titleEn: string; titleZh: string; applyBy: Date };

/** Open programmes and delegations for a market, soonest deadline first. */
export function OpenOpportunities({
  lang,
  market,
  opportunities,
}: {
  lang: Lang;
  market: string;
  opportunities: OpenOpportunity[];
}) {
  const words = dictionary(lang).guides.section;
  if (opportunities.length === 0) return null;
  return (
    <section>
      <h2 className="text-base">{words.opportunities}</h2>
      <ul className="mt-1">
        {opportunities.slice(0, 4).map((opportunity) => (
          <li key={opportunity.slug} className="border-line border-b py-2 leading-snug">
            <a href={at(lang).opportunity(opportunity.slug)}>
              {lang === "zh" ? opportunity.titleZh : opportunity.titleEn}
            </a>
            <p className="text-ink-soft text-sm">{words.applyBy(formatDate(lang, opportunity.applyBy))}</p>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">
        <a href={at(lang).opportunities({ market })}>{words.allOpportunities}</a>
      </p>
    </section>
  );
}

/** The market's next fairs by their usual months, counted from ten days after `now`: nobody gets there sooner. */
export function NextFairs({
  lang,
  market,
  facts,
  now,
}: {
  lang: Lang;
  market: string;
  facts: MarketFact[];
  now: Date;
}) {
  const words = dictionary(lang).guides.section;
  const reachable = new Date(now.getTime() + 10 * 86_400_000);
  const month = reachable.getUTCMonth() + 1;
  const fairs = facts
    .filter((fact) => fact.kind === "fair")
    .map((fair) => ({ fair, wait: monthsUntil(month, fair.detail.months ?? []) ?? 12 }))
    .sort((a, b) => a.wait - b.wait)
    .slice(0, 4);
  if (fairs.length === 0) return null;
  return (
    <section>
      <h2 className="text-base">{words.fairs}</h2>
      <ul className="mt-1">
        {fairs.map(({ fair }) => (
          <li key={fair.key} className="border-line border-b py-2 leading-snug">
            {sideOf(lang, fair.labelEn, fair.labelZh)?.text}
            <p className="text-ink-soft text-sm">
              {[sideOf(lang, fair.detail.cityEn, fair.detail.cityZh)?.text, fairTime(lang, fair)]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">
        <a href={at(lang).section(market, "fairs")}>{words.allFairs}</a>
      </p>
    </section>
  );
}
