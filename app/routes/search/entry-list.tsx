import type { EntryHit } from "#app/modules/search/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { FactStateMark } from "#app/routes/guides/fact-note.tsx";
import { Badge } from "#app/ui/text.tsx";

const tag = (lang: Lang) => (lang === "zh" ? "zh-Hans" : "en");

/** Fairs, programmes, providers and terms, best first: in the reader's language, with the other one's name. */
export function EntryList({
  lang,
  hits,
  marketNames,
  level = "h2",
}: {
  lang: Lang;
  hits: EntryHit[];
  marketNames: Record<string, string>;
  level?: "h2" | "h3";
}) {
  const other: Lang = lang === "en" ? "zh" : "en";
  const Heading = level;
  return (
    <ol className="search-hits">
      {hits.map((hit) => {
        const href = hrefOf(lang, hit);
        // Escaped by the search module; the only markup in it is <mark>.
        const title = { __html: hit.titleHtml[lang] };
        return (
          <li key={hit.id} className="search-hit">
            <Heading className="text-lg">
              {href ? (
                <a href={href} dangerouslySetInnerHTML={title} />
              ) : (
                <span dangerouslySetInnerHTML={title} />
              )}
            </Heading>
            {hit.title[other] === hit.title[lang] ? null : (
              <p
                lang={tag(other)}
                className="text-ink-soft"
                dangerouslySetInnerHTML={{ __html: hit.titleHtml[other] }}
              />
            )}
            {hit.snippetHtml[lang] ? (
              <p className="measure mt-1" dangerouslySetInnerHTML={{ __html: hit.snippetHtml[lang] }} />
            ) : null}
            <p className="mt-2 flex flex-wrap gap-2">
              {hit.market ? <Badge>{marketNames[hit.market] ?? hit.market}</Badge> : null}
              {hit.unchecked ? <FactStateMark lang={lang} state="toCheck" /> : null}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function hrefOf(lang: Lang, { kind, place, id }: EntryHit): string | null {
  const go = at(lang);
  if (kind === "glossary") return go.glossaryTerm(place);
  if (id.startsWith("opportunity-")) return go.opportunity(place);
  const [market = "", topic = ""] = place.split("/");
  return /^[A-Z]{2}$/.test(market) ? go.section(market, topic) : null;
}
