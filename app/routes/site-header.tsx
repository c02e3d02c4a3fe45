import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at, inLang } from "#app/platform/paths.ts";
import type { Reader } from "./shell.tsx";

type Props = { lang: Lang; reader: Reader | null; path: string; query: string };

/** The head of every page: mark, search from everywhere, the main places, language, account. */
export function SiteHeader({ lang, reader, path, query }: Props) {
  const t = dictionary(lang).common;
  const go = at(lang);
  const other: Lang = lang === "en" ? "zh" : "en";
  const places = [
    { href: go.guides(), label: t.nav.guides },
    { href: go.whereToExport(), label: t.nav.whereToExport },
    { href: go.opportunities(), label: t.nav.opportunities },
    { href: go.about(), label: t.nav.about },
  ];
  const isHome = path === go.home();
  return (
    <header className="no-print bg-sheet">
      <div className="neatline" aria-hidden="true" />
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-3 sm:px-6">
        <a
          href={go.home()}
          className="text-ink flex items-center gap-2.5 no-underline"
          aria-current={isHome ? "page" : undefined}
        >
          <Buoys />
          <span className="text-xl leading-none font-bold tracking-tight">{t.site.name}</span>
          <span className="text-ink-soft text-lg leading-none" lang={other === "zh" ? "zh-Hans" : "en"}>
            {t.site.otherName}
          </span>
        </a>
        <nav
          aria-label={t.nav.label}
          className="order-last flex w-full gap-x-4 sm:gap-x-5 overflow-x-auto lg:order-none lg:w-auto"
        >
          {places.map((place) => (
            <a
              key={place.href}
              href={place.href}
              aria-current={path.startsWith(place.href) ? "page" : undefined}
              className="nav-link py-1 whitespace-nowrap"
            >
              {place.label}
            </a>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-x-4">
          {reader ? (
            <>
              <Bell
                href={go.notifications()}
                unread={reader.unread}
                label={t.nav.notifications}
                count={t.unread}
              />
              <a href={go.account()} className="nav-link hidden max-w-40 truncate sm:inline-block">
                {reader.name}
              </a>
            </>
          ) : (
            <a href={go.signIn()} className="nav-link">
              {t.nav.signIn}
            </a>
          )}
          <a
            href={inLang(other, path) + query}
            hrefLang={other}
            lang={other === "zh" ? "zh-Hans" : "en"}
            className="border-line-strong text-ink hover:border-ink inline-flex min-h-9 items-center rounded-sm border px-2 no-underline"
          >
            {t.language.switchTo}
          </a>
        </div>
        {isHome ? null : <SearchBox lang={lang} query={new URLSearchParams(query).get("q") ?? ""} />}
      </div>
      <div className="border-line border-b" />
    </header>
  );
}

/** The one search form of the site; the island adds suggestions while typing. */
export function SearchBox({ lang, query, large = false }: { lang: Lang; query: string; large?: boolean }) {
  const t = dictionary(lang).common.searchBox;
  const { suggestions } = dictionary(lang).search;
  return (
    <form
      role="search"
      action={at(lang).search()}
      method="get"
      className={large ? "w-full" : "w-full lg:w-auto lg:min-w-64 lg:max-w-md lg:flex-1"}
    >
      <search-suggest
        lang={lang === "zh" ? "zh-Hans" : "en"}
        class="relative block"
        data-lang={lang}
        data-label={suggestions.label}
        data-one={suggestions.one}
        data-many={suggestions.many}
        data-none={suggestions.none}
      >
        <div className="border-ink bg-sheet flex rounded-md border-2">
          <input
            type="search"
            name="q"
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            aria-label={t.label}
            placeholder={t.placeholder}
            className={`min-w-0 flex-1 rounded-md bg-transparent ${large ? "min-h-14 px-4 text-xl" : "min-h-10 px-3"}`}
          />
          <button
            type="submit"
            className={`bg-ink text-paper cursor-pointer font-semibold ${large ? "px-6 text-lg" : "px-4"}`}
          >
            {t.submit}
          </button>
        </div>
      </search-suggest>
    </form>
  );
}

function Bell({
  href,
  unread,
  label,
  count,
}: {
  href: string;
  unread: number;
  label: string;
  count: (n: number) => string;
}) {
  return (
    <a
      href={href}
      className="nav-link inline-flex min-h-9 items-center gap-1"
      aria-label={unread ? `${label}: ${count(unread)}` : label}
    >
      <svg
        viewBox="0 0 24 24"
        width="22"
        height="22"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        aria-hidden="true"
      >
        <path
          d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 20.5a2 2 0 0 0 4 0"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {unread ? (
        <span className="bg-note text-paper rounded-full px-1.5 text-sm font-semibold">{unread}</span>
      ) : null}
    </a>
  );
}

/** The mark: a port and a starboard buoy with the channel between them. */
function Buoys() {
  return (
    <svg viewBox="0 0 40 32" width="40" height="32" aria-hidden="true">
      <path d="M4 28V13h9v15z" className="fill-port" />
      <path d="M27 28V15l4.5-8 4.5 8v13z" className="fill-starboard" />
      <path
        d="M2 28.5c4 0 4 2 9 2s5-2 9-2 4 2 9 2 5-2 9-2"
        fill="none"
        className="stroke-deep"
        strokeWidth="2"
      />
      <path d="M20 27V6" className="stroke-note" strokeWidth="1.5" strokeDasharray="3 3" />
    </svg>
  );
}
