import { dictionary } from "#app/i18n/index.ts";
import { listMarkets, type MarketTile as Tile } from "#app/modules/markets/queries.server.ts";
import { inNameOrder, isRegionGroup, regionGroup, regionGroups } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/markets";
import { GuideWays } from "#app/routes/cross/guide-ways.tsx";
import { MarketTile } from "./market-tile.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const asked = new URL(args.request.url).searchParams.get("region");
  return {
    lang: ctx.lang,
    region: isRegionGroup(asked) ? asked : null,
    unknownRegion: Boolean(asked) && !isRegionGroup(asked),
    markets: listMarkets(ctx),
  };
}

/** The index of guides: tiles by region, never a map (decision 004). */
export default function Markets({ loaderData }: Route.ComponentProps) {
  const { lang, region, unknownRegion, markets } = loaderData;
  const t = dictionary(lang);
  const words = t.guides.list;
  const inOrder = inNameOrder(markets, lang);
  const tiles = inOrder.filter(({ kind }) => kind === "market");
  const groups = regionGroups
    .map((group) => ({ group, tiles: tiles.filter((market) => regionGroup(market.region) === group) }))
    .filter((entry) => entry.tiles.length > 0);
  const shown = groups.filter(({ group }) => region === null || group === region);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.description} />
      <PageHead kicker={words.kicker} title={words.title} lead={words.lead} />
      <GuideWays lang={lang} current="markets" />
      <p className="no-print mb-4">
        {t.ranking.guidesLead} <a href={at(lang).whereToExport()}>{t.ranking.homeLink}</a>
      </p>
      {unknownRegion ? <Notice>{words.unknownRegion}</Notice> : null}
      <nav aria-label={words.filter} className="no-print mb-6 flex flex-wrap gap-x-5 gap-y-1">
        <RegionLink
          lang={lang}
          region={null}
          current={region === null}
          label={words.allRegions}
          count={tiles.length}
        />
        {groups.map((entry) => (
          <RegionLink
            key={entry.group}
            lang={lang}
            region={entry.group}
            current={region === entry.group}
            label={t.guides.regions[entry.group]}
            count={entry.tiles.length}
          />
        ))}
      </nav>
      {shown.map((entry) => (
        <Band key={entry.group} title={t.guides.regions[entry.group]}>
          <ul className="grid grid-cols-2 pt-px pl-px sm:grid-cols-3 lg:grid-cols-4 2xl:grid-cols-5">
            {entry.tiles.map((market) => (
              <MarketTile key={market.code} lang={lang} market={market} />
            ))}
          </ul>
        </Band>
      ))}
      {region === null ? (
        <>
          <SharedRules
            id="blocks"
            lang={lang}
            title={words.blocks}
            lead={words.blocksLead}
            markets={inOrder.filter(({ kind }) => kind === "block")}
          />
          <SharedRules
            id="origin"
            lang={lang}
            title={words.origin}
            lead={words.originLead}
            markets={inOrder.filter(({ kind }) => kind === "origin")}
          />
        </>
      ) : null}
      <p className="text-note mt-8 text-sm">{words.legend}</p>
    </>
  );
}

function RegionLink({
  lang,
  region,
  current,
  label,
  count,
}: {
  lang: Lang;
  region: string | null;
  current: boolean;
  label: string;
  count: number;
}) {
  return (
    <a
      href={at(lang).guides(region ? { region } : {})}
      aria-current={current ? "true" : undefined}
      className="nav-link inline-flex min-h-11 items-center gap-1.5"
    >
      {label} <span className="text-ink-soft text-sm">{count}</span>
    </a>
  );
}

/** A region: its name in the margin, its markets beside it. */
function Band({
  id,
  title,
  lead,
  children,
}: {
  id?: string;
  title: string;
  lead?: string;
  children: React.ReactNode;
}) {
  return (
    <section
      id={id}
      className="scroll-mt-4 border-line-strong mb-8 grid gap-x-8 gap-y-3 border-t pt-3 lg:grid-cols-[12rem_1fr]"
    >
      <div>
        <h2 className="text-lg">{title}</h2>
        {lead ? <p className="text-ink-soft mt-1 text-sm">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}

function SharedRules({
  id,
  lang,
  title,
  lead,
  markets,
}: {
  id: string;
  lang: Lang;
  title: string;
  lead: string;
  markets: Tile[];
}) {
  const t = dictionary(lang).guides;
  return (
    <Band id={id} title={title} lead={lead}>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {markets.map((market) => (
          <li key={market.code} className="border-line border-b py-2">
            <a href={at(lang).guide(market.code)}>{lang === "zh" ? market.nameZh : market.nameEn}</a>
            <p className="text-ink-soft text-sm">
              {t.facts(market.facts.total)}
              {lang === "zh" ? "：" : ": "}
              {t.checkedOf(market.facts.checked, market.facts.toCheck)}
            </p>
          </li>
        ))}
      </ul>
    </Band>
  );
}
