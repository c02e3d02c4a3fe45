import { dictionary } from "#app/i18n/index.ts";
import { namesOf, word } from "#app/modules/matching/explain.ts";
import { nameTables, ownMatches } from "#app/modules/matching/queries.server.ts";
import { factors } from "#app/modules/matching/types.ts";
import { opportunityFilterSchema } from "#app/modules/opportunities/schema.ts";
import { csv } from "#app/platform/csv.ts";
import { formatDate } from "#app/platform/dates.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { titleIn, whenIn } from "#app/routes/opportunities/opportunity-words.ts";
import type { Route } from "./+types/matches-csv";

/** The list of matches as a table for a spreadsheet, in the reader's language and the page's order. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "matches.read");
  const { lang } = ctx;
  const t = dictionary(lang);
  const asked = new URL(args.request.url).searchParams.get("kind") || undefined;
  const { kind } = opportunityFilterSchema.parse({ kind: asked });
  const { profile, matches } = ownMatches(ctx);
  const bodies = [
    ...matches.map((one) => one.opportunity.owner.id),
    ...profile.endorsements.map((one) => one.by),
  ];
  const names = namesOf(lang, nameTables(ctx, lang, bodies));
  const words = t.matching.csv;
  const head = [
    words.opportunity,
    words.kind,
    words.status,
    words.score,
    ...factors.map((factor) => t.matching.factors[factor]),
    words.notMet,
    words.applyBy,
    words.starts,
    words.link,
  ];
  const rows = matches
    .filter(({ opportunity }) => !kind || opportunity.kind === kind)
    .map(({ opportunity, match }) => [
      titleIn(lang, opportunity),
      t.opportunities.kinds[opportunity.kind],
      t.matching.page[match.status],
      match.score,
      ...factors.map((factor) => match.contributions.find((one) => one.factor === factor)?.points ?? null),
      match.rules
        .filter((rule) => rule.ok !== true)
        .map((rule) => word(lang, "reasons", rule.reason, names))
        .join(" "),
      formatDate(lang, opportunity.applyBy),
      whenIn(lang, opportunity),
      env().APP_ORIGIN + at(lang).match(opportunity.slug),
    ]);
  return new Response(csv([head, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.file}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
