import { dictionary } from "#app/i18n/index.ts";
import { inNameOrder, regionGroup, regionGroups } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

export type HomeTile = {
  code: string;
  nameEn: string;
  nameZh: string;
  region: string | null;
  facts: number;
  written: boolean;
};

/** Small tiles by region; the sounding is the number of sourced facts, as depths stand on a chart. */
export function MarketTiles({ lang, tiles }: { lang: Lang; tiles: HomeTile[] }) {
  const t = dictionary(lang);
  const go = at(lang);
  const inOrder = inNameOrder(tiles, lang);
  const groups = regionGroups.filter((group) => tiles.some((tile) => regionGroup(tile.region) === group));
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2 xl:grid-cols-3">
      {groups.map((group) => (
        <section key={group} aria-labelledby={`region-${group}`}>
          <h3 id={`region-${group}`} className="border-ink border-b pb-1 text-base">
            {t.guides.regions[group]}
          </h3>
          <ul>
            {inOrder
              .filter((tile) => regionGroup(tile.region) === group)
              .map((tile) => (
                <li key={tile.code} className="border-line border-b">
                  <a href={go.guide(tile.code)} className="tile-link group">
                    <span className="text-ink-soft w-8 text-sm">{tile.code}</span>
                    <span className="font-semibold">{lang === "zh" ? tile.nameZh : tile.nameEn}</span>
                    {tile.written ? (
                      <span
                        className="bg-note inline-block size-2 rounded-full"
                        role="img"
                        aria-label={t.home.markets.written}
                      />
                    ) : null}
                    <span className="text-deep ml-auto italic" aria-label={t.home.markets.facts(tile.facts)}>
                      {tile.facts}
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
