import type { QueryFilter } from "#app/modules/search/query-log.server.ts";

/** Periods of the report, in days. */
export const periods = [7, 30, 90, 365];

/** The filters of the query report from its URL; what cannot be read counts as not asked. */
export function queryFilterOf(request: Request): QueryFilter {
  const asked = new URL(request.url).searchParams;
  const days = Number(asked.get("days"));
  const lang = asked.get("lang");
  return {
    days: periods.includes(days) ? days : 30,
    lang: lang === "en" || lang === "zh" ? lang : null,
    zero: asked.get("show") !== "all",
  };
}
