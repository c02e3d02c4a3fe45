import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import {
  boundedClasses,
  indicators,
  type Indicator,
  type SizeStandard,
} from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";

/** How a cell of the table is drawn: as a number, or as the field of a form. */
type Cell = (
  industry: SizeStandard["industries"][number],
  indicator: Indicator,
  size: (typeof boundedClasses)[number],
) => ReactNode;

/** The bounds of a standard: a row for each industry, three numbers for each indicator. */
export function BoundsTable({ lang, standard, cell }: { lang: Lang; standard: SizeStandard; cell?: Cell }) {
  const t = dictionary(lang);
  const words = t.sizeStandards;
  const number = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB");
  const shown: Cell =
    cell ??
    ((industry, indicator, size) => {
      const bounds = industry.lowerBounds[indicator];
      return bounds ? number.format(bounds[size]) : "–";
    });
  return (
    <div
      className="border-line relative overflow-x-auto border-y"
      role="region"
      aria-label={words.bounds}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{words.bounds}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="px-2 py-2 align-bottom">
              {words.industry}
            </th>
            {indicators.map((indicator) => (
              <th key={indicator} scope="colgroup" colSpan={3} className="border-line border-l px-2 pt-2">
                {t.profile.indicators[indicator]}
                {lang === "zh" ? "（" : " ("}
                {indicator === "employees" ? t.profile.size.persons : t.profile.size.wan}
                {lang === "zh" ? "）" : ")"}
              </th>
            ))}
          </tr>
          <tr className="border-line-strong border-b">
            {indicators.flatMap((indicator) =>
              boundedClasses.map((size) => (
                <th
                  key={`${indicator}-${size}`}
                  scope="col"
                  className={`px-2 pb-1 text-right font-normal ${size === "small" ? "border-line border-l" : ""}`}
                >
                  {t.matching.sizes[size]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {standard.industries.map((industry) => (
            <tr key={industry.id} className="border-line border-b align-top">
              <th scope="row" className="min-w-40 px-2 py-2 font-normal">
                {lang === "zh" ? industry.nameZh : industry.nameEn}
                <span className="text-ink-soft block text-xs">{industry.gbt4754.join(" ")}</span>
              </th>
              {indicators.flatMap((indicator) =>
                boundedClasses.map((size) => (
                  <td
                    key={`${indicator}-${size}`}
                    className={`px-1 py-2 text-right ${size === "small" ? "border-line border-l" : ""}`}
                  >
                    {shown(industry, indicator, size)}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
