import { dictionary } from "#app/i18n/index.ts";
import type { EntryAnswer, SearchResult } from "#app/modules/search/queries.server.ts";
import { searchTabs } from "#app/modules/search/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState } from "#app/ui/text.tsx";
import { EntryList } from "./entry-list.tsx";
import { Filters, type SearchForm } from "./filters.tsx";
import { HitList } from "./hit-list.tsx";

type Props = {
  lang: Lang;
  form: SearchForm;
  found: SearchResult;
  entries: EntryAnswer | null;
  marketNames: Record<string, string>;
  perPage: number;
};

/** What a tab shows: one kind with its pages, or the guides with the best few of every other kind. */
export function Results({ lang, form, found, entries, marketNames, perPage }: Props) {
  const words = dictionary(lang).search;
  const all = entries !== null && form.tab === "all" && form.page === 1;
  const go = at(lang);
  const pagesOf = (total: number) => (
    <Pagination
      page={form.page}
      pages={Math.ceil(total / perPage)}
      href={(page) => go.search({ ...form, tab: form.tab === "all" ? "guides" : form.tab, page })}
      words={words.pages}
    />
  );
  if (entries !== null && form.tab !== "all" && form.tab !== "guides") {
    const { total, hits } = entries[form.tab];
    return (
      <section aria-label={dictionary(lang).searching.tabs[form.tab]}>
        {total === 0 ? (
          <NothingHere lang={lang} />
        ) : (
          <EntryList lang={lang} hits={hits} marketNames={marketNames} />
        )}
        {pagesOf(total)}
      </section>
    );
  }
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_1fr]">
      <section aria-label={words.results} className="min-w-0">
        {/* On a phone the filters stand below the hits: this leads there. */}
        <p className="no-print mb-4 lg:hidden">
          <a href="#filters">{words.filters} ↓</a>
        </p>
        {found.total === 0 ? <NothingHere lang={lang} /> : <HitList lang={lang} hits={found.hits} />}
        {all ? (
          <>
            {found.total > found.hits.length ? (
              <More lang={lang} form={form} tab="guides" count={found.total} />
            ) : null}
            <OtherKinds lang={lang} form={form} entries={entries} marketNames={marketNames} />
          </>
        ) : (
          pagesOf(found.total)
        )}
      </section>
      <Filters lang={lang} form={form} facets={found.facets} marketNames={marketNames} />
    </div>
  );
}

function OtherKinds({
  lang,
  form,
  entries,
  marketNames,
}: Pick<Props, "lang" | "form" | "marketNames"> & { entries: EntryAnswer }) {
  const words = dictionary(lang).searching.tabs;
  return searchTabs.map((tab) => {
    if (tab === "all" || tab === "guides" || entries[tab].total === 0) return null;
    const { total, hits } = entries[tab];
    return (
      <section key={tab} aria-labelledby={`kind-${tab}`} className="mt-10">
        <h2 id={`kind-${tab}`} className="border-line-strong mb-3 border-b pb-2 text-xl">
          {words[tab]} <span className="text-ink-soft text-base font-normal">{total}</span>
        </h2>
        <EntryList lang={lang} hits={hits} marketNames={marketNames} level="h3" />
        {total > hits.length ? <More lang={lang} form={form} tab={tab} count={total} /> : null}
      </section>
    );
  });
}

function More({ lang, form, tab, count }: { lang: Lang; form: SearchForm; tab: string; count: number }) {
  const words = dictionary(lang).searching;
  const kind = words.tabs[tab as keyof typeof words.tabs];
  return (
    <p className="no-print mt-3">
      <a href={at(lang).search({ ...form, page: 1, tab })}>
        {words.more(count)} <span className="sr-only">{kind}</span> →
      </a>
    </p>
  );
}

function NothingHere({ lang }: { lang: Lang }) {
  const words = dictionary(lang).searching;
  return <EmptyState title={words.nothingInTab}>{words.nothingInTabText}</EmptyState>;
}
