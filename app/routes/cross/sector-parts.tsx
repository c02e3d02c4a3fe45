import { dictionary } from "#app/i18n/index.ts";
import { sideOf } from "#app/modules/markets/facts.ts";
import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { SectorFact } from "#app/modules/sectors/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { FactStanding } from "#app/routes/guides/fact-note.tsx";
import { fairTime } from "#app/routes/guides/fair-rows.tsx";
import { Foreign } from "#app/ui/text.tsx";

const nameIn = (lang: Lang, place: { nameEn: string; nameZh: string }) =>
  lang === "zh" ? place.nameZh : place.nameEn;

function Words({ lang, en, zh }: { lang: Lang; en: string | null; zh: string | null }) {
  const side = sideOf(lang, en, zh);
  if (!side) return null;
  return side.lang === lang ? <>{side.text}</> : <Foreign lang={side.lang}>{side.text}</Foreign>;
}

/** Facts under the place that states them: blocks first, since they hold in several markets. */
export function SectorStatements({
  lang,
  id,
  title,
  facts,
}: {
  lang: Lang;
  id: string;
  title: string;
  facts: SectorFact[];
}) {
  if (facts.length === 0) return null;
  const places = new Map(facts.map(({ place }) => [place.code, place]));
  const rank = { block: 0, world: 0, origin: 1, market: 2 } as const;
  const inOrder = [...places.values()].sort(
    (a, b) => rank[a.kind] - rank[b.kind] || nameIn(lang, a).localeCompare(nameIn(lang, b), lang),
  );
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 id={id} className="mb-2 text-xl">
        {title}
      </h2>
      <dl className="border-line-strong border-t">
        {inOrder.map((place) => (
          <div
            key={place.code}
            className="border-line grid gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[9rem_1fr]"
          >
            <dt className="leading-snug font-semibold">{nameIn(lang, place)}</dt>
            <dd>
              <ul className="space-y-2">
                {facts
                  .filter((one) => one.place.code === place.code)
                  .map(({ fact }) => (
                    <li key={fact.key}>
                      <p className="measure">
                        <a
                          href={`${at(lang).section(place.code, fact.topic)}#fact-${fact.key}`}
                          className="text-deep font-semibold underline underline-offset-4"
                        >
                          {fact.detail.code ?? <Words lang={lang} en={fact.labelEn} zh={fact.labelZh} />}
                        </a>
                        {fact.textEn || fact.textZh ? (
                          <>
                            {lang === "zh" ? "：" : ": "}
                            <Words lang={lang} en={fact.textEn} zh={fact.textZh} />
                          </>
                        ) : null}
                      </p>
                      <div className="text-ink-soft text-sm">
                        <FactStanding lang={lang} fact={fact} />
                      </div>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function SectorFairs({
  lang,
  fairs,
  general,
}: {
  lang: Lang;
  fairs: SectorFact[];
  general: SectorFact[];
}) {
  const words = dictionary(lang).crossmarket.sectors;
  return (
    <section aria-labelledby="fairs" className="mb-10">
      <h2 id="fairs" className="mb-2 text-xl">
        {words.fairs}
      </h2>
      {fairs.length > 0 ? (
        <FairList lang={lang} fairs={fairs} />
      ) : (
        <p className="text-ink-soft measure">{general.length > 0 ? words.noFairs : words.noFairsAtAll}</p>
      )}
      {general.length > 0 ? (
        <details className="border-line mt-4 border-b pb-2">
          <summary className="min-h-11 cursor-pointer content-center font-semibold">
            {words.generalFairs}
          </summary>
          <p className="text-ink-soft measure mb-2 text-sm">{words.generalLead(general.length)}</p>
          <FairList lang={lang} fairs={general} />
        </details>
      ) : null}
      <p className="text-note mt-2 text-sm">{dictionary(lang).guides.fact.fairNote}</p>
    </section>
  );
}

function FairList({ lang, fairs }: { lang: Lang; fairs: SectorFact[] }) {
  return (
    <ul className="border-line-strong grid gap-x-10 border-t md:grid-cols-2">
      {fairs.map(({ place, fact }) => (
        <li key={`${place.code}-${fact.key}`} className="border-line border-b py-2 leading-snug">
          <span className="font-semibold">
            <Words lang={lang} en={fact.labelEn} zh={fact.labelZh} />
          </span>
          <p className="text-ink-soft text-sm">
            <a href={at(lang).section(place.code, "fairs")}>{nameIn(lang, place)}</a>
            {[
              sideOf(lang, fact.detail.cityEn, fact.detail.cityZh)?.text,
              fairTime(lang, fact),
              sideOf(lang, fact.detail.sectorsEn, fact.detail.sectorsZh)?.text,
            ]
              .filter(Boolean)
              .map((said) => ` · ${said}`)
              .join("")}
          </p>
        </li>
      ))}
    </ul>
  );
}

const kinds = ["sponsorship", "fair", "consortium"] as const;

/** Open programmes by kind, soonest deadline first; an honest line where there is none. */
export function SectorOpportunities({ lang, opportunities }: { lang: Lang; opportunities: Opportunity[] }) {
  const words = dictionary(lang).crossmarket.sectors;
  return (
    <section aria-labelledby="open" className="mb-10">
      <h2 id="open" className="mb-2 text-xl">
        {words.open}
      </h2>
      {opportunities.length === 0 ? <p className="text-ink-soft measure">{words.noOpen}</p> : null}
      <div className="grid gap-x-10 md:grid-cols-3">
        {kinds.map((kind) => {
          const found = opportunities.filter((one) => one.kind === kind);
          if (found.length === 0) return null;
          return (
            <div key={kind} className="border-line-strong mb-4 border-t pt-2">
              <h3 className="text-base">{words[kind]}</h3>
              <ul>
                {found.map((one) => (
                  <li key={one.slug} className="border-line border-b py-2 leading-snug last:border-b-0">
                    <a href={at(lang).opportunity(one.slug)}>{lang === "zh" ? one.titleZh : one.titleEn}</a>
                    <p className="text-ink-soft text-sm">
                      {nameIn(lang, one.owner)} · {words.applyBy(formatDate(lang, one.applyBy))}
                    </p>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <p className="text-sm">
        <a href={at(lang).opportunities()}>{words.toOpportunities}</a>
      </p>
    </section>
  );
}
