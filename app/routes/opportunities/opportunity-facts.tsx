import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import { languageName } from "#app/platform/language-names.ts";
import { at } from "#app/platform/paths.ts";
import { nameIn, placeIn, quotaWords, whenIn } from "./opportunity-words.ts";

const beijing = "Asia/Shanghai";

/** Everything with a figure, a date or a name, in one list. */
export function OpportunityFacts({
  lang,
  opportunity,
  names,
}: {
  lang: Lang;
  opportunity: Opportunity;
  names: Names;
}) {
  const t = dictionary(lang);
  const words = t.opportunities.detail;
  const support: Record<string, string> = t.matching.support;
  const comma = lang === "zh" ? "、" : ", ";
  const place = placeIn(lang, opportunity);
  const lines: [string, ReactNode][] = [
    [
      words.applyBy,
      <Moment key="apply" lang={lang} instant={opportunity.applyBy} timeZone={opportunity.timeZone} />,
    ],
    ...(opportunity.datePrecision === "month"
      ? [
          [
            words.starts,
            <Fragments key="month" lines={[whenIn(lang, opportunity), t.opportunities.usualMonthLong]} />,
          ] as [string, ReactNode],
        ]
      : ([
          [
            words.starts,
            <Moment key="start" lang={lang} instant={opportunity.startsAt} timeZone={opportunity.timeZone} />,
          ],
          [
            words.ends,
            <Moment key="end" lang={lang} instant={opportunity.endsAt} timeZone={opportunity.timeZone} />,
          ],
        ] as [string, ReactNode][])),
    ...(place ? [[words.place, place] as [string, ReactNode]] : []),
    [words.seats, opportunity.seats],
    ...(opportunity.quotas.length > 0
      ? [
          [
            words.quotas,
            <Fragments key="quotas" lines={opportunity.quotas.map((quota) => quotaWords(lang, quota))} />,
          ] as [string, ReactNode],
        ]
      : []),
    [words.offers, opportunity.offers.map((offer) => support[offer] ?? offer).join(comma)],
    [
      words.sectors,
      opportunity.sectors.length > 0 ? (
        <Fragments key="sectors" lines={opportunity.sectors.map(names.sector)} />
      ) : (
        t.opportunities.anySector
      ),
    ],
    [
      words.markets,
      opportunity.markets.length > 0
        ? opportunity.markets.map((code, index) => (
            <span key={code}>
              {index > 0 ? comma : ""}
              <a href={at(lang).guide(code)}>{names.market(code)}</a>
            </span>
          ))
        : t.opportunities.anyMarket,
    ],
    ...(opportunity.certificates.length > 0
      ? [[words.certificates, opportunity.certificates.join(comma)] as [string, ReactNode]]
      : []),
    ...(opportunity.languages.length > 0
      ? [
          [words.languages, opportunity.languages.map((code) => languageName(lang, code)).join(comma)] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    [words.owner, nameIn(lang, opportunity.owner)],
  ];
  return (
    <section aria-labelledby="key">
      <h2 id="key" className="text-lg">
        {words.key}
      </h2>
      <dl className="border-line mt-2 border-t">
        {lines.map(([label, value]) => (
          <div key={label} className="border-line border-b py-2">
            <dt className="text-ink-soft text-sm">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Fragments({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

/** An instant in Beijing, and beside it in the place's own zone where that differs. */
function Moment({ lang, instant, timeZone }: { lang: Lang; instant: Date; timeZone: string }) {
  const words = dictionary(lang).opportunities.detail;
  const here = fill(words.beijing, { time: formatTime(lang, instant, beijing) });
  if (timeZone === beijing) return <Fragments lines={[here]} />;
  return <Fragments lines={[here, fill(words.there, { time: formatTime(lang, instant, timeZone) })]} />;
}
