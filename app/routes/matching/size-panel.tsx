import { dictionary } from "#app/i18n/index.ts";
import {
  indicators,
  sizeClass,
  sizeStandard,
  type SizeInput,
  type SizeResult,
} from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";

/** The size class in words, and the thresholds that it follows from. Derived on the spot, never typed. */
export function SizePanel({ lang, profile }: { lang: Lang; profile: SizeInput }) {
  const t = dictionary(lang);
  const words = t.profile.size;
  const result = sizeClass(profile);
  return (
    <section
      aria-labelledby="size-class"
      className="border-deep bg-shoalwater mt-8 max-w-3xl border-l-4 px-4 py-4"
    >
      <h3 id="size-class" className="text-lg">
        {words.title}
      </h3>
      <p className="mt-1 font-semibold">{inWords(lang, result)}</p>
      {result.kind === "undetermined" ? (
        <p>
          {words.missing(
            result.missing.map((one) => t.profile.indicators[one]).join(lang === "zh" ? "、" : ", "),
          )}
        </p>
      ) : null}
      {result.kind === "class" && result.class === "large" ? <p>{words.large}</p> : null}
      {result.kind === "class" || result.kind === "undetermined" ? (
        <Thresholds lang={lang} profile={profile} result={result} />
      ) : null}
      <p className="text-ink-soft mt-3 text-sm">
        {words.rule} {words.source}
        {lang === "zh" ? "：" : ": "}
        <a href={sizeStandard.url} rel="external noopener noreferrer">
          {lang === "zh" ? `${sizeStandard.titleZh}（${sizeStandard.refZh}）` : sizeStandard.titleEn}
        </a>
        {lang === "zh" ? "，" : ", "}
        {words.asOf(sizeStandard.asOf)}
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
  profile,
  result,
}: {
  lang: Lang;
  profile: SizeInput;
  result: Extract<SizeResult, { kind: "class" | "undetermined" }>;
}) {
  const t = dictionary(lang);
  const words = t.profile.size;
  const { industry } = result;
  const number = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB");
  const sizes = t.matching.sizes;
  return (
    <div className="mt-3 overflow-x-auto" role="region" aria-labelledby="thresholds" tabIndex={0}>
      <table className="w-full border-collapse text-left text-sm">
        <caption id="thresholds" className="mb-1 text-left">
          {words.thresholds(lang === "zh" ? industry.nameZh : industry.nameEn)}
        </caption>
        <thead>
          <tr className="border-line-strong border-b">
            <th scope="col" className="py-1 pr-3">
              {words.indicator}
            </th>
            {(["small", "medium", "large"] as const).map((size) => (
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
            const value = profile[indicator];
            const reading = result.readings.find((one) => one.indicator === indicator);
            return (
              <tr key={indicator} className="border-line border-b">
                <th scope="row" className="py-1 pr-3 font-normal">
                  {t.profile.indicators[indicator]}{" "}
                  <span className="text-ink-soft">
                    {lang === "zh" ? "（" : "("}
                    {indicator === "employees" ? words.persons : words.wan}
                    {lang === "zh" ? "）" : ")"}
                  </span>
                </th>
                {(["small", "medium", "large"] as const).map((size) => (
                  <td key={size} className="py-1 pr-3 text-right">
                    {number.format(bounds[size])}
                  </td>
                ))}
                <td className="py-1 text-right font-semibold">
                  {value === null || value === undefined
                    ? words.unstated
                    : `${number.format(value)}${reading ? ` → ${sizes[reading.class]}` : ""}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
