import { dictionary } from "#app/i18n/index.ts";
import { word, type Names } from "#app/modules/matching/explain.ts";
import { factors, type Match, type Raise } from "#app/modules/matching/types.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { BarSwatch, StackedBar } from "#app/ui/stacked-bar.tsx";

/** The score as one bar of its named parts. The table below it (or on the match's own page) says the same. */
export function ScoreBar({ lang, match, className }: { lang: Lang; match: Match; className?: string }) {
  const t = dictionary(lang).matching;
  const parts = match.contributions.map((one) => ({
    key: one.factor,
    label: t.factors[one.factor],
    value: one.points,
    colour: factors.indexOf(one.factor),
  }));
  return (
    <StackedBar
      parts={parts}
      total={100}
      label={`${t.page.barLabel(match.score)}: ${parts.map((part) => `${part.label} ${part.value}`).join(", ")}`}
      {...(className ? { className } : {})}
    />
  );
}

/** The parts of the bar as short words in a row. */
export function ScoreLegend({ lang, match }: { lang: Lang; match: Match }) {
  const t = dictionary(lang).matching;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
      {match.contributions.map((one) => (
        <li key={one.factor} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <BarSwatch colour={factors.indexOf(one.factor)} />
          {t.factors[one.factor]}
          <span className="text-ink-soft">
            {one.points}/{one.weight}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every contribution with its weight, points and evidence; the last line is their sum. */
export function ContributionTable({ lang, match, names }: { lang: Lang; match: Match; names: Names }) {
  const t = dictionary(lang).matching;
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t.page.contributions}</caption>
      <thead>
        <tr className="border-line-strong border-b text-sm">
          <th scope="col" className="py-1.5 pr-3">
            {t.page.factor}
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right whitespace-nowrap">
            {t.page.points}
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right whitespace-nowrap">
            {t.page.weight}
          </th>
          <th scope="col" className="hidden py-1.5 sm:table-cell">
            {t.page.why}
          </th>
        </tr>
      </thead>
      <tbody>
        {match.contributions.map((one) => {
          const why = (
            <>
              {word(lang, "evidence", one.evidence, names)}
              {one.sides && one.sides.firm !== one.sides.owner ? (
                <span className="text-ink-soft block text-sm">
                  {t.page.sides(Math.round(one.sides.firm * 100), Math.round(one.sides.owner * 100))}
                </span>
              ) : null}
            </>
          );
          return (
            <tr key={one.factor} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pr-3 font-semibold">
                <span className="flex items-baseline gap-2">
                  <BarSwatch colour={factors.indexOf(one.factor)} />
                  <span>
                    {t.factors[one.factor]}
                    <span className="text-ink mt-0.5 block font-normal sm:hidden">{why}</span>
                  </span>
                </span>
              </th>
              <td className="py-1.5 pr-3 text-right">{one.points}</td>
              <td className="text-ink-soft py-1.5 pr-3 text-right">{one.weight}</td>
              <td className="hidden py-1.5 sm:table-cell">{why}</td>
            </tr>
          );
        })}
        <tr className="border-ink border-t-2 font-bold">
          <th scope="row" className="py-1.5 pr-3">
            {t.page.sum}
          </th>
          <td className="py-1.5 pr-3 text-right">{match.score}</td>
          <td className="py-1.5 pr-3 text-right font-normal">100</td>
          <td className="hidden sm:table-cell" />
        </tr>
      </tbody>
    </table>
  );
}

/** What would raise the match, best first, each a link to the exact field. */
export function RaiseList({ lang, raises, names }: { lang: Lang; raises: Raise[]; names: Names }) {
  const t = dictionary(lang).matching;
  if (raises.length === 0) return <p className="text-ink-soft">{t.page.raisesNone}</p>;
  return (
    <ul>
      {raises.map((raise) => {
        const change = word(lang, "changes", raise.change, names);
        return (
          <li key={change} className="border-line flex gap-3 border-b py-1.5 last:border-b-0">
            <span className="text-starboard w-9 shrink-0 text-right font-bold">
              {raise.points > 0 ? t.page.plus(raise.points) : "✓"}
            </span>
            <span>
              <a href={at(lang).profile(raise.field)}>{change}</a>
              {raise.unlocks.length > 0 ? (
                <span className="text-starboard text-sm font-semibold">
                  {" "}
                  {raise.makesEligible ? t.page.opens : t.page.meets}
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
