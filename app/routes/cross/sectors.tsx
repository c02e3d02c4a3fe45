import { dictionary } from "#app/i18n/index.ts";
import { shortSectorName } from "#app/modules/matching/sector-names.ts";
import { sectorCounts, sectorTree, type Sector } from "#app/modules/sectors/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/sectors";
import { GuideWays } from "./guide-ways.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const counts = sectorCounts(ctx);
  return {
    lang: ctx.lang,
    sectors: sectorTree(ctx).map((sector) => ({ ...sector, entries: counts.get(sector.code) ?? 0 })),
  };
}

type Counted = Sector & { entries: number };

/** The sector tree: sections of the nomenclature with their chapters, services last. */
export default function Sectors({ loaderData: { lang, sectors } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.crossmarket.sectors;
  const sections = sectors.filter(({ kind }) => kind === "section");
  const under = (code: string) => sectors.filter(({ parentCode }) => parentCode === code);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.description} />
      <PageHead kicker={words.kicker} title={words.title} lead={words.lead} />
      <GuideWays lang={lang} current="sectors" />
      <h2 className="mb-4 text-2xl">{words.goods}</h2>
      <div className="mb-12 columns-1 gap-x-12 md:columns-2">
        {sections.map((section) => (
          <section key={section.code} className="mb-6 break-inside-avoid">
            <h3 className="border-ink border-b pb-1 text-base">
              <a href={at(lang).sector(section.code)} className="text-ink hover:text-note no-underline">
                {lang === "zh" ? section.nameZh : section.nameEn}
              </a>
            </h3>
            <Lines lang={lang} sectors={under(section.code)} />
          </section>
        ))}
      </div>
      <h2 className="mb-4 text-2xl">{words.services}</h2>
      <div className="columns-1 gap-x-12 md:columns-2">
        <Lines lang={lang} sectors={under("svc")} />
      </div>
    </>
  );
}

function Lines({ lang, sectors }: { lang: Lang; sectors: Counted[] }) {
  const words = dictionary(lang).crossmarket.sectors;
  return (
    <ul>
      {sectors.map((sector) => (
        <li key={sector.code} className="border-line break-inside-avoid border-b">
          <a href={at(lang).sector(sector.code)} className="tile-link">
            {sector.kind === "chapter" ? (
              <span className="text-ink-soft w-6 shrink-0 text-sm">{sector.code}</span>
            ) : null}
            <span className="py-1 leading-snug">{shortSectorName(lang, sector)}</span>
            {sector.entries > 0 ? (
              <span className="text-deep ml-auto italic" aria-label={words.entries(sector.entries)}>
                {sector.entries}
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
