import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import type { Criterion } from "#app/modules/market-ranking/criteria.ts";
import { topicOf } from "#app/modules/market-ranking/criteria.ts";
import type { ComparedMarket } from "#app/modules/market-ranking/queries.server.ts";
import { tariffPortal } from "#app/modules/market-ranking/tariff-portal.ts";
import { formatValue, sideOf } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { FactStanding } from "#app/routes/guides/fact-note.tsx";
import { DotPlot } from "#app/ui/dot-plot.tsx";
import { RangeSwatch } from "#app/ui/range-bar.tsx";
import { Badge } from "#app/ui/text.tsx";
import { colourOf, Figures, inGroupOrder, signs, spanText } from "./datum.tsx";
import { nameIn } from "./market-row.tsx";
import { SourceList } from "./source-list.tsx";

type Props = { lang: Lang; markets: ComparedMarket[]; removeHref: (code: string) => string };

/**
 * Criteria down, markets across; scrolls inside its frame with the criteria held in place. The best known value of a
 * row is marked when there is more than one market to be better than.
 */
export function CompareTable({ lang, markets, removeHref }: Props) {
  const t = dictionary(lang);
  const words = t.ranking.compare;
  return (
    <div
      className="border-line relative overflow-x-auto border-y"
      role="region"
      aria-label={words.table}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{words.table}</caption>
        <thead>
          <tr className="border-line-strong border-b align-bottom">
            <th scope="col" className="compare-head py-2 pr-2 text-sm">
              {t.ranking.page.criterion}
            </th>
            {markets.map((market) => {
              const name = nameIn(lang, market);
              return (
                <th key={market.code} scope="col" className="min-w-44 px-3 py-2">
                  <a
                    href={at(lang).guide(market.code)}
                    className="text-deep underline underline-offset-4 text-lg"
                  >
                    {name}
                  </a>
                  <a
                    href={removeHref(market.code)}
                    rel="nofollow"
                    aria-label={words.remove(name)}
                    className="no-print text-ink-soft ml-2 text-sm font-normal underline"
                  >
                    {words.removeShort}
                  </a>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {inGroupOrder.map((criterion) => (
            <CriterionRow key={criterion} lang={lang} criterion={criterion} markets={markets} />
          ))}
          <tr className="border-ink border-t-2">
            <th scope="colgroup" colSpan={markets.length + 1} className="py-2 text-lg">
              <span className="sticky left-0">{words.facts}</span>
            </th>
          </tr>
          {otherRows(lang).map(({ label, cell }) => (
            <tr key={label} className="border-line border-b align-top">
              <th scope="row" className="compare-head py-2 pr-2 text-sm font-semibold">
                {label}
              </th>
              {markets.map((market) => (
                <td key={market.code} className="px-3 py-2 leading-snug">
                  {cell(market) ?? <Gap lang={lang} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The sources of a comparison, criterion by criterion, below its table. */
export function CompareSources({ lang, markets }: Pick<Props, "lang" | "markets">) {
  const t = dictionary(lang).ranking;
  return (
    <dl className="border-line mt-6 text-sm">
      {inGroupOrder
        .filter((criterion) => markets.some((one) => one.measures[criterion].data.some(({ fact }) => fact)))
        .filter((criterion) => criterion !== "free-trade")
        .map((criterion) => (
          <div key={criterion} className="mb-1 md:grid md:grid-cols-[11rem_1fr]">
            <dt className="font-semibold">{t.criteria[criterion]}</dt>
            <dd>
              <SourceList lang={lang} measures={markets.map(({ measures }) => measures[criterion])} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function CriterionRow({
  lang,
  criterion,
  markets,
}: {
  lang: Lang;
  criterion: Criterion;
  markets: ComparedMarket[];
}) {
  const t = dictionary(lang).ranking;
  const known = markets
    .map(({ measures }) => measures[criterion].span)
    .filter(({ low, high }) => low === high)
    .map(({ low }) => low);
  const top = Math.max(...known);
  // Nothing is best where all are the same.
  const contested = markets.length > 1 && known.some((value) => value < top);
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="compare-head py-2 pr-2 text-sm font-semibold">
        <span className="flex items-baseline gap-1.5">
          <RangeSwatch {...colourOf(criterion)} />
          {t.criteria[criterion]}
        </span>
      </th>
      {markets.map((market) => {
        const measure = market.measures[criterion];
        const { low, high } = measure.span;
        const best = contested && low === high && low === top;
        return (
          <td key={market.code} className="px-3 py-2">
            <div className="mb-1 flex items-center gap-2">
              <DotPlot low={low / 1000} high={high / 1000} best={best} />
              {high - low === 1000 ? null : (
                <span className="text-ink-soft text-sm whitespace-nowrap">{spanText(measure.span)}</span>
              )}
              {best ? <Badge tone="good">{t.compare.best}</Badge> : null}
            </div>
            <Figures lang={lang} measure={measure} />
            <a
              href={at(lang).section(market.code, topicOf[criterion])}
              className="no-print text-deep text-sm underline"
            >
              {t.compare.guide}
              <span className="sr-only">
                {signs[lang].colon}
                {nameIn(lang, market)}
                {signs[lang].comma}
                {t.criteria[criterion]}
              </span>
            </a>
          </td>
        );
      })}
    </tr>
  );
}

function Gap({ lang }: { lang: Lang }) {
  return <span className="text-shoal font-semibold">— {dictionary(lang).ranking.noFigure}</span>;
}

type Row = { label: string; cell: (market: ComparedMarket) => ReactNode };

/** Figures and lists of the guides that no criterion weighs, but that decide a choice all the same. */
function otherRows(lang: Lang): Row[] {
  const words = dictionary(lang).ranking.compare;
  const { comma } = signs[lang];
  const figure =
    (key: string) =>
    ({ facts }: ComparedMarket) => {
      const fact = facts.find((one) => one.key === key && !one.gap);
      if (!fact) return null;
      const said = formatValue(lang, fact) ?? sideOf(lang, fact.textEn, fact.textZh)?.text;
      return said ? (
        <>
          {said}
          <div className="text-ink-soft text-sm">
            <FactStanding lang={lang} fact={fact} />
          </div>
        </>
      ) : null;
    };
  const list =
    (kind: "marketplace" | "port") =>
    ({ facts }: ComparedMarket) => {
      const names = facts
        .filter((fact) => fact.kind === kind && !fact.gap)
        .map((fact) => sideOf(lang, fact.labelEn, fact.labelZh)?.text ?? fact.labelEn);
      return names.length > 0 ? names.join(comma) : null;
    };
  const tariff = ({ facts }: ComparedMarket) => {
    const portal = tariffPortal(facts);
    return portal ? (
      <a href={portal.url} rel="external noopener noreferrer">
        {sideOf(lang, portal.labelEn, portal.labelZh)?.text}
      </a>
    ) : null;
  };
  return [
    ...(["population", "import-share-china", "vat", "de-minimis"] as const).map((key) => ({
      label: words.otherFacts[key],
      cell: figure(key),
    })),
    { label: words.tariff, cell: tariff },
    { label: words.otherFacts.marketplaces, cell: list("marketplace") },
    { label: words.otherFacts.ports, cell: list("port") },
  ];
}
