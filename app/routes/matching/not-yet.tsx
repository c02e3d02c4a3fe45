import { dictionary } from "#app/i18n/index.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import { compareNearness, withinReach } from "#app/modules/matching/match.ts";
import type { Matched } from "#app/modules/matching/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { MatchLine } from "./match-card.tsx";

/** What is not open to the firm: first what it could change, nearest first; the rest folded away. */
export function NotYet({ lang, rows, names }: { lang: Lang; rows: Matched[]; names: Names }) {
  if (rows.length === 0) return null;
  const words = dictionary(lang).matching.page;
  const sorted = [...rows].sort((a, b) => compareNearness(a.match, b.match));
  const near = sorted.filter(({ match }) => withinReach(match));
  const far = sorted.filter(({ match }) => !withinReach(match));
  const lines = (some: Matched[]) => (
    <ul>
      {some.map((row) => (
        <MatchLine key={row.opportunity.id} lang={lang} matched={row} names={names} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="ineligible" className="mb-12">
      <h2 id="ineligible" className="mb-3 text-2xl">
        {words.ineligibleHeading} <span className="text-ink-soft text-base font-normal">{rows.length}</span>
      </h2>
      {lines(near)}
      {far.length > 0 ? (
        <details className="border-line-strong border-t" open={near.length === 0}>
          <summary className="min-h-11 cursor-pointer content-center font-semibold">
            {words.reachHeading(far.length)}
          </summary>
          {lines(far)}
        </details>
      ) : null}
    </section>
  );
}
