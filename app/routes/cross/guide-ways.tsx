import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

export type Way = "markets" | "topics" | "sectors" | "general" | "blocks" | "glossary";

/** The six ways into the knowledge base, on every page that begins one: a chart's legend, not a menu. */
export function GuideWays({ lang, current }: { lang: Lang; current: Way }) {
  const words = dictionary(lang).crossmarket.ways;
  const go = at(lang);
  const ways: { way: Way; href: string; hint: string }[] = [
    { way: "markets", href: go.guides(), hint: words.marketsHint },
    { way: "topics", href: go.topics(), hint: words.topicsHint },
    { way: "sectors", href: go.sectors(), hint: words.sectorsHint },
    { way: "general", href: go.guide("ALL"), hint: words.generalHint },
    { way: "blocks", href: `${go.guides()}#blocks`, hint: words.blocksHint },
    { way: "glossary", href: go.glossary(), hint: words.glossaryHint },
  ];
  return (
    <nav aria-label={words.label} className="no-print mb-8">
      <ul className="border-line-strong grid grid-cols-2 border-t border-l sm:grid-cols-3 lg:grid-cols-6">
        {ways.map(({ way, href, hint }) => (
          <li key={way} className="border-line-strong border-r border-b">
            <a href={href} aria-current={way === current ? "page" : undefined} className="way-link">
              <span className="font-semibold">{words[way]}</span>
              <span className="text-ink-soft text-sm leading-snug">{hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
