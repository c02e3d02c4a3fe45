import { dictionary } from "#app/i18n/index.ts";
import { dayOf } from "#app/modules/endorsements/days.ts";
import { portfolio } from "#app/modules/endorsements/queries.server.ts";
import { formatDate, formatMonth } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/calendar";
import { nameOf } from "./facts.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const rows = portfolio(ctx);
  const renewed = new Set(rows.map((row) => row.endorsement.renewsId));
  const active = rows
    .filter((row) => row.stage === "active")
    .sort((a, b) => a.endorsement.validUntil.getTime() - b.endorsement.validUntil.getTime())
    .map(({ endorsement, firm }) => ({
      id: endorsement.id,
      firm,
      until: endorsement.validUntil,
      month: dayOf(endorsement.validUntil).slice(0, 7),
      renewed: renewed.has(endorsement.id),
    }));
  const [year, month] = dayOf(ctx.now).split("-").map(Number);
  const months = Array.from({ length: 13 }, (_, ahead) => {
    const start = new Date(Date.UTC(year!, month! - 1 + ahead, 1, 4));
    const key = start.toISOString().slice(0, 7);
    return { key, start, ending: active.filter((one) => one.month === key) };
  });
  return { lang: ctx.lang, now: ctx.now, any: active.length > 0, months };
}

/** The months ahead with what ends in each, as a table that reads as a timeline. */
export default function Calendar({ loaderData: { lang, now, any, months } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.endorsing.calendar;
  const go = at(lang);
  const daysTo = (until: Date) => Math.max(0, Math.floor((until.getTime() - now.getTime()) / 86_400_000));
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.endorsements()}>{t.endorsing.portfolio.title}</a>}
        title={words.title}
        lead={words.lead}
        actions={any ? <ButtonLink href={go.endorsementCalendarIcs()}>{words.ics}</ButtonLink> : null}
      />
      {any ? (
        <table className="w-full max-w-3xl border-collapse text-left">
          <caption className="sr-only">{words.title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.ending}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.key} className="border-line border-b align-top">
                <th scope="row" className="w-32 py-3 pr-4 font-semibold whitespace-nowrap">
                  {formatMonth(lang, month.start)}
                </th>
                <td
                  className={`border-l-4 py-3 pl-4 ${month.ending.length > 0 ? "border-shoal" : "border-line"}`}
                >
                  {month.ending.length === 0 ? (
                    <span className="text-ink-soft">{words.nothing}</span>
                  ) : (
                    <ul className="grid gap-1">
                      {month.ending.map((one) => (
                        <li key={one.id}>
                          <a href={go.endorsement(one.id)}>{nameOf(lang, one.firm)}</a>{" "}
                          <span className="text-ink-soft text-sm">
                            {formatDate(lang, one.until)} · {t.endorsing.days(daysTo(one.until))}
                            {one.renewed ? ` · ${words.renewed}` : ""}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <EmptyState title={words.none}>
          <a href={go.endorsements()}>{t.endorsing.portfolio.title}</a>
        </EmptyState>
      )}
    </>
  );
}
