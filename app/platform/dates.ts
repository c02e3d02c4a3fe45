import type { Lang } from "./context.ts";

const tags: Record<Lang, string> = { en: "en-GB", zh: "zh-CN" };

/** A calendar day (YYYY-MM-DD) as 22 Nov 2026 / 2026年11月22日. */
export function formatDay(lang: Lang, day: string): string {
  return formatDate(lang, new Date(`${day}T00:00:00Z`), "UTC");
}

/** The date of an instant in a zone, as 22 Nov 2026 / 2026年11月22日. */
export function formatDate(lang: Lang, instant: Date, timeZone = "Asia/Shanghai"): string {
  return new Intl.DateTimeFormat(tags[lang], {
    timeZone,
    day: "numeric",
    month: lang === "zh" ? "long" : "short",
    year: "numeric",
  }).format(instant);
}

/** Date and time with the zone's name; times are never shown without their zone. */
export function formatTime(lang: Lang, instant: Date, timeZone = "Asia/Shanghai"): string {
  const parts = new Intl.DateTimeFormat(tags[lang], {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  const [day, time] = [formatDate(lang, instant, timeZone), `${part("hour")}:${part("minute")}`];
  // The Chinese form of the runtime puts the zone before the hour.
  return lang === "zh"
    ? `${day}${time}（${part("timeZoneName")}）`
    : `${day} ${time} ${part("timeZoneName")}`;
}

/** The month of an instant in a zone, as Nov 2026 / 2026年11月. */
export function formatMonth(lang: Lang, instant: Date, timeZone = "Asia/Shanghai"): string {
  const month = lang === "zh" ? "long" : "short";
  return new Intl.DateTimeFormat(tags[lang], { timeZone, month, year: "numeric" }).format(instant);
}
