import { dictionary } from "#app/i18n/index.ts";
import { criteria } from "#app/modules/market-ranking/criteria.ts";
import { answerRanking } from "#app/modules/market-ranking/queries.server.ts";
import { readQuestion } from "#app/modules/market-ranking/schema.ts";
import { csv } from "#app/platform/csv.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/where-to-export-csv";
import { figureText, sourceText } from "./datum.tsx";
import { flipText } from "./flips.tsx";
import { nameIn } from "./market-row.tsx";

const hundred = (thousandths: number) => Math.round(thousandths) / 10;
const rounded = (value: number) => Math.round(value * 100) / 100;

/** The ranking as a table for a spreadsheet: scores, every value and figure with its source. A gap is an empty cell. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const { ranking: t } = dictionary(lang);
  const question = readQuestion(new URL(args.request.url).searchParams);
  const { ranking, markets } = answerRanking(ctx, lang, question);
  const head = [
    t.page.rank,
    t.page.flipMarket,
    "ISO 3166-1",
    t.csv.score,
    t.csv.low,
    t.csv.high,
    t.csv.pareto,
    t.csv.flip,
    ...criteria.flatMap((criterion) => {
      const name = t.criteria[criterion];
      return [t.csv.weightOf(name), t.csv.valueOf(name), t.csv.figureOf(name), t.csv.sourceOf(name)];
    }),
    "URL",
  ];
  const rows = ranking.rows.map((row) => {
    const flip = ranking.flips.possible.find(({ market }) => market === row.code);
    return [
      row.rank,
      nameIn(
        lang,
        markets.find(({ code }) => code === row.code)!,
      ),
      row.code,
      rounded(row.score),
      rounded(row.low),
      rounded(row.high),
      t.csv.paretoStates[row.pareto.state],
      flip ? flipText(lang, flip) : null,
      ...criteria.flatMap((criterion) => {
        const { span, data } = row.measures[criterion];
        const known = data.filter(({ said }) => said !== null);
        return [
          question.weights[criterion],
          span.low === span.high ? hundred(span.low) : null,
          known.map((datum) => figureText(lang, datum)).join("; "),
          known.map((datum) => sourceText(lang, datum)).join("; "),
        ];
      }),
      env().APP_ORIGIN + at(lang).guide(row.code),
    ];
  });
  return new Response(csv([head, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t.page.csv}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
