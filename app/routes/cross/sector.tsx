import { data } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { leadingMarkets } from "#app/modules/market-ranking/queries.server.ts";
import { shortSectorName } from "#app/modules/matching/sector-names.ts";
import { sectorPage } from "#app/modules/sectors/queries.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/sector";
import { MissingEntry } from "./missing-entry.tsx";
import { SectorMarkets } from "./sector-markets.tsx";
import { SectorFairs, SectorOpportunities, SectorStatements } from "./sector-parts.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const page = sectorPage(ctx, args.params.code);
  if (!page) throw data(null, { status: 404 });
  const codes = goodsOf(page);
  return { lang: ctx.lang, ...page, codes, leading: leadingMarkets(ctx, ctx.lang, codes) };
}

/** The HS chapters that a sector is about; none for a service, whose markets are not ranked by goods. */
function goodsOf({ sector, children }: NonNullable<ReturnType<typeof sectorPage>>): string[] {
  const all = sector.kind === "chapter" ? [sector] : children;
  return all.filter(({ kind }) => kind === "chapter").map(({ code }) => code);
}

/** One sector: where to sell, who looks for suppliers, which marks and rules name it, where its fairs are. */
export default function SectorPage({ loaderData }: Route.ComponentProps) {
  const {
    lang,
    sector,
    parent,
    children,
    words: read,
    marks,
    rules,
    fairs,
    generalFairs,
    opportunities,
    codes,
    leading,
  } = loaderData;
  const t = dictionary(lang);
  const words = t.crossmarket.sectors;
  const go = at(lang);
  const name = shortSectorName(lang, sector);
  const full = lang === "zh" ? sector.nameZh : sector.nameEn;
  const kicker =
    sector.kind === "chapter"
      ? words.chapter(sector.code)
      : sector.kind === "section"
        ? words.section
        : words.service;
  return (
    <>
      <title>{`${name} · ${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.leadOf(name)} />
      <PageHead
        kicker={
          <>
            <a href={go.sectors()} className="text-note underline underline-offset-4">
              {words.title}
            </a>{" "}
            · {kicker}
          </>
        }
        title={name}
        lead={words.leadOf(full)}
      />
      {parent && sector.kind === "chapter" ? (
        <p className="text-ink-soft -mt-4 mb-6 text-sm">
          {words.part} <a href={go.sector(parent.code)}>{lang === "zh" ? parent.nameZh : parent.nameEn}</a>
        </p>
      ) : null}
      {children.length > 0 ? (
        <nav aria-label={words.chapters} className="mb-8">
          <h2 className="mb-1 text-base">{sector.kind === "service" ? words.services : words.chapters}</h2>
          <ul className="flex flex-wrap gap-x-6">
            {children.map((child) => (
              <li key={child.code}>
                <a
                  href={go.sector(child.code)}
                  className="text-deep inline-flex min-h-9 items-center gap-1.5 underline underline-offset-4"
                >
                  {child.kind === "chapter" ? (
                    <span className="text-ink-soft text-sm">{child.code}</span>
                  ) : null}
                  {shortSectorName(lang, child)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {codes.length > 0 ? <SectorMarkets lang={lang} codes={codes} leading={leading} /> : null}
      {read === null ? (
        <div className="mb-10">
          <EmptyState title={words.noWords}>
            <a href={go.topic("standards")}>{words.toStandards}</a>
          </EmptyState>
        </div>
      ) : null}
      <SectorOpportunities lang={lang} opportunities={opportunities} />
      {read ? (
        <>
          {marks.length + rules.length === 0 ? (
            <div className="mb-10">
              <EmptyState title={words.noRules}>
                <a href={go.topic("standards")}>{words.toStandards}</a>
              </EmptyState>
            </div>
          ) : null}
          <SectorStatements lang={lang} id="marks" title={words.marks} facts={marks} />
          <SectorStatements lang={lang} id="rules" title={words.rules} facts={rules} />
        </>
      ) : null}
      <SectorFairs lang={lang} fairs={fairs} general={generalFairs} />
      {read ? (
        <p className="text-ink-soft measure border-line border-t pt-3 text-sm">
          {words.method} {(lang === "zh" ? read.zh : read.en).join(lang === "zh" ? "、" : ", ")}
          {lang === "zh" ? "。" : ". "}
          {words.methodLimit}
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  const lang = params.lang === "zh" ? "zh" : "en";
  const words = dictionary(lang).crossmarket.sectors;
  return (
    <MissingEntry
      error={error}
      lang={lang}
      title={words.missing}
      text={words.missingText}
      links={[{ href: at(lang).sectors(), label: words.title }]}
    />
  );
}
