import { formatValue, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Topic } from "#app/modules/guides/topics.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { Foreign } from "#app/ui/text.tsx";

/** The figures that a text can name by their key, those of its own topic first. */
export function FactKeys({ lang, topic, facts }: { lang: Lang; topic: Topic; facts: MarketFact[] }) {
  const words = dictionary(lang).editorial.editor;
  const own = facts.filter((fact) => fact.topic === topic);
  const others = facts.filter((fact) => fact.topic !== topic);
  return (
    <details className="fact-keys" open>
      <summary className="cursor-pointer font-semibold">{words.factsTitle}</summary>
      <p className="text-ink-soft mb-1 text-sm">{words.factsHint}</p>
      {own.length > 0 ? <Keys lang={lang} facts={own} /> : <p className="text-sm">{words.factsNone}</p>}
      {others.length > 0 ? (
        <details className="mt-1">
          <summary className="cursor-pointer text-sm">{words.factsOther}</summary>
          <Keys lang={lang} facts={others} />
        </details>
      ) : null}
    </details>
  );
}

function Keys({ lang, facts }: { lang: Lang; facts: MarketFact[] }) {
  return (
    <ul className="text-sm">
      {facts.map((fact) => {
        const label = sideOf(lang, fact.labelEn, fact.labelZh);
        return (
          <li key={fact.key} className="border-line flex flex-wrap items-baseline gap-x-3 border-b py-1">
            <code className="fact-key" data-fact={fact.key}>{`{{${fact.key}}}`}</code>
            <span className="font-semibold">
              {formatValue("en", fact)} / <Foreign lang="zh">{formatValue("zh", fact)}</Foreign>
            </span>
            <span className="text-ink-soft">
              {label ? (
                label.lang === lang ? (
                  label.text
                ) : (
                  <Foreign lang={label.lang}>{label.text}</Foreign>
                )
              ) : null}
              {fact.asOf ? ` · ${dictionary(lang).guides.fact.asOf(fact.asOf)}` : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
