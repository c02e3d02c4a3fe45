import { dictionary } from "#app/i18n/index.ts";
import { criteria } from "#app/modules/market-ranking/criteria.ts";
import { compareMarkets } from "#app/modules/market-ranking/queries.server.ts";
import { codesIn, readQuestion } from "#app/modules/market-ranking/schema.ts";
import { csv } from "#app/platform/csv.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/compare-csv";
import { figureText, sourceText } from "./datum.tsx";
import { nameIn } from "./market-row.tsx";

/** The comparison for a spreadsheet: one line a figure, its value on the scale, and year, confidence and source. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const { ranking: t } = dictionary(lang);
  const params = new URL(args.request.url).searchParams;
  const { compared } = compareMarkets(ctx, lang, readQuestion(params), codesIn(params, "market"));
  const head = [
    t.page.flipMarket,
    t.page.criterion,
    t.page.figure,
    "",
    `${t.page.value} (0–100)`,
    t.csv.sourceOf(t.page.figure),
  ];
  const rows = compared.flatMap((market) =>
    criteria.flatMap((criterion) =>
      market.measures[criterion].data.map((datum) => [
        nameIn(lang, market),
        t.criteria[criterion],
        t.data[datum.name],
        figureText(lang, datum),
        datum.span.low === datum.span.high ? Math.round(datum.span.low) / 10 : null,
        sourceText(lang, datum),
      ]),
    ),
  );
  return new Response(csv([head, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t.compare.csv}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
