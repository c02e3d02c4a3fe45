import { dictionary } from "#app/i18n/index.ts";
import type { RankedMarket } from "#app/modules/market-ranking/queries.server.ts";
import type { MarketResult } from "#app/modules/market-ranking/rank.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { RangeBar, RangeSwatch } from "#app/ui/range-bar.tsx";
import { Badge } from "#app/ui/text.tsx";
import { colourOf, CriterionLink, Figures, inGroupOrder, points, spanText, weightText } from "./datum.tsx";

export const nameIn = (lang: Lang, market: { nameEn: string; nameZh: string }) =>
  lang === "zh" ? market.nameZh : market.nameEn;

type Props = {
  lang: Lang;
  row: MarketResult;
  market: RankedMarket;
  /** Name of the market that beats it throughout, if one does. */
  beatenBy: string | null;
  leaveOut: string;
  ticked: boolean;
};

/** One market of the ranking: rank, name, bar, score, and its figures folded below. */
export function MarketRow({ lang, row, market, beatenBy, leaveOut, ticked }: Props) {
  const t = dictionary(lang);
  const words = t.ranking.page;
  const name = nameIn(lang, market);
  const [low, score, high] = [points(row.low), points(row.score), points(row.high)];
  const parts = inGroupOrder.flatMap((criterion) => {
    const one = row.contributions.find((part) => part.criterion === criterion);
    const label = t.ranking.criteria[criterion];
    return one ? [{ key: criterion, label, value: one.low, ...colourOf(criterion) }] : [];
  });
  return (
    <li className="border-line border-b py-2.5">
      <div className="grid grid-cols-[2.2rem_1fr_auto] items-baseline gap-x-2 md:grid-cols-[2.2rem_13rem_1fr_7.5rem]">
        <span className="text-ink-soft text-lg">
          <span className="sr-only">{words.rank} </span>
          {row.rank}
        </span>
        <h3 className="text-lg">
          <a href={at(lang).guide(market.code)} aria-label={words.guideTo(name)}>
            {name}
          </a>
        </h3>
        <div className="order-last col-span-3 self-center md:order-none md:col-span-1">
          <RangeBar
            id={`gaps-${row.code}`}
            parts={parts}
            low={row.low}
            middle={row.score}
            high={row.high}
            label={words.barLabel(name, score, low, high)}
          />
        </div>
        <p className="text-right leading-tight">
          <strong className="text-xl">{score}</strong>
          {low === high ? null : (
            <span className="text-ink-soft block text-sm whitespace-nowrap">{words.range(low, high)}</span>
          )}
        </p>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm md:pl-[2.7rem]">
        {row.pareto.state === "best" ? <Badge tone="good">{words.pareto.best}</Badge> : null}
        {row.pareto.state === "open" ? <Badge tone="plain">{words.pareto.open}</Badge> : null}
        {beatenBy ? <span className="text-ink-soft">{words.pareto.dominated(beatenBy)}</span> : null}
        <label className="no-print inline-flex min-h-9 items-center gap-1.5">
          <input
            type="checkbox"
            form="compare"
            name="market"
            value={row.code}
            defaultChecked={ticked}
            aria-label={words.compareThis(name)}
            className="accent-deep size-4.5"
          />
          {words.compare}
        </label>
        <a
          href={leaveOut}
          rel="nofollow"
          aria-label={words.leaveOut(name)}
          className="no-print text-deep underline"
        >
          {words.leaveOutShort}
        </a>
        <details className="open:basis-full">
          <summary className="text-deep min-h-9 cursor-pointer content-center underline underline-offset-4">
            {words.details}
          </summary>
          <ContributionTable lang={lang} row={row} name={name} />
        </details>
      </div>
    </li>
  );
}

/** The bar in words: every weighed criterion with its figures, value, weight and points; the last line is the sum. */
function ContributionTable({ lang, row, name }: { lang: Lang; row: MarketResult; name: string }) {
  const t = dictionary(lang).ranking;
  const words = t.page;
  const range = (low: number, high: number, middle: number) =>
    points(low) === points(high) ? points(middle) : `${points(low)}–${points(high)}`;
  return (
    <table className="mt-1 mb-3 w-full border-collapse text-left text-base">
      <caption className="sr-only">{words.detailsOf(name)}</caption>
      <thead>
        <tr className="border-line-strong border-b text-sm">
          <th scope="col" className="gap-x-3 py-1.5 pr-3 sm:grid sm:grid-cols-[12rem_1fr]">
            <span className="block">{words.criterion}</span>
            <span className="block font-normal">{words.figure}</span>
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right">
            {words.value}
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right">
            {words.weight}
          </th>
          <th scope="col" className="py-1.5 text-right">
            {words.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {inGroupOrder.map((criterion) => {
          const part = row.contributions.find((one) => one.criterion === criterion);
          if (!part) return null;
          const measure = row.measures[criterion];
          return (
            <tr key={criterion} className="border-line border-b align-top">
              <th scope="row" className="gap-x-3 py-1.5 pr-3 font-semibold sm:grid sm:grid-cols-[12rem_1fr]">
                <span className="flex items-baseline gap-2">
                  <RangeSwatch {...colourOf(criterion)} />
                  <CriterionLink lang={lang} code={row.code} criterion={criterion} />
                </span>
                <span className="block font-normal">
                  <Figures lang={lang} measure={measure} />
                </span>
              </th>
              <td className="py-1.5 pr-3 text-right whitespace-nowrap">{spanText(measure.span)}</td>
              <td className="text-ink-soft py-1.5 pr-3 text-right">{weightText(part.weight)}</td>
              <td className="py-1.5 text-right whitespace-nowrap">
                {range(part.low, part.high, part.points)}
              </td>
            </tr>
          );
        })}
        <tr className="border-ink border-t-2 font-bold">
          <th scope="row" className="py-1.5 pr-3">
            {words.sum}
          </th>
          <td />
          <td />
          <td className="py-1.5 text-right whitespace-nowrap">{range(row.low, row.high, row.score)}</td>
        </tr>
      </tbody>
    </table>
  );
}
