import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Indicator, Measure, SizeResult } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";

export function amountWords(lang: Lang, value: number): string {
  return new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 }).format(value);
}

function withUnit(lang: Lang, indicator: Indicator, value: number): string {
  const amount = amountWords(lang, value);
  if (indicator === "employees") return lang === "zh" ? `${amount}人` : amount;
  return lang === "zh" ? `${amount}万元` : `${amount}万`;
}

/** "Small: staff 420 reaches the medium bound of 300, revenue 1,800万 misses the medium bound of 2,000万; …" */
export function whyWords(
  lang: Lang,
  result: Extract<SizeResult, { kind: "class" | "undetermined" }>,
  measured: Measure[],
): string {
  const t = dictionary(lang);
  const words = t.profile.size.why;
  const found =
    result.kind === "class"
      ? t.matching.sizes[result.class]
      : result.possible.map((one) => t.matching.sizes[one]).join(t.profile.size.or);
  const parts = measured.map(({ indicator, value, bound, boundClass, reaches }) =>
    fill(reaches ? words.reaches : words.misses, {
      indicator: t.profile.indicators[indicator],
      value: withUnit(lang, indicator, value),
      size: t.matching.sizes[boundClass],
      bound: withUnit(lang, indicator, bound),
    }),
  );
  const decided = measured.some((one) => one.reaches) && measured.some((one) => !one.reaches);
  const tail = decided ? `${lang === "zh" ? "；" : "; "}${words.lowest}` : "";
  const text = `${parts.join(lang === "zh" ? "，" : ", ")}${tail}${lang === "zh" ? "。" : "."}`;
  return lang === "zh" ? `${found}：${text}` : `${found[0]!.toUpperCase()}${found.slice(1)}: ${text}`;
}
