import { may } from "#app/modules/accounts/rights.ts";
import { dictionary } from "#app/i18n/index.ts";
import { marketRows } from "#app/modules/markets/queries.server.ts";
import { chapterOf } from "#app/modules/search/chapter.server.ts";
import { findEntries, findSections, suggestAnswer } from "#app/modules/search/queries.server.ts";
import { namesOf, noteSearch } from "#app/modules/search/query-log.server.ts";
import { searchFormOf } from "#app/modules/search/schema.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/search";
import { AskTheDesk, SaveSearch } from "./after-hits.tsx";
import { ChapterBox } from "./chapter-box.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { Results } from "./results.tsx";
import { Tabs } from "./tabs.tsx";

const perPage = 10;
/** Guide sections on the page of everything, before the best few of each other kind. */
const perPageOfAll = 6;

export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const { signal } = args.request;
  const form = searchFormOf(new URL(args.request.url).searchParams);
  const { q, tab, page } = form;
  const ofGuides = tab === "all" || tab === "guides";
  const alone = q === "" ? "guides" : tab;
  const limit = alone === "all" && page === 1 ? perPageOfAll : perPage;
  const kind = tab === "all" || tab === "guides" ? null : tab;
  // Both at once: an engine that does not answer is waited for once.
  const [found, entries] = await Promise.all([
    findSections(
      {
        q,
        lang,
        markets: form.market,
        topics: form.topic,
        page: ofGuides ? page : 1,
        limit: ofGuides ? limit : 1,
      },
      signal,
    ),
    q === "" ? null : findEntries(q, { kind, markets: form.market, page, limit: perPage }, signal),
  ]);
  if (q !== "" && page === 1 && tab === "all" && found.ready)
    noteSearch({ query: q, lang, hits: found.total }, ctx.now, namesOf(ctx.actor));
  const names = marketRows(ctx).map(({ code, nameEn, nameZh }) => [code, lang === "en" ? nameEn : nameZh]);
  return {
    lang,
    form,
    found,
    entries,
    chapter: chapterOf(ctx, found.hs),
    mayAsk: may(ctx.actor, "desk.ask") || ctx.actor.kind === "visitor",
    signedIn: may(ctx.actor, "searches.save"),
    marketNames: Object.fromEntries(names) as Record<string, string>,
    suggestions: found.total === 0 && q ? suggestAnswer(q, lang, 6).suggestions : [],
  };
}

/** The results of a search. Everything is in the URL, so a page of results can be kept, sent and read without JavaScript. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const { lang, form, found, entries, chapter, marketNames, suggestions } = loaderData;
  const t = dictionary(lang);
  const words = t.search;
  const go = at(lang);
  const heading = form.q ? words.titleFor(form.q) : words.title;
  const others = Object.values(entries ?? {}).reduce((sum, { total }) => sum + total, 0);
  const nothing = found.total === 0 && others === 0;
  const most = Object.entries(found.facets.market).sort((a, b) => b[1] - a[1]);
  return (
    <>
      <title>{`${heading} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead
        kicker={form.q ? words.results : undefined}
        title={<span className="break-words">{heading}</span>}
        lead={<span role="status">{form.q || found.total > 0 ? words.found(found.total) : words.lead}</span>}
        actions={
          form.q && !nothing ? <SaveSearch lang={lang} form={form} signedIn={loaderData.signedIn} /> : null
        }
      />
      {found.degraded && found.ready ? <Notice tone="warn">{words.degraded}</Notice> : null}
      {found.ready ? null : <Notice tone="warn">{words.starting}</Notice>}
      {found.total > 0
        ? found.elsewhere.map(({ nameEn, nameZh }) => (
            <Notice key={nameEn}>{words.noGuide(lang === "en" ? nameEn : nameZh)}</Notice>
          ))
        : null}
      {found.didYouMean ? (
        <p className="mb-6">
          {words.didYouMean}{" "}
          <a
            href={go.search({ q: found.didYouMean })}
            className="text-deep font-semibold underline underline-offset-4"
          >
            {found.didYouMean}
          </a>
          {lang === "zh" ? "？" : "?"}
        </p>
      ) : null}
      {form.q && !nothing ? <Tabs lang={lang} form={form} guides={found.total} entries={entries} /> : null}
      {chapter && (form.tab === "all" || form.tab === "guides") ? (
        <ChapterBox
          lang={lang}
          chapter={chapter}
          markets={most.slice(0, 6).map(([code]) => code)}
          marketNames={marketNames}
        />
      ) : null}
      {nothing ? (
        <NothingFound lang={lang} form={form} suggestions={suggestions} says={found.says} />
      ) : (
        <Results
          lang={lang}
          form={form}
          found={found}
          entries={entries}
          marketNames={marketNames}
          perPage={perPage}
        />
      )}
      {form.q && loaderData.mayAsk ? <AskTheDesk lang={lang} q={form.q} /> : null}
    </>
  );
}
