import { dictionary } from "#app/i18n/index.ts";
import type { LeadingMarket } from "#app/modules/market-ranking/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

const figure = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Where these goods could go: the first markets of the ranking, with the range that gaps leave, and the way to it. */
export function SectorMarkets({
  lang,
  codes,
  leading,
}: {
  lang: Lang;
  codes: string[];
  leading: LeadingMarket[];
}) {
  const words = dictionary(lang).crossmarket.sectors.where;
  const go = at(lang);
  return (
    <section aria-labelledby="where" className="mb-10">
      <h2 id="where" className="mb-2 text-xl">
        {words.title}
      </h2>
      <ol className="border-line-strong border-t">
        {leading.map(({ code, nameEn, nameZh, score, low, high }) => (
          <li
            key={code}
            className="border-line flex flex-wrap items-baseline justify-between gap-x-6 border-b py-2"
          >
            <a
              href={go.guide(code)}
              className="text-deep inline-flex min-h-9 items-center font-semibold underline underline-offset-4"
            >
              {lang === "zh" ? nameZh : nameEn}
            </a>
            <span className="tabular-nums">
              {words.points(figure.format(score))}
              {high > low ? (
                <span className="text-ink-soft text-sm">
                  {" "}
                  {words.range(figure.format(low), figure.format(high))}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-ink-soft measure mt-2 text-sm">
        {words.method}{" "}
        <a href={go.whereToExport({ products: codes.join(", ") })} className="text-deep underline">
          {words.toRanking}
        </a>
      </p>
    </section>
  );
}
