import { dictionary } from "#app/i18n/index.ts";
import type { SearchHit } from "#app/modules/search/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { FactStateMark } from "#app/routes/guides/fact-note.tsx";
import { Badge } from "#app/ui/text.tsx";

const tag = (lang: Lang) => (lang === "zh" ? "zh-Hans" : "en");

/** Hits, best first: where it leads, what matched, and how far the words can be trusted. */
export function HitList({ lang, hits }: { lang: Lang; hits: SearchHit[] }) {
  const words = dictionary(lang).search;
  return (
    <ol className="search-hits">
      {hits.map((hit) => (
        <li key={hit.id} className="search-hit">
          <h2 className="text-xl" lang={tag(hit.lang)}>
            {/* Escaped by the search module; the only markup in it is <mark>. */}
            <a
              href={at(lang).section(hit.market, hit.topic)}
              dangerouslySetInnerHTML={{ __html: hit.titleHtml }}
            />
          </h2>
          <p
            className="measure mt-1"
            lang={tag(hit.lang)}
            dangerouslySetInnerHTML={{ __html: hit.snippetHtml }}
          />
          <p className="mt-2 flex flex-wrap gap-2">
            {hit.empty ? (
              <Badge tone="warn">{words.nothingYet}</Badge>
            ) : hit.verifiedAt ? (
              <Badge tone="good">{words.verified(formatDay(lang, hit.verifiedAt))}</Badge>
            ) : hit.hasProse || hit.unchecked ? (
              <FactStateMark lang={lang} state="toCheck" />
            ) : null}
            {hit.hasProse || hit.empty ? null : <Badge>{words.factsOnly}</Badge>}
            {hit.lang === lang ? null : <Badge tone="note">{words.otherLanguage[hit.lang]}</Badge>}
          </p>
        </li>
      ))}
    </ol>
  );
}
