import { dictionary } from "#app/i18n/index.ts";
import type { Freshness } from "#app/modules/guides/freshness.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import { factState, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { FactStateMark } from "#app/routes/guides/fact-note.tsx";
import { FreshnessMark } from "#app/routes/guides/guide-contents.tsx";

/** What a step rests on: its section and its fact, each with how far it can be relied on. */
export function StepStanding({
  lang,
  market,
  topic,
  fact,
  freshness,
}: {
  lang: Lang;
  market: string;
  topic: Topic;
  fact: MarketFact | null;
  freshness: Freshness | null;
}) {
  const t = dictionary(lang);
  const words = t.readers.checklist;
  const page = at(lang).section(market, topic);
  return (
    <p className="text-ink-soft flex flex-wrap gap-x-4 text-sm">
      <span>
        <a href={page}>{t.topics[topic]}</a>
        {freshness ? (
          <>
            {" "}
            <FreshnessMark lang={lang} state={freshness} />
          </>
        ) : null}
      </span>
      {fact ? (
        <span>
          <a href={`${page}#fact-${fact.key}`}>{words.fact}</a>{" "}
          <FactStateMark lang={lang} state={factState(fact)} />
        </span>
      ) : null}
    </p>
  );
}
