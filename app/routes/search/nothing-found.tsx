import { dictionary } from "#app/i18n/index.ts";
import type { SuggestAnswer } from "#app/modules/search/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { EmptyState } from "#app/ui/text.tsx";
import type { SearchForm } from "./filters.tsx";

/** What to do when nothing fits: drop the filters, follow a suggestion, or start from all guides. */
export function NothingFound({
  lang,
  form,
  suggestions,
  says,
}: {
  lang: Lang;
  form: SearchForm;
  suggestions: SuggestAnswer["suggestions"];
  /** False: signs or a single letter were typed. */
  says: boolean;
}) {
  const words = dictionary(lang).search;
  const go = at(lang);
  const links =
    suggestions.length > 0
      ? suggestions.map(({ text, url }) => ({ text, url }))
      : words.examples.map((text) => ({ text, url: go.search({ q: text }) }));
  return (
    <EmptyState title={says ? words.emptyTitle : dictionary(lang).searching.signsOnly}>
      {form.market.length + form.topic.length > 0 ? (
        <p>
          {words.emptyFilters} <a href={go.search({ q: form.q })}>{words.clear}</a>
        </p>
      ) : null}
      <p>{says ? words.emptyText : dictionary(lang).searching.signsOnlyText}</p>
      <ul className="mt-2 list-disc pl-5">
        {links.map(({ text, url }) => (
          <li key={url}>
            <a href={url}>{text}</a>
          </li>
        ))}
        <li>
          <a href={go.guides()}>{words.allGuides}</a>
        </li>
      </ul>
    </EmptyState>
  );
}
