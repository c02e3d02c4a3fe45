import { dictionary } from "#app/i18n/index.ts";
import { factState, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { MarketName } from "#app/modules/markets/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";

const signs = {
  checked: ["✓", "text-starboard"],
  toCheck: ["◌", "text-note"],
  gap: ["—", "text-shoal"],
} as const;

/** Whether a fact was held against its source: a sign and a word, never colour alone. */
export function FactStateMark({ lang, state }: { lang: Lang; state: keyof typeof signs }) {
  const [sign, tone] = signs[state];
  return (
    <span className={`font-semibold whitespace-nowrap ${tone}`}>
      <span aria-hidden="true">{sign}</span> {dictionary(lang).guides.fact.states[state]}
    </span>
  );
}

/** The margin note beside a fact: state, year, confidence, source, and the block it comes from. */
export function FactNote({ lang, fact, blocks }: { lang: Lang; fact: MarketFact; blocks: MarketName[] }) {
  const words = dictionary(lang).guides.fact;
  const block = blocks.find(({ code }) => code === fact.inheritedFrom);
  const source = fact.source && sideOf(lang, fact.source.nameEn, fact.source.nameZh);
  const year = fact.asOf === null ? null : words.asOf(fact.asOf);
  return (
    <div className="text-ink-soft text-sm leading-snug">
      <p>
        <FactStateMark lang={lang} state={factState(fact)} />
        {year ? <span className="whitespace-nowrap"> · {year}</span> : null}
        {fact.confidence ? (
          <span className="whitespace-nowrap"> · {words.confidence[fact.confidence]}</span>
        ) : null}
      </p>
      {source ? (
        <p>
          <span className="sr-only">{words.source}</span>
          {fact.source?.url ? (
            <a
              href={fact.source.url}
              rel="external noopener noreferrer"
              className="hover:text-note underline decoration-line-strong underline-offset-2"
            >
              {source.text}
            </a>
          ) : (
            source.text
          )}
        </p>
      ) : null}
      {block ? (
        <p>
          <a href={at(lang).guide(block.code)} className="text-note underline underline-offset-2">
            ↳ {words.inherited(lang === "zh" ? block.nameZh : block.nameEn)}
          </a>
        </p>
      ) : null}
    </div>
  );
}
