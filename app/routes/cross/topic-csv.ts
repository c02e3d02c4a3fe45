import { dictionary } from "#app/i18n/index.ts";
import { topicRows } from "#app/modules/guides/topic-rows.server.ts";
import { cellText, topicColumns } from "#app/modules/guides/topic-table.ts";
import { isTopic } from "#app/modules/guides/topics.ts";
import { isRegionGroup } from "#app/modules/markets/regions.ts";
import { csv } from "#app/platform/csv.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/topic-csv";

/** A topic's table for a spreadsheet: the page's rows in full, with each section's address. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const { topic } = args.params;
  if (!isTopic(topic)) throw new Response(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams.get("region");
  const region = isRegionGroup(asked) ? asked : null;
  const { topics: words, columns } = dictionary(lang).crossmarket;
  const head = [
    words.market,
    "ISO",
    ...topicColumns(topic).map((column) => columns[column]),
    words.toCheck,
    "URL",
  ];
  const rows = topicRows(ctx, lang, topic)
    .filter((row) => region === null || row.region === region)
    .map((row) => [
      row.name,
      row.code,
      ...row.cells.map(({ cell }) => cellText(lang, cell)),
      row.cells
        .filter(({ cell }) => cell.checked === false)
        .map(({ column }) => columns[column])
        .join(lang === "zh" ? "；" : "; "),
      env().APP_ORIGIN + at(lang).section(row.code, topic),
    ]);
  return new Response(csv([head, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="fairway-${topic}.csv"`,
    },
  });
}
