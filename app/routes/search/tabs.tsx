import { dictionary } from "#app/i18n/index.ts";
import type { EntryAnswer } from "#app/modules/search/queries.server.ts";
import { searchTabs } from "#app/modules/search/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import type { SearchForm } from "./filters.tsx";

/** The kinds of results with their counts. Links, so that each tab is an address of its own. */
export function Tabs({
  lang,
  form,
  guides,
  entries,
}: {
  lang: Lang;
  form: SearchForm;
  guides: number;
  entries: EntryAnswer | null;
}) {
  const words = dictionary(lang).searching.tabs;
  const counts = (tab: (typeof searchTabs)[number]) =>
    tab === "all" ? null : tab === "guides" ? guides : (entries?.[tab].total ?? 0);
  return (
    <nav aria-label={words.label} className="search-tabs no-print">
      <ul>
        {searchTabs.map((tab) => {
          const count = counts(tab);
          return (
            <li key={tab}>
              <a
                href={at(lang).search({ ...form, page: 1, tab: tab === "all" ? undefined : tab })}
                aria-current={form.tab === tab ? "page" : undefined}
                data-empty={count === 0 ? "" : undefined}
              >
                {words[tab]}
                {count === null ? null : <span>{count}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
