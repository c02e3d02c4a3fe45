import { dictionary } from "#app/i18n/index.ts";
import { criteria, type Scores } from "#app/modules/vetting/criteria.ts";
import type { Lang } from "#app/platform/context.ts";

/** Points by criterion, one column for each giver, with their sum. */
export function ScoreTable({ lang, columns }: { lang: Lang; columns: { head: string; scores: Scores }[] }) {
  const words = dictionary(lang).vetting;
  return (
    <table className="mt-4 w-full max-w-xl border-collapse text-left">
      <thead>
        <tr className="border-line-strong border-b">
          <th scope="col" className="py-2 pr-3 text-sm">
            <span className="sr-only">{words.criteriaTitle}</span>
          </th>
          {columns.map(({ head }) => (
            <th key={head} scope="col" className="px-3 py-2 text-right text-sm">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {criteria.map((name) => (
          <tr key={name} className="border-line border-b">
            <th scope="row" className="py-2 pr-3 font-normal">
              {words.criteria[name]}
            </th>
            {columns.map(({ head, scores }) => (
              <td key={head} className="px-3 py-2 text-right">
                {scores[name]}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row" className="py-2 pr-3">
            {words.total}
          </th>
          {columns.map(({ head, scores }) => (
            <td key={head} className="px-3 py-2 text-right font-semibold">
              {criteria.reduce((sum, name) => sum + scores[name], 0)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
