import { dictionary } from "#app/i18n/index.ts";
import { formatMonths, sideOf, type MarketFact } from "#app/modules/markets/facts.ts";
import type { Lang } from "#app/platform/context.ts";
import { Foreign } from "#app/ui/text.tsx";

/** When a fair usually runs, in words; the organiser's own wording wins over bare months. */
export function fairTime(lang: Lang, { detail }: MarketFact): string {
  const own = sideOf(lang, detail.whenEn, detail.whenZh);
  return own?.text ?? formatMonths(lang, detail.months ?? []);
}

/** Fairs as rows: the year as twelve cells with the usual months filled, then place and sectors. */
export function FairRows({ lang, fairs }: { lang: Lang; fairs: MarketFact[] }) {
  const words = dictionary(lang).guides.fact;
  return (
    <>
      <ul>
        {fairs.map((fair) => {
          const { detail } = fair;
          const name = sideOf(lang, fair.labelEn, fair.labelZh)!;
          const frequency =
            detail.frequency && detail.frequency !== "annual" ? words.frequency[detail.frequency] : null;
          return (
            <li
              key={fair.key}
              className="border-line grid gap-x-5 gap-y-0.5 border-b py-2 first:pt-0 last:border-b-0 last:pb-0 @2xl:grid-cols-[1fr_9.5rem]"
            >
              <div className="leading-snug">
                <span className="font-semibold">
                  {name.lang === lang ? name.text : <Foreign lang={name.lang}>{name.text}</Foreign>}
                </span>
                {lang === "zh" && fair.labelZh && fair.labelZh !== fair.labelEn ? (
                  <span className="text-ink-soft text-sm">
                    {" "}
                    <Foreign lang="en">{fair.labelEn}</Foreign>
                  </span>
                ) : null}
                <p className="text-ink-soft text-sm">
                  {[
                    sideOf(lang, detail.cityEn, detail.cityZh)?.text,
                    sideOf(lang, detail.sectorsEn, detail.sectorsZh)?.text,
                    frequency,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <div className="flex items-center gap-3 @2xl:block">
                <YearStrip months={detail.months ?? []} />
                <p className="text-sm">{fairTime(lang, fair)}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="text-note mt-2 text-sm">{words.fairNote}</p>
    </>
  );
}

/** Twelve cells, the usual months filled. The words beside it say the same. */
function YearStrip({ months }: { months: number[] }) {
  return (
    <svg viewBox="0 0 121 9" width="121" height="9" aria-hidden="true" className="shrink-0">
      {Array.from({ length: 12 }, (_, index) => (
        <rect
          key={index}
          x={index * 10 + 0.5}
          y="0.5"
          width="10"
          height="8"
          className={months.includes(index + 1) ? "fill-deep stroke-deep" : "fill-shoalwater stroke-line"}
        />
      ))}
    </svg>
  );
}
