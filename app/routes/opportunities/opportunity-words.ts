import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";

type Named = { nameEn: string; nameZh: string };

export const nameIn = (lang: Lang, { nameEn, nameZh }: Named) =>
  lang === "zh" ? nameZh || nameEn : nameEn || nameZh;
export const titleIn = (lang: Lang, { titleEn, titleZh }: { titleEn: string; titleZh: string }) =>
  lang === "zh" ? titleZh : titleEn;
export const summaryIn = (lang: Lang, { summaryEn, summaryZh }: { summaryEn: string; summaryZh: string }) =>
  lang === "zh" ? summaryZh : summaryEn;
export const placeIn = (
  lang: Lang,
  { placeEn, placeZh }: { placeEn: string | null; placeZh: string | null },
) => (lang === "zh" ? placeZh : placeEn);

/** The months between two instants in a zone: "January 2027", "January – February 2027" / "2027年1月至2月". */
function formatMonths(lang: Lang, first: Date, last: Date, timeZone: string): string {
  const options = { timeZone, month: "long", year: "numeric" } as const;
  if (lang === "en") return new Intl.DateTimeFormat("en-GB", options).formatRange(first, last);
  const chinese = new Intl.DateTimeFormat("zh-CN", options);
  const [from, to] = [chinese.format(first), chinese.format(last)];
  if (from === to) return from;
  return `${from}至${to.slice(0, 5) === from.slice(0, 5) ? to.slice(5) : to}`;
}

/** When it takes place: first and last day, or the usual month where no more is known. */
export function whenIn(
  lang: Lang,
  {
    startsAt,
    endsAt,
    timeZone,
    datePrecision,
  }: Pick<Opportunity, "startsAt" | "endsAt" | "timeZone" | "datePrecision">,
): string {
  if (datePrecision === "month") return formatMonths(lang, startsAt, endsAt, timeZone);
  const first = formatDate(lang, startsAt, timeZone);
  const last = formatDate(lang, endsAt, timeZone);
  return first === last ? first : `${first} – ${last}`;
}

export function quotaWords(lang: Lang, { group, minShare }: { group: string; minShare: number }): string {
  const { quota } = dictionary(lang).opportunities.detail;
  const share = Math.round(minShare * 100);
  if (group === "micro" || group === "small") return fill(quota[group], { share });
  return fill(quota.other, { share, group });
}
