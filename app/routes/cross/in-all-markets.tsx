import { dictionary } from "#app/i18n/index.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

/** From one market's section to the same topic elsewhere: the general guide and the table of all markets. */
export function InAllMarkets({
  lang,
  market,
  topic,
  general,
}: {
  lang: Lang;
  market: { code: string; kind: string };
  topic: Topic;
  /** Whether a general guide on the topic has been written. */
  general: boolean;
}) {
  const t = dictionary(lang);
  const words = t.crossmarket.general;
  return (
    <nav aria-label={words.elsewhere} className="no-print border-note mt-8 border-l-4 pl-4">
      <h2 className="text-base">{words.elsewhere}</h2>
      <ul className="flex flex-wrap gap-x-6">
        {general && market.kind !== "world" ? (
          <li>
            <a href={at(lang).section("ALL", topic)}>{words.inAll(t.topics[topic])}</a>
          </li>
        ) : null}
        <li>
          <a href={at(lang).topic(topic)}>{t.crossmarket.topics.titleOf(t.topics[topic])}</a>
        </li>
      </ul>
    </nav>
  );
}
