import { dictionary } from "#app/i18n/index.ts";
import { listMarkets } from "#app/modules/markets/queries.server.ts";
import { nextFairs, openProgrammes, standingFigures } from "#app/modules/opportunities/queries.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { OpportunityLines } from "./opportunity-lines.tsx";
import { SearchBox } from "#app/routes/site-header.tsx";
import { ChartBackdrop } from "#app/ui/chart-backdrop.tsx";
import { MarketTiles } from "./market-tiles.tsx";
import type { Route } from "./+types/home";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  return {
    lang: ctx.lang,
    fairs: nextFairs(ctx, 4),
    programmes: openProgrammes(ctx, 4),
    figures: standingFigures(ctx),
    tiles: listMarkets(ctx)
      .filter((market) => market.kind === "market")
      .map(({ code, nameEn, nameZh, region, facts, written }) => ({
        code,
        nameEn,
        nameZh,
        region,
        facts: facts.total - facts.gaps,
        written: written.en + written.zh > 0,
      })),
  };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { lang, tiles, fairs, programmes, figures } = loaderData;
  const t = dictionary(lang);
  const { home } = t;
  const go = at(lang);
  const counts = [
    { count: figures.vetted, label: home.trust.vetted },
    { count: figures.endorsed, label: home.trust.endorsed },
    { count: figures.endorsers, label: home.trust.endorsers },
  ];
  return (
    <>
      <title>{`${t.common.site.name} ${t.common.site.otherName} · ${t.common.site.tagline}`}</title>
      <meta name="description" content={home.sentence} />
      <section className="border-line bg-shoalwater -mx-4 -mt-8 mb-10 border-b sm:mx-0">
        <div className="mx-auto max-w-3xl px-4 pt-10 pb-6 sm:pt-16">
          <h1 className="text-3xl sm:text-5xl">{home.title}</h1>
          <div className="mt-6">
            <SearchBox lang={lang} query="" large />
          </div>
          <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
            <span className="text-ink-soft">{home.tryThese}</span>
            {home.examples.map((q) => (
              <a key={q} href={go.search({ q })}>
                {q}
              </a>
            ))}
          </p>
          <p className="measure mt-6 text-lg">{home.sentence}</p>
        </div>
        <ChartBackdrop className="block h-28 w-full sm:h-36" />
      </section>

      <section aria-labelledby="markets" className="mb-14">
        <h2 id="markets" className="text-2xl">
          {home.markets.title}
        </h2>
        <p className="text-ink-soft measure mb-5">{home.markets.lead}</p>
        <MarketTiles lang={lang} tiles={tiles} />
        <p className="mt-4">
          <a href={go.guides()}>{home.markets.all}</a>
        </p>
        <p className="measure mt-2">
          {t.ranking.homeLead} <a href={go.whereToExport()}>{t.ranking.homeLink}</a>
        </p>
      </section>

      <div className="mb-14 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="fairs">
          <h2 id="fairs" className="mb-3 text-2xl">
            {home.fairs.title}
          </h2>
          <OpportunityLines lang={lang} lines={fairs} none={home.fairs.none} />
          <p className="mt-4">
            <a href={go.opportunities({ kind: "fair" })}>{home.fairs.all}</a>
          </p>
        </section>
        <section aria-labelledby="programmes">
          <h2 id="programmes" className="mb-3 text-2xl">
            {home.programmes.title}
          </h2>
          <OpportunityLines lang={lang} lines={programmes} none={home.programmes.none} />
          <p className="mt-4">
            <a href={go.opportunities()}>{home.programmes.all}</a>
          </p>
        </section>
      </div>

      <section aria-labelledby="trust" className="border-ink border-t-2 pt-6">
        <h2 id="trust" className="text-2xl">
          {home.trust.title}
        </h2>
        <p className="text-ink-soft measure">{home.trust.lead}</p>
        <dl className="mt-5 grid gap-6 sm:grid-cols-3">
          {counts.map(({ count, label }) => (
            <div key={label} className="border-line flex items-baseline gap-3 border-l-4 pl-4">
              <dt className="text-ink-soft order-2">{label}</dt>
              <dd className="text-4xl font-semibold">{count}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
