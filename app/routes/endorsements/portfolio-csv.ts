import { dictionary } from "#app/i18n/index.ts";
import { dayOf } from "#app/modules/endorsements/days.ts";
import { ledTo } from "#app/modules/endorsements/led-to.server.ts";
import { portfolio } from "#app/modules/endorsements/queries.server.ts";
import type { SpendBand } from "#app/modules/endorsements/vocabulary.ts";
import { csv } from "#app/platform/csv.ts";
import { env } from "#app/platform/env.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/portfolio-csv";
import { filtered, portfolioFilterOf } from "./portfolio-filter.ts";

/** The filtered portfolio as a table for a spreadsheet; days of the Chinese calendar. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const words = dictionary(ctx.lang).endorsing;
  const rows = filtered(portfolio(ctx), portfolioFilterOf(args.request), ctx.now);
  const led = ledTo(
    ctx,
    rows.filter((row) => row.counts).map((row) => row.endorsement),
  );
  const head = [
    words.columns.nameZh,
    words.columns.nameEn,
    words.portfolio.stage,
    words.portfolio.from,
    words.portfolio.until,
    words.fields.supplierSince,
    words.fields.spendBand,
    words.fields.sectors,
    words.fields.markets,
    words.portfolio.opportunities,
    words.portfolio.introductions,
    words.portfolio.openings,
    words.page.verify,
  ];
  const lines = rows.map(({ endorsement: one, firm, stage, held, counts }) => {
    const counted = led.get(one.id);
    return [
      firm.nameZh,
      firm.nameEn,
      held
        ? words.portfolio.held
        : stage === "active" && !counts
          ? words.portfolio.notCounting
          : words.stages[stage],
      dayOf(one.validFrom),
      dayOf(one.validUntil),
      one.supplierSince,
      one.spendBand ? words.spendBands[one.spendBand as SpendBand] : "",
      one.scopeSectors.join(" "),
      one.scopeMarkets.join(" "),
      counted?.opportunities ?? null,
      counted?.introductions ?? null,
      counted?.openings ?? null,
      one.acceptedAt ? env().APP_ORIGIN + at(ctx.lang).verify(one.id) : "",
    ];
  });
  return new Response(csv([head, ...lines]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.portfolio.file}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
