import { dictionary } from "#app/i18n/index.ts";
import type { Help } from "#app/modules/msmes/help.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { at } from "#app/platform/paths.ts";
import { EmptyState } from "#app/ui/text.tsx";

/** The gaps of a self-assessment, each with what to read and what is open now. */
export function GapList({ lang, help }: { lang: Lang; help: Help[] }) {
  const t = dictionary(lang);
  const words = t.readiness;
  const go = at(lang);
  const colon = lang === "zh" ? "：" : ": ";
  return (
    <section aria-labelledby="gaps" className="max-w-3xl">
      <h2 id="gaps" className="text-2xl">
        {words.gaps}
      </h2>
      {help.length === 0 ? (
        <EmptyState title={words.noGaps} />
      ) : (
        <p className="text-ink-soft mb-3">{words.gapsLead}</p>
      )}
      <ol>
        {help.map(({ gap, sections, opportunities }) => (
          <li key={gap.id} className="border-line border-t py-4">
            <h3 className="font-semibold">{words.questions[gap.id].ask}</h3>
            <p className="text-ink-soft text-sm">
              {words.dimensions[gap.dimension]} · {words.yourAnswer}
              {colon}
              {words.answers[gap.answer]}
            </p>
            <ul className="mt-1">
              {sections.map(({ market, topic }) => (
                <li key={market} className="py-1">
                  <a href={go.section(market, topic)}>
                    {countryName(lang, market)}
                    {colon}
                    {t.topics[topic as keyof typeof t.topics]}
                  </a>
                </li>
              ))}
              <li className="py-1">
                <a href={go.topic(gap.topics[0])}>{words.allMarkets(t.topics[gap.topics[0]])}</a>
              </li>
              {opportunities.map((one) => (
                <li key={one.slug} className="py-1">
                  {words.apply}
                  {colon}
                  <a href={go.opportunity(one.slug)}>{lang === "zh" ? one.titleZh : one.titleEn}</a>{" "}
                  <span className="text-ink-soft text-sm">
                    {gap.support
                      .filter((kind) => one.offers.includes(kind))
                      .map((kind) => t.matching.support[kind])
                      .join(lang === "zh" ? "、" : ", ")}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
