import { dictionary } from "#app/i18n/index.ts";
import { calendarOf } from "#app/modules/checklists/calendar.ts";
import { dayOf } from "#app/modules/endorsements/days.ts";
import { portfolio } from "#app/modules/endorsements/queries.server.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/calendar-ics";
import { nameOf } from "./facts.tsx";

/** The last days of all active endorsements, for a calendar. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const words = dictionary(ctx.lang).endorsing.calendar;
  const entries = portfolio(ctx)
    .filter((row) => row.stage === "active")
    .map(({ endorsement, firm }) => ({
      id: endorsement.id,
      day: dayOf(endorsement.validUntil),
      summary: words.event(nameOf(ctx.lang, firm)),
      description: words.eventText,
      url: absoluteUrl(at(ctx.lang).endorsement(endorsement.id)),
    }));
  return new Response(calendarOf(words.name, ctx.now, entries), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="endorsements.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
