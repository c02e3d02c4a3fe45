import { dictionary } from "#app/i18n/index.ts";
import { factState, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";

const tones = { checked: "text-starboard", toCheck: "text-note", gap: "text-shoal" } as const;

/** Whether a fact was held against its source: a sign and a word, never colour alone. */
export function FactStateMark({ lang, state }: { lang: Lang; state: keyof typeof tones }) {
  return (
    <span className={`font-semibold whitespace-nowrap ${tones[state]}`}>
      {state === "toCheck" ? <Ring /> : <span aria-hidden="true">{state === "gap" ? "—" : "✓"}</span>}{" "}
      {dictionary(lang).guides.fact.states[state]}
    </span>
  );
}

/** The open, broken circle of a position still to be confirmed. */
export function Ring() {
  return (
    <span aria-hidden="true" className="inline-block size-2.5 rounded-full border-[1.5px] border-current" />
  );
}

/** The margin note beside a fact: state, year, confidence and source ("as above" where the row above names it). */
export function FactNote({ lang, fact, ditto = false }: { lang: Lang; fact: MarketFact; ditto?: boolean }) {
  const words = dictionary(lang).guides.fact;
  return (
    <div className="text-ink-soft text-sm leading-snug wrap-anywhere">
      <FactStanding lang={lang} fact={fact} />
      {fact.source ? (
        <p>
          {ditto ? (
            words.ditto
          ) : (
            <>
              <span className="sr-only">{words.source}</span>
              <SourceName lang={lang} source={fact.source} />
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}

/** State, year and confidence in one line. */
export function FactStanding({ lang, fact }: { lang: Lang; fact: MarketFact }) {
  const words = dictionary(lang).guides.fact;
  return (
    <p>
      <FactStateMark lang={lang} state={factState(fact)} />
      {fact.asOf === null ? null : <> · {words.asOf(fact.asOf)}</>}
      {fact.confidence ? (
        <>
          {" "}
          <span className="whitespace-nowrap">· {words.confidence[fact.confidence]}</span>
        </>
      ) : null}
    </p>
  );
}

export function SourceName({ lang, source }: { lang: Lang; source: NonNullable<MarketFact["source"]> }) {
  const name = lang === "zh" ? source.nameZh : source.nameEn;
  if (!source.url) return name;
  return (
    <a
      href={source.url}
      rel="external noopener noreferrer"
      className="hover:text-note decoration-line-strong underline underline-offset-2"
    >
      {name}
    </a>
  );
}
