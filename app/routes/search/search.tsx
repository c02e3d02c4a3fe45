import { dictionary } from "#app/i18n/index.ts";
import { listMarkets } from "#app/modules/markets/queries.server.ts";
import { findSections, suggestAnswer } from "#app/modules/search/queries.server.ts";
import { searchFormOf } from "#app/modules/search/schema.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Notice, PageHead } from "#app/ui/text.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Route } from "./+types/search";
import { Filters } from "./filters.tsx";
import { HitList } from "./hit-list.tsx";
import { NothingFound } from "./nothing-found.tsx";

const perPage = 10;

export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const form = searchFormOf(new URL(args.request.url).searchParams);
  const request = {
    q: form.q,
    lang,
    markets: form.market,
    topics: form.topic,
    page: form.page,
    limit: perPage,
  };
  const found = await findSections(request, args.request.signal);
  const names = listMarkets(ctx).map(({ code, nameEn, nameZh }) => [code, lang === "en" ? nameEn : nameZh]);
  return {
    lang,
    form,
    found,
    marketNames: Object.fromEntries(names) as Record<string, string>,
    suggestions: found.total === 0 && form.q ? suggestAnswer(form.q, lang, 6).suggestions : [],
  };
}

/** The results of a search. Everything is in the URL, so a page of results can be kept, sent and read without JavaScript. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const { lang, form, found, marketNames, suggestions } = loaderData;
  const t = dictionary(lang);
  const words = t.search;
  const go = at(lang);
  const heading = form.q ? words.titleFor(form.q) : words.title;
  return (
    <>
      <title>{`${heading} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead
        kicker={form.q ? words.results : undefined}
        title={<span className="break-words">{heading}</span>}
        lead={<span role="status">{form.q || found.total > 0 ? words.found(found.total) : words.lead}</span>}
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
            className="font-semibold text-deep underline underline-offset-4"
          >
            {found.didYouMean}
          </a>
          {lang === "zh" ? "？" : "?"}
        </p>
      ) : null}
      {found.total === 0 ? (
        <NothingFound lang={lang} form={form} suggestions={suggestions} />
      ) : (
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_1fr]">
          <section aria-label={words.results} className="min-w-0">
            {/* On a phone the filters stand below the hits: this leads there. */}
            <p className="no-print mb-4 lg:hidden">
              <a href="#filters">{words.filters} ↓</a>
            </p>
            <HitList lang={lang} hits={found.hits} />
            <Pagination
              page={form.page}
              pages={Math.ceil(found.total / perPage)}
              href={(page) => go.search({ ...form, page })}
              words={words.pages}
            />
          </section>
          <Filters lang={lang} form={form} facets={found.facets} marketNames={marketNames} />
        </div>
      )}
    </>
  );
}
