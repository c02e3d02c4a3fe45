import { dictionary } from "#app/i18n/index.ts";
import type { Flip, Flips } from "#app/modules/market-ranking/flip.ts";
import type { Lang } from "#app/platform/context.ts";
import { signs, weightText } from "./datum.tsx";

/** A change of weight as a sentence, to the nearest weight with two decimals that does it. */
export function flipText(lang: Lang, flip: Flip): string {
  const { criteria, page } = dictionary(lang).ranking;
  const raised = flip.direction === "raise";
  const edge = fine(flip.beyond);
  const to = flip.to === null ? (raised ? page.justOver(edge) : page.justUnder(edge)) : weightText(flip.to);
  return (raised ? page.raise : page.lower)(criteria[flip.criterion], weightText(flip.from), to);
}

/** Four decimals at most: the edge itself is a fraction. */
const fine = (value: number) => String(Math.round(value * 10_000) / 10_000);

export type FlipProps = {
  lang: Lang;
  flips: Flips;
  nameOf: (code: string) => string;
  /** Where the change can be tried; null when no weight with two decimals does it. */
  hrefOf: (flip: Flip) => string | null;
};

const shownAtOnce = 8;

/** For every market the smallest change of one weight that puts it first; those that none does are named. */
export function FlipTable({ lang, flips, nameOf, hrefOf }: FlipProps) {
  const words = dictionary(lang).ranking.page;
  const rest = flips.possible.slice(shownAtOnce);
  return (
    <section aria-labelledby="flips" className="mb-12">
      <h2 id="flips" className="text-2xl">
        {words.flips}
      </h2>
      <p className="text-ink-soft measure mb-3">{words.flipsText}</p>
      {flips.possible.length > 0 ? (
        <Rows lang={lang} list={flips.possible.slice(0, shownAtOnce)} nameOf={nameOf} hrefOf={hrefOf} />
      ) : (
        <p>{words.none}</p>
      )}
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="text-deep min-h-11 cursor-pointer content-center underline underline-offset-4">
            {words.more10} ({rest.length})
          </summary>
          <Rows lang={lang} list={rest} nameOf={nameOf} hrefOf={hrefOf} />
        </details>
      ) : null}
      {flips.impossible.length > 0 ? (
        <p className="text-ink-soft measure mt-3">
          {words.impossible(flips.impossible.map(nameOf).join(signs[lang].comma))}
        </p>
      ) : null}
    </section>
  );
}

function Rows({ lang, list, nameOf, hrefOf }: Omit<FlipProps, "flips"> & { list: Flip[] }) {
  const words = dictionary(lang).ranking.page;
  return (
    <table className="border-line w-full border-collapse border-y text-left">
      <caption className="sr-only">{words.flips}</caption>
      <thead>
        <tr className="border-line-strong border-b text-sm">
          <th scope="col" className="py-1.5 pr-3">
            {words.flipMarket}
          </th>
          <th scope="col" className="py-1.5 pr-3">
            {words.flipChange}
          </th>
          <th scope="col" className="py-1.5 text-right">
            {words.flipBy}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((flip) => {
          const href = hrefOf(flip);
          const name = nameOf(flip.market);
          return (
            <tr key={flip.market} className="border-line border-b align-top last:border-b-0">
              <th scope="row" className="py-2 pr-3 font-semibold">
                {name}
              </th>
              <td className="py-2 pr-3">
                {flipText(lang, flip)}{" "}
                {href ? (
                  <a
                    href={href}
                    rel="nofollow"
                    aria-label={words.applyLabel(name)}
                    className="no-print text-deep underline"
                  >
                    {words.apply}
                  </a>
                ) : null}
              </td>
              <td className="py-2 text-right whitespace-nowrap">{fine(flip.change)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
