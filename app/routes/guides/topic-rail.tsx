import { dictionary } from "#app/i18n/index.ts";
import { isEmpty, type TopicEntry } from "#app/modules/guides/contents.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Dot } from "./market-tile.tsx";

/** Contents of the page and the market's other topics, in the right column. */
export function TopicRail({
  lang,
  market,
  topic,
  contents,
  entries,
}: {
  lang: Lang;
  market: string;
  topic: Topic;
  contents: { id: string; text: string }[];
  entries: TopicEntry[];
}) {
  const t = dictionary(lang);
  const words = t.guides.section;
  return (
    <>
      {contents.length > 1 ? (
        <nav aria-label={words.onThisPage} className="hidden lg:block">
          <h2 className="text-base">{words.onThisPage}</h2>
          <ul className="mt-1 text-sm">
            {contents.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`} className="rail-link">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <nav aria-label={words.otherTopics}>
        <h2 className="text-base">{words.otherTopics}</h2>
        <ul className="mt-1 text-sm">
          {entries
            .filter((entry) => entry.topic === topic || !isEmpty(entry))
            .map((entry) => (
              <li key={entry.topic}>
                <a
                  href={at(lang).section(market, entry.topic)}
                  aria-current={entry.topic === topic ? "page" : undefined}
                  className="rail-link"
                >
                  {t.topics[entry.topic]}
                  {entry.langs.length > 0 ? (
                    <>
                      {" "}
                      <Dot />
                    </>
                  ) : null}
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </>
  );
}

export function TopicNeighbours({
  lang,
  market,
  previous,
  next,
}: {
  lang: Lang;
  market: string;
  previous: Topic | null;
  next: Topic | null;
}) {
  const t = dictionary(lang);
  const words = t.guides.section;
  return (
    <nav
      aria-label={`${words.previous} / ${words.next}`}
      className="no-print border-line-strong mt-12 grid grid-cols-2 gap-6 border-t pt-4"
    >
      <div>
        {previous ? (
          <a href={at(lang).section(market, previous)} rel="prev" className="text-deep hover:text-note">
            <span className="text-ink-soft block text-sm">← {words.previous}</span>
            {t.topics[previous]}
          </a>
        ) : null}
      </div>
      <div className="text-right">
        {next ? (
          <a href={at(lang).section(market, next)} rel="next" className="text-deep hover:text-note">
            <span className="text-ink-soft block text-sm">{words.next} →</span>
            {t.topics[next]}
          </a>
        ) : null}
      </div>
    </nav>
  );
}
