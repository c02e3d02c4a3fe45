import { dictionary } from "#app/i18n/index.ts";
import type { Chapter } from "#app/modules/search/chapter.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

const topics = ["standards", "tariffs-taxes"] as const;

/** What an HS code is, and where its rules and duty stand: in the markets asked for, else where most is said. */
export function ChapterBox({
  lang,
  chapter,
  markets,
  marketNames,
}: {
  lang: Lang;
  chapter: Chapter;
  markets: string[];
  marketNames: Record<string, string>;
}) {
  const t = dictionary(lang);
  const words = t.searching.chapter;
  const go = at(lang);
  return (
    <section aria-labelledby="chapter" className="search-chapter">
      <p className="text-note text-sm font-semibold">{words.code(chapter.code)}</p>
      <h2 id="chapter" className="text-xl">
        {words.lead(chapter.chapter)}
        {lang === "zh" ? "：" : ": "}
        <a href={go.sector(chapter.chapter)}>{lang === "zh" ? chapter.nameZh : chapter.nameEn}</a>
      </h2>
      <p className="mt-1">
        <span className="text-ink-soft">{words.words}</span>{" "}
        {chapter.words[lang].join(lang === "zh" ? "、" : ", ")}{" "}
        <span className="text-ink-soft" lang={lang === "zh" ? "en" : "zh-Hans"}>
          {chapter.words[lang === "zh" ? "en" : "zh"].join(lang === "zh" ? ", " : "、")}
        </span>
      </p>
      <p className="mt-3 font-semibold">{words.markets}</p>
      <ul className="mt-1 grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {markets.map((market) => (
          <li key={market} className="flex flex-wrap items-center gap-x-4">
            <span>{marketNames[market] ?? market}</span>
            {topics.map((topic) => (
              <a
                key={topic}
                href={go.section(market, topic)}
                className="text-deep inline-flex min-h-7 items-center text-sm underline underline-offset-4"
              >
                {t.topics[topic]}
              </a>
            ))}
          </li>
        ))}
      </ul>
      <p className="text-ink-soft mt-3 text-sm">{words.look}</p>
    </section>
  );
}
