import { queryReport } from "#app/modules/search/query-log.server.ts";
import { csv } from "#app/platform/csv.ts";
import { guard } from "#app/routes/guard.server.ts";
import { queryFilterOf } from "#app/routes/staff/query-filter.ts";
import type { Route } from "./+types/queries-csv";

const mostRows = 20_000;

/** The filtered query report as a file, most searched first. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "search.operate");
  const rows = queryReport(ctx, queryFilterOf(args.request), mostRows);
  const head = ["query", "lang", "searches", "hits", "last_day"];
  const body = rows.map((row) => [row.query, row.lang, row.searches, row.hits, row.last]);
  return new Response(csv([head, ...body]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="queries-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
