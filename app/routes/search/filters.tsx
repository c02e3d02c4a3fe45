import { dictionary } from "#app/i18n/index.ts";
import type { SearchResult } from "#app/modules/search/queries.server.ts";
import type { searchFormOf } from "#app/modules/search/schema.ts";
import { isTopic } from "#app/modules/guides/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

export type SearchForm = ReturnType<typeof searchFormOf>;

type Choice = { value: string; name: string; count: number; href: string; chosen: boolean };

const firstShown = 8;

/** Markets and topics of the hits as links that add or take away a filter; each place is in the URL. */
export function Filters({
  lang,
  form,
  facets,
  marketNames,
}: {
  lang: Lang;
  form: SearchForm;
  facets: SearchResult["facets"];
  marketNames: Record<string, string>;
}) {
  const t = dictionary(lang);
  const words = t.search;
  const go = at(lang);
  const filtered = form.market.length + form.topic.length > 0;
  const markets = choices(facets.market, form.market, (code) => marketNames[code] ?? code, lang).map(
    (choice) => ({
      ...choice,
      href: go.search({ q: form.q, topic: form.topic, market: toggled(form.market, choice.value) }),
    }),
  );
  const topics = choices(
    facets.topic,
    form.topic,
    (slug) => (isTopic(slug) ? t.topics[slug] : slug),
    lang,
  ).map((choice) => ({
    ...choice,
    href: go.search({ q: form.q, market: form.market, topic: toggled(form.topic, choice.value) }),
  }));
  return (
    <nav id="filters" aria-label={words.filters} className="no-print scroll-mt-4 lg:order-first">
      <Facet title={words.filterMarket} all={words.showAllMarkets} choices={markets} words={words} />
      <Facet title={words.filterTopic} all={t.common.actions.showAll} choices={topics} words={words} />
      {filtered ? (
        <p className="mt-3">
          <a href={go.search({ q: form.q })}>{words.clear}</a>
        </p>
      ) : null}
    </nav>
  );
}

function Facet({
  title,
  all,
  choices: list,
  words,
}: {
  title: string;
  all: string;
  choices: Choice[];
  words: { remove: (name: string) => string; onlyHere: (name: string, count: number) => string };
}) {
  if (list.length === 0) return null;
  const rest = list.slice(firstShown);
  const links = (items: Choice[]) => (
    <ul>
      {items.map((choice) => (
        <li key={choice.value}>
          <a
            href={choice.href}
            className="search-facet"
            aria-current={choice.chosen ? "true" : undefined}
            aria-label={choice.chosen ? words.remove(choice.name) : words.onlyHere(choice.name, choice.count)}
          >
            <span>
              {choice.chosen ? <span aria-hidden="true">✓ </span> : null}
              {choice.name}
            </span>
            <span>{choice.count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="mb-6">
      <h2 className="text-base">{title}</h2>
      {links(list.slice(0, firstShown))}
      {rest.length > 0 ? (
        <details>
          <summary className="text-deep cursor-pointer py-1 text-sm underline underline-offset-4">
            {all}
          </summary>
          {links(rest)}
        </details>
      ) : null}
    </section>
  );
}

/** Chosen ones first (also those without a hit), then by number of hits and name. */
function choices(
  counts: Record<string, number>,
  chosen: string[],
  name: (value: string) => string,
  lang: Lang,
) {
  const values = new Set([...Object.keys(counts), ...chosen]);
  return [...values]
    .map((value) => ({ value, name: name(value), count: counts[value] ?? 0, chosen: chosen.includes(value) }))
    .sort(
      (a, b) =>
        Number(b.chosen) - Number(a.chosen) ||
        b.count - a.count ||
        a.name.localeCompare(b.name, lang === "zh" ? "zh" : "en"),
    );
}

const toggled = (list: string[], value: string) =>
  list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
