import { dictionary } from "#app/i18n/index.ts";
import type { Prose } from "#app/modules/guides/markdown.ts";
import type { PublishedSection } from "#app/modules/guides/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";

/** The written guidance. Its HTML comes from our own Markdown renderer, which passes no markup through. */
export function SectionProse({
  lang,
  section,
}: {
  lang: Lang;
  section: PublishedSection & { prose: Prose };
}) {
  return (
    <div
      className="prose-chart"
      lang={section.lang === lang ? undefined : section.lang === "zh" ? "zh-Hans" : "en"}
      dangerouslySetInnerHTML={{ __html: section.prose.html }}
    />
  );
}

/** The language of a source's title where it is not the page's own: sources keep the title they go by. */
function langOfTitle(title: string, lang: Lang): string | undefined {
  const titled = /\p{Script=Han}/u.test(title) ? "zh" : "en";
  return titled === lang ? undefined : titled === "zh" ? "zh-Hans" : "en";
}

export function SectionSources({ lang, sources }: { lang: Lang; sources: PublishedSection["sources"] }) {
  const words = dictionary(lang).guides.section;
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="mt-10">
      <h2 id="sources" className="mb-2 scroll-mt-4 text-base">
        {words.sources}
      </h2>
      <ol className="text-sm">
        {sources.map((source, index) => (
          <li
            key={`${source.title}-${source.url ?? index}`}
            className="border-line grid grid-cols-[1.75rem_1fr] border-b py-1.5 leading-snug first:border-t"
          >
            <span className="text-note" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <span lang={langOfTitle(source.title, lang)}>
                {source.url ? (
                  <a href={source.url} rel="external noopener noreferrer">
                    {source.title}
                  </a>
                ) : (
                  source.title
                )}
              </span>
              <span className="text-ink-soft">
                {source.publisher ? ` · ${source.publisher}` : null}
                {source.asOf ? ` · ${words.asOf(source.asOf)}` : null}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
