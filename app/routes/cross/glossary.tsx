import { dictionary } from "#app/i18n/index.ts";
import { byLetter, matching } from "#app/modules/glossary/order.ts";
import { glossary, type GlossaryTerm } from "#app/modules/glossary/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/glossary";
import { GuideWays } from "./guide-ways.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const typed = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, 100).trim();
  const found = matching(glossary(ctx), typed);
  return { lang: ctx.lang, typed, count: found.length, groups: byLetter(ctx.lang, found) };
}

/** All terms under their letters, with a form that narrows them; each has an address of its own. */
export default function Glossary({ loaderData: { lang, typed, count, groups } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.crossmarket.glossary;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.description} />
      <PageHead kicker={words.kicker} title={words.title} lead={words.lead} />
      <GuideWays lang={lang} current="glossary" />
      <form method="get" action={go.glossary()} className="no-print mb-4 flex max-w-md items-stretch gap-2">
        <input
          type="search"
          name="q"
          defaultValue={typed}
          maxLength={100}
          aria-label={words.search}
          placeholder={words.search}
          className="border-line-strong bg-sheet min-h-11 min-w-0 flex-1 rounded-md border px-3"
        />
        <button type="submit" className="print-button">
          {words.submit}
        </button>
      </form>
      <p role="status" className="mb-4 font-semibold">
        {words.found(count)}
        {typed ? (
          <a href={go.glossary()} className="text-deep ml-4 font-normal underline underline-offset-4">
            {words.clear}
          </a>
        ) : null}
      </p>
      {count === 0 ? (
        <EmptyState title={words.none(typed)}>
          <p>{words.noneText}</p>
          <p>
            <a href={go.search({ q: typed })}>{words.toSearch(typed)}</a>
          </p>
        </EmptyState>
      ) : (
        <nav aria-label={words.letters} className="no-print border-line mb-8 flex flex-wrap border-y py-1">
          {groups.map(({ letter }) => (
            <a
              key={letter}
              href={`#letter-${letter}`}
              className="nav-link inline-flex min-h-11 min-w-9 items-center justify-center font-semibold"
            >
              {letter}
            </a>
          ))}
        </nav>
      )}
      {groups.map(({ letter, terms }) => (
        <section
          key={letter}
          aria-labelledby={`letter-${letter}`}
          className="mb-6 grid gap-x-6 md:grid-cols-[3rem_1fr]"
        >
          <h2 id={`letter-${letter}`} className="text-note scroll-mt-4 text-2xl">
            {letter}
          </h2>
          <dl className="border-line-strong border-t">
            {terms.map((term) => (
              <Term key={term.id} lang={lang} term={term} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function Term({ lang, term }: { lang: Lang; term: GlossaryTerm }) {
  const words = dictionary(lang).crossmarket.glossary;
  const [own, other] = lang === "zh" ? [term.termZh, term.termEn] : [term.termEn, term.termZh];
  return (
    <div
      id={term.id}
      className="target-note border-line grid scroll-mt-4 gap-x-6 gap-y-1 border-b py-3 lg:grid-cols-[18rem_1fr]"
    >
      <dt className="leading-snug">
        <a href={`#${term.id}`} className="text-ink hover:text-note font-semibold no-underline">
          {own}
        </a>
        {other === own ? null : (
          <span className="text-ink-soft block text-sm">
            <Foreign lang={lang === "zh" ? "en" : "zh"}>{other}</Foreign>
          </span>
        )}
      </dt>
      <dd className="measure">
        {lang === "zh" ? term.definitionZh : term.definitionEn}{" "}
        <a
          href={at(lang).search({ q: own.replace(/[（(].*/, "").trim() })}
          className="text-deep text-sm whitespace-nowrap underline underline-offset-4"
        >
          {words.inGuides}
          <span className="sr-only">{lang === "zh" ? `：${own}` : `: ${own}`}</span>
        </a>
      </dd>
    </div>
  );
}
