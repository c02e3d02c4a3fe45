import { dictionary } from "#app/i18n/index.ts";
import type { Opportunity } from "#app/modules/opportunities/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatMonth } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";

/** A few opportunities, a line each: when, what, where, until when to apply. */
export function OpportunityLines({ lang, lines, none }: { lang: Lang; lines: Opportunity[]; none: string }) {
  const t = dictionary(lang);
  if (lines.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="border-ink border-t">
      {lines.map((line) => {
        const place = lang === "zh" ? line.placeZh : line.placeEn;
        const when = line.datePrecision === "month" ? formatMonth : formatDate;
        return (
          <li key={line.id} className="border-line border-b py-3">
            <p className="text-ink-soft flex flex-wrap gap-x-3 text-sm">
              <span>{when(lang, line.startsAt, line.timeZone)}</span>
              {place ? <span>{place}</span> : null}
            </p>
            <p className="font-semibold">
              <a href={at(lang).opportunity(line.slug)}>{lang === "zh" ? line.titleZh : line.titleEn}</a>
            </p>
            <p className="text-sm">
              {t.home.seats(line.seats)} · {t.home.applyBy(formatDate(lang, line.applyBy))}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
