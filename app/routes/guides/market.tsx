import { dictionary } from "#app/i18n/index.ts";
import { followState } from "#app/modules/follows/queries.server.ts";
import { guideContents, isEmpty } from "#app/modules/guides/contents.ts";
import { sectionsOf } from "#app/modules/guides/queries.server.ts";
import { countFacts, currencyName, isKeyFigure } from "#app/modules/markets/facts.ts";
import { factsOf, findMarket, type FoundMarket } from "#app/modules/markets/queries.server.ts";
import { regionGroup } from "#app/modules/markets/regions.ts";
import type { Lang } from "#app/platform/context.ts";
import { openOpportunitiesForMarket } from "#app/modules/opportunities/queries.server.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { GuideHead, JsonLd } from "#app/routes/readers/guide-head.tsx";
import { SaveGuideButton } from "#app/routes/readers/save-guide-button.tsx";
import { breadcrumbData } from "#app/routes/readers/structured-data.ts";
import { FollowButton } from "#app/routes/readers/follow-button.tsx";
import { GuideWays } from "#app/routes/cross/guide-ways.tsx";
import { BlockMembers } from "#app/routes/cross/block-members.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/market";
import { FactTable } from "./fact-table.tsx";
import { GuideContents } from "./guide-contents.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { CheckedBar } from "./market-tile.tsx";
import { GuideError } from "./missing-place.tsx";
import { marketAt } from "./place.server.ts";
import { NextFairs, OpenOpportunities } from "./related.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const market = marketAt(ctx, args.params, new URL(args.request.url).search);
  const facts = factsOf(ctx, market);
  return {
    lang: ctx.lang,
    now: ctx.now,
    market,
    facts,
    members: market.members.map((member) => ({
      ...member,
      facts: factsOf(ctx, findMarket(ctx, member.code)!),
    })),
    entries: guideContents(ctx.lang, facts, sectionsOf(ctx, market.code), ctx.now),
    opportunities: openOpportunitiesForMarket(ctx, market.code),
    siteOrigin: env().APP_ORIGIN,
    follow: followState(ctx, market.code, ""),
  };
}

/** A market's whole guide: key figures, what each topic holds, then every fact by topic. */
export default function MarketGuide({ loaderData }: Route.ComponentProps) {
  const { lang, now, market, facts, members, entries, opportunities, follow, siteOrigin } = loaderData;
  const t = dictionary(lang);
  const words = t.guides.market;
  const [own, other] = lang === "zh" ? [market.nameZh, market.nameEn] : [market.nameEn, market.nameZh];
  const count = countFacts(facts);
  const group = market.kind === "market" ? regionGroup(market.region) : null;
  const kicker = {
    market: words.kicker,
    block: words.blockKicker,
    origin: words.originKicker,
    world: words.worldKicker,
  }[market.kind];
  return (
    <>
      <title>{`${own} · ${kicker} · ${t.common.site.name}`}</title>
      <GuideHead lang={lang} origin={siteOrigin} path={at(lang).guide(market.code)} market={market} />
      <JsonLd data={breadcrumbData({ lang, origin: siteOrigin, market })} />
      <meta name="description" content={words.description(own)} />
      <PageHead
        kicker={
          <>
            <a
              href={at(lang).guides(group ? { region: group } : {})}
              className="text-note underline underline-offset-4"
            >
              {kicker}
            </a>
            {group ? ` · ${t.guides.regions[group]}` : null}
          </>
        }
        title={
          <>
            {own}{" "}
            <span className="text-ink-soft text-[0.6em] font-normal">
              <Foreign lang={lang === "zh" ? "en" : "zh"}>{other}</Foreign>
            </span>
          </>
        }
        lead={<Particulars lang={lang} market={market} />}
        actions={
          <>
            <FollowButton lang={lang} market={market} state={follow} />
            <ButtonLink href={at(lang).marketChecklist(market.code)}>{t.readers.checklist.link}</ButtonLink>
            <SaveGuideButton
              lang={lang}
              code={market.code}
              name={own}
              topics={entries.filter((entry) => !isEmpty(entry)).map(({ topic }) => topic)}
            />
            <ButtonLink href={at(lang).guidePdf(market.code)}>{t.readers.pdf.market}</ButtonLink>
          </>
        }
      />
      {market.kind === "world" ? <GuideWays lang={lang} current="general" /> : null}
      <KeyFigures lang={lang} facts={facts} />
      <BlockMembers
        lang={lang}
        members={members}
        agreements={facts.filter(({ kind }) => kind === "fta").map(({ key }) => key)}
      />
      <div className="lg:grid lg:grid-cols-[1fr_14rem] lg:gap-10">
        <div className="min-w-0">
          <section aria-labelledby="topics" className="mb-12">
            <h2 id="topics" className="mb-3 text-2xl">
              {words.topics}
            </h2>
            <GuideContents
              lang={lang}
              code={market.code}
              entries={market.kind === "market" ? entries : entries.filter((entry) => !isEmpty(entry))}
            />
          </section>
          {entries
            .filter((entry) => entry.facts.total > 0)
            .map(({ topic }) => {
              const shown = facts.filter((fact) => fact.topic === topic && !isKeyFigure(fact));
              if (shown.length === 0) return null;
              return (
                <section key={topic} aria-labelledby={topic} className="mb-10">
                  <h2 id={topic} className="mb-2 scroll-mt-4 text-xl">
                    <a
                      href={at(lang).section(market.code, topic)}
                      className="text-ink hover:text-note no-underline"
                    >
                      {t.topics[topic]}
                    </a>
                  </h2>
                  <FactTable lang={lang} blocks={market.blocks} facts={shown} />
                </section>
              );
            })}
        </div>
        <aside className="no-print mt-10 space-y-8 lg:mt-0">
          {market.kind === "market" ? (
            <p>
              <a href={at(lang).compare({ market: [market.code] })}>{t.ranking.compareLink}</a>
            </p>
          ) : null}
          <section>
            <h2 className="text-base">{words.sumTitle}</h2>
            <div className="my-2">
              <CheckedBar count={count} />
            </div>
            <p className="text-ink-soft text-sm">
              {t.guides.checkedOf(count.checked, count.toCheck)}
              {count.gaps > 0 ? ` · ${t.guides.gaps(count.gaps)}` : null}
            </p>
          </section>
          <OpenOpportunities lang={lang} market={market.code} opportunities={opportunities} />
          <NextFairs lang={lang} market={market.code} facts={facts} now={now} />
          <nav aria-label={t.guides.section.onThisPage} className="sticky top-4 hidden lg:block">
            <h2 className="text-base">{t.guides.section.onThisPage}</h2>
            <ul className="mt-1">
              {entries
                .filter((entry) => !isEmpty(entry) && facts.some(({ topic }) => topic === entry.topic))
                .map(({ topic }) => (
                  <li key={topic}>
                    <a href={`#${topic}`} className="rail-link text-sm">
                      {t.topics[topic]}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        </aside>
      </div>
    </>
  );
}

/** Currency, languages and blocks (or the members, for a block) in one line. */
function Particulars({ lang, market }: { lang: Lang; market: FoundMarket }) {
  const words = dictionary(lang).guides.market;
  const [colon, comma] = lang === "zh" ? ["：", "、"] : [": ", ", "];
  const links = (places: { code: string; nameEn: string; nameZh: string }[]) =>
    places.map(({ code, nameEn, nameZh }, index) => (
      <span key={code}>
        {index > 0 ? comma : null}
        <a href={at(lang).guide(code)}>{lang === "zh" ? nameZh : nameEn}</a>
      </span>
    ));
  const items: [string, React.ReactNode][] = [];
  if (market.currency)
    items.push([
      words.currency,
      lang === "zh"
        ? `${currencyName(lang, market.currency)}（${market.currency}）`
        : `${currencyName(lang, market.currency)} (${market.currency})`,
    ]);
  if (market.languages.length > 0) {
    items.push([
      words.languages,
      market.languages.map((one) => (lang === "zh" ? one.nameZh : one.nameEn)).join(comma),
    ]);
  }
  if (market.blocks.length > 0) items.push([words.takesOver, links(market.blocks)]);
  if (market.groups.length > 0) items.push([dictionary(lang).crossmarket.block.groups, links(market.groups)]);
  if (market.members.length > 0) items.push([words.membersAre, links(market.members)]);
  return items.map(([label, value], index) => (
    <span key={label}>
      {index > 0 ? " · " : null}
      {label}
      {colon}
      <span className="text-ink">{value}</span>
    </span>
  ));
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <GuideError error={error} lang={params.lang === "zh" ? "zh" : "en"} />;
}
