import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import {
  boundedClasses,
  indicators,
  measures,
  sizeClass,
  type Indicator,
  type SizeInput,
  type SizeResult,
  type StandardVersion,
} from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { amountWords, whyWords } from "./size-words.ts";

/** The size class in words, why, and the bounds that it follows from. Derived on the spot, never typed. */
export function SizePanel({
  lang,
  firm,
  standard,
}: {
  lang: Lang;
  firm: SizeInput & { underLargeControl: boolean | null };
  standard: StandardVersion;
}) {
  const t = dictionary(lang);
  const words = t.profile.size;
  const result = sizeClass(firm, standard);
  const settled = result.kind === "class" || result.kind === "undetermined";
  const row = result.kind === "unknownIndustry" ? undefined : result.industry;
  return (
    <section
      aria-labelledby="size-class"
      className="border-deep bg-shoalwater mt-8 max-w-3xl border-l-4 px-4 py-4"
    >
      <h2 id="size-class" className="text-lg">
        {words.title}
      </h2>
      <p className="mt-1 font-semibold">{inWords(lang, result)}</p>
      {settled && result.readings.length > 0 ? <p>{whyWords(lang, result, measures(result))}</p> : null}
      {result.kind === "undetermined" ? (
        <p>
          {words.missing(
            result.missing.map((one) => t.profile.indicators[one]).join(lang === "zh" ? "、" : ", "),
          )}
        </p>
      ) : null}
      {row && settled ? (
        <p className="text-ink-soft text-sm">
          {t.profile.fields.category(lang === "zh" ? row.nameZh : row.nameEn)}
        </p>
      ) : null}
      {result.kind === "class" && result.class === "large" ? <p>{words.large}</p> : null}
      {firm.underLargeControl ? <p className="text-shoal font-semibold">! {words.control}</p> : null}
      {settled ? <Thresholds lang={lang} firm={firm} result={result} /> : null}
      <p className="text-ink-soft mt-3 text-sm">
        {words.rule} {words.source}
        {lang === "zh" ? "：" : ": "}
        {standard.url ? (
          <a href={standard.url} rel="external noopener noreferrer">
            {lang === "zh" ? standard.referenceZh : standard.referenceEn}
          </a>
        ) : (
          standard.referenceZh
        )}
        {lang === "zh" ? "，" : ", "}
        {words.version(standard.number, formatDay(lang, standard.effectiveOn))}
        {lang === "zh" ? "。" : "."}
      </p>
    </section>
  );
}

function inWords(lang: Lang, result: SizeResult): string {
  const t = dictionary(lang);
  const words = t.profile.size;
  if (result.kind === "class") return words.derived(t.matching.sizes[result.class]);
  if (result.kind === "undetermined") {
    return words.undetermined(result.possible.map((one) => t.matching.sizes[one]).join(words.or));
  }
  if (result.kind === "notCovered") {
    return words.notCovered(lang === "zh" ? result.industry.whyZh : result.industry.whyEn);
  }
  return words.unknown;
}

function Thresholds({
  lang,
  firm,
  result,
}: {
  lang: Lang;
  firm: SizeInput;
  result: Extract<SizeResult, { kind: "class" | "undetermined" }>;
}) {
  const t = dictionary(lang);
  const words = t.profile.size;
  const { industry } = result;
  const sizes = t.matching.sizes;
  const head = (indicator: Indicator) =>
    `${t.profile.indicators[indicator]}${fill(lang === "zh" ? "（{unit}）" : " ({unit})", {
      unit: indicator === "employees" ? words.persons : words.wan,
    })}`;
  return (
    <div className="mt-3 overflow-x-auto" role="region" aria-labelledby="thresholds" tabIndex={0}>
      <table className="w-full border-collapse text-left text-sm">
        <caption id="thresholds" className="mb-1 text-left">
          {words.thresholds(lang === "zh" ? industry.nameZh : industry.nameEn)}
        </caption>
        <thead>
          <tr className="border-line-strong border-b align-bottom">
            <th scope="col" className="py-1 pr-3">
              {words.indicator}
            </th>
            {boundedClasses.map((size) => (
              <th key={size} scope="col" className="py-1 pr-3 text-right">
                {words.from(sizes[size])}
              </th>
            ))}
            <th scope="col" className="py-1 text-right">
              {words.yours}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => {
            const bounds = industry.lowerBounds[indicator];
            if (!bounds) return null;
            const reading = result.readings.find((one) => one.indicator === indicator);
            const value = firm[indicator];
            return (
              <tr key={indicator} className="border-line border-b">
                <th scope="row" className="py-1 pr-3 font-normal">
                  {head(indicator)}
                </th>
                {boundedClasses.map((size) => (
                  <td key={size} className="py-1 pr-3 text-right">
                    {amountWords(lang, bounds[size])}
                  </td>
                ))}
                <td className="py-1 text-right font-semibold">
                  {value === null || value === undefined
                    ? words.unstated
                    : `${amountWords(lang, value)}${reading ? ` → ${sizes[reading.class]}` : ""}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
