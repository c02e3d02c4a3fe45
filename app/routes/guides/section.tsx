import { dictionary } from "#app/i18n/index.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { followState } from "#app/modules/follows/queries.server.ts";
import { glossaryMarker } from "#app/modules/glossary/queries.server.ts";
import { guideContents, isEmpty, neighbours } from "#app/modules/guides/contents.ts";
import { renderProse } from "#app/modules/guides/markdown.ts";
import { linkFigures } from "#app/modules/guides/prose-facts.ts";
import { sectionPair, sectionsOf } from "#app/modules/guides/queries.server.ts";
import { sideOf } from "#app/modules/markets/facts.ts";
import { factsOf, findMarket } from "#app/modules/markets/queries.server.ts";
import { openOpportunitiesForMarket } from "#app/modules/opportunities/queries.server.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { GuideHead, JsonLd } from "#app/routes/readers/guide-head.tsx";
import { articleData } from "#app/routes/readers/structured-data.ts";
import { FollowButton } from "#app/routes/readers/follow-button.tsx";
import { UsefulForm } from "#app/routes/readers/useful-form.tsx";
import { SectionFigure } from "#app/routes/cross/figures.tsx";
import { InAllMarkets } from "#app/routes/cross/in-all-markets.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/section";
import { FactTable } from "./fact-table.tsx";
import { GuideError } from "./missing-place.tsx";
import { marketAt, topicAt } from "./place.server.ts";
import { NextFairs, OpenOpportunities } from "./related.tsx";
import { SectionDates } from "./section-dates.tsx";
import { SectionProse, SectionSources } from "./section-prose.tsx";
import { TopicNeighbours, TopicRail } from "./topic-rail.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { search } = new URL(args.request.url);
  const market = marketAt(ctx, args.params, search);
  const topic = topicAt(ctx, market, args.params.topic, search);
  const facts = factsOf(ctx, market);
  const pair = sectionPair(ctx, market.code, topic);
  const general = sectionPair(ctx, "ALL", topic);
  const section = pair[ctx.lang] ?? pair.en ?? pair.zh;
  const origin = market.kind === "market" ? findMarket(ctx, "CN") : null;
  return {
    lang: ctx.lang,
    now: ctx.now,
    market,
    topic,
    facts,
    section: section && {
      ...section,
      prose: renderProse(
        ctx.lang,
        linkFigures(section.lang, market.code, section.body, facts),
        glossaryMarker(ctx, section.lang),
      ),
      other: section.lang === "en" ? pair.zh : pair.en,
    },
    general: Boolean(general.en ?? general.zh),
    origin:
      origin && factsOf(ctx, origin).filter((fact) => fact.topic === topic && fact.kind === "regulation"),
    entries: guideContents(ctx.lang, facts, sectionsOf(ctx, market.code), ctx.now),
    opportunities: openOpportunitiesForMarket(ctx, market.code),
    siteOrigin: env().APP_ORIGIN,
    follow: followState(ctx, market.code, topic),
    mayEdit: may(ctx.actor, "guides.edit"),
  };
}

/** One topic of one market: the answer and its facts first, then the prose and what it rests on. */
export default function GuideSection({ loaderData }: Route.ComponentProps) {
  const {
    lang,
    now,
    market,
    topic,
    facts,
    section,
    general,
    origin,
    entries,
    opportunities,
    follow,
    mayEdit,
    siteOrigin,
  } = loaderData;
  const t = dictionary(lang);
  const words = t.guides.section;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const own = facts.filter((fact) => fact.topic === topic);
  const empty = own.length === 0 && !section;
  const portals = facts.filter((fact) => fact.kind === "portal" && fact.url);
  const title = section?.title && section.lang === lang ? section.title : t.topics[topic];
  const contents = [
    ...(own.length > 0 ? [{ id: "facts", text: words.answer }] : []),
    ...(section?.prose.headings.filter(({ level }) => level === 2) ?? []),
    ...(origin?.length ? [{ id: "origin", text: words.originTitle }] : []),
    ...(section?.sources.length ? [{ id: "sources", text: words.sources }] : []),
  ];
  return (
    <>
      <title>{`${name} · ${title} · ${t.common.site.name}`}</title>
      <GuideHead
        lang={lang}
        origin={siteOrigin}
        path={at(lang).section(market.code, topic)}
        market={market}
      />
      {section ? (
        <JsonLd
          data={articleData({
            ...{ lang, origin: siteOrigin, market, topic },
            title,
            summary: section.summary,
            sectionLang: section.lang,
            publishedAt: section.publishedAt,
            verifiedAt: section.verifiedAt,
          })}
        />
      ) : null}
      {section?.summary ? <meta name="description" content={section.summary} /> : null}
      <PageHead
        kicker={
          <nav aria-label={t.guides.market.kicker}>
            <a href={at(lang).guides()} className="text-note underline underline-offset-4">
              {t.guides.list.title}
            </a>
            {" / "}
            <a href={at(lang).guide(market.code)} className="text-note underline underline-offset-4">
              {name}
            </a>
          </nav>
        }
        title={
          <>
            <span className="text-ink-soft font-normal">{name}</span>{" "}
            <span className="wrap-anywhere break-keep">{title}</span>
          </>
        }
        lead={
          section?.summary ? (
            <span className="text-ink text-lg">
              {section.lang === lang ? (
                section.summary
              ) : (
                <Foreign lang={section.lang}>{section.summary}</Foreign>
              )}
            </span>
          ) : null
        }
        actions={
          <>
            {mayEdit ? (
              <ButtonLink href={at(lang).staffGuide(market.code, topic)}>{words.edit}</ButtonLink>
            ) : null}
            <FollowButton lang={lang} market={market} topic={topic} state={follow} />
            <ButtonLink href={at(lang).sectionPdf(market.code, topic)}>{t.readers.pdf.section}</ButtonLink>
            <print-button data-label={t.common.actions.print} />
          </>
        }
      />
      <div className="lg:grid lg:grid-cols-[1fr_14rem] lg:gap-10">
        <article className="min-w-0">
          <SectionDates lang={lang} section={section} now={now} />
          {contents.length > 1 ? <JumpList label={words.onThisPage} contents={contents} /> : null}
          {empty ? (
            <EmptyState title={words.nothingTitle(t.topics[topic], name)}>
              <p>{words.nothingText}</p>
              <ul className="mt-2 flex flex-wrap gap-x-6">
                {entries
                  .filter((entry) => !isEmpty(entry))
                  .slice(0, 6)
                  .map((entry) => (
                    <li key={entry.topic}>
                      <a href={at(lang).section(market.code, entry.topic)}>{t.topics[entry.topic]}</a>
                    </li>
                  ))}
              </ul>
            </EmptyState>
          ) : null}
          {own.length > 0 ? (
            <section aria-labelledby="facts" className="mb-10">
              <h2 id="facts" className="mb-2 scroll-mt-4 text-xl">
                {words.answer}
              </h2>
              <FactTable lang={lang} blocks={market.blocks} facts={own} />
            </section>
          ) : null}
          {section ? <SectionProse lang={lang} section={section} /> : null}
          <SectionFigure lang={lang} market={market.code} topic={topic} />
          <InAllMarkets lang={lang} market={market} topic={topic} general={general} />
          {own.length > 0 && !section ? (
            <EmptyState title={words.noProseTitle}>
              <p>{words.noProseText}</p>
              <ul className="mt-2 flex flex-wrap gap-x-6">
                {portals.map((portal) => (
                  <li key={portal.key}>
                    <a href={portal.url ?? undefined} rel="external noopener noreferrer">
                      {sideOf(lang, portal.labelEn, portal.labelZh)?.text}
                    </a>
                  </li>
                ))}
              </ul>
            </EmptyState>
          ) : null}
          {origin?.length ? (
            <section aria-labelledby="origin" className="mt-10">
              <h2 id="origin" className="mb-2 scroll-mt-4 text-xl">
                {words.originTitle}
              </h2>
              <FactTable lang={lang} blocks={[]} facts={origin} />
            </section>
          ) : null}
          {section ? <SectionSources lang={lang} sources={section.sources} /> : null}
          {section ? (
            <UsefulForm
              lang={lang}
              market={market.code}
              topic={topic}
              revision={section.publishedRevisionId ?? ""}
            />
          ) : own.length > 0 ? (
            <p className="no-print border-line-strong mt-12 border-t pt-4">
              <a href={at(lang).report(market.code, topic)}>{t.readers.report.link}</a>
            </p>
          ) : null}
          <TopicNeighbours lang={lang} market={market.code} {...neighbours(entries, topic)} />
        </article>
        <aside className="no-print mt-12 space-y-8 lg:mt-0">
          <TopicRail lang={lang} market={market.code} topic={topic} contents={contents} entries={entries} />
          <OpenOpportunities lang={lang} market={market.code} opportunities={opportunities} />
          {topic === "fairs" ? null : <NextFairs lang={lang} market={market.code} facts={facts} now={now} />}
        </aside>
      </div>
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <GuideError error={error} lang={params.lang === "zh" ? "zh" : "en"} />;
}

/** The contents above the text on narrow screens, where the right column stands below it. */
function JumpList({ label, contents }: { label: string; contents: { id: string; text: string }[] }) {
  return (
    <nav aria-label={label} className="no-print border-line mb-8 border-b pb-4 lg:hidden">
      <ul className="flex flex-wrap gap-x-5">
        {contents.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="text-deep inline-flex min-h-9 items-center underline underline-offset-4"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
