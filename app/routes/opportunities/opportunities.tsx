import { dictionary } from "#app/i18n/index.ts";
import { shortSectorName } from "#app/modules/matching/sector-names.ts";
import { filterChoices, listOpportunities } from "#app/modules/opportunities/queries.server.ts";
import { opportunityFilterSchema } from "#app/modules/opportunities/schema.ts";
import { countryName } from "#app/platform/countries.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { OpportunityRow } from "./opportunity-row.tsx";
import type { Route } from "./+types/opportunities";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const query = new URL(args.request.url).searchParams;
  const asked = (name: string) => query.get(name) || undefined;
  const filter = opportunityFilterSchema.parse({
    kind: asked("kind"),
    sector: asked("sector"),
    market: asked("market"),
  });
  return { lang: ctx.lang, filter, rows: listOpportunities(ctx, filter), choices: filterChoices(ctx) };
}

/** The choices, and the one that was made even where nothing is open: it must not read as no choice. */
function marketsWith(choices: { code: string; count: number }[], chosen: string | undefined) {
  const known = !chosen || choices.some(({ code }) => code === chosen);
  return known ? choices : [...choices, { code: chosen, count: 0 }];
}

export default function Opportunities({ loaderData: { lang, filter, rows, choices } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.opportunities;
  const filtered = Boolean(filter.kind ?? filter.sector ?? filter.market);
  const counted = (label: string, count: number) =>
    lang === "zh" ? `${label}（${count}）` : `${label} (${count})`;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="description" content={words.lead} />
      <PageHead title={words.title} lead={words.lead} />
      <form method="get" aria-label={words.filters.label} className="no-print">
        <div className="grid gap-x-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <SelectField
            name="kind"
            label={words.filters.kind}
            empty={words.filters.any}
            defaultValue={filter.kind ?? ""}
            options={(["sponsorship", "fair", "consortium"] as const).map((kind) => ({
              value: kind,
              label: counted(words.kinds[kind], choices.kinds[kind] ?? 0),
            }))}
          />
          <SelectField
            name="sector"
            label={words.filters.sector}
            empty={words.filters.any}
            defaultValue={filter.sector ?? ""}
            options={choices.sectors.map((sector) => ({
              value: sector.code,
              label: counted(shortSectorName(lang, sector), sector.count),
            }))}
          />
          <SelectField
            name="market"
            label={words.filters.market}
            empty={words.filters.any}
            defaultValue={filter.market ?? ""}
            options={marketsWith(choices.markets, filter.market).map((market) => ({
              value: market.code,
              label: counted(countryName(lang, market.code), market.count),
            }))}
          />
          <p className="mb-5 self-end">
            <Button look="secondary">{words.filters.apply}</Button>
          </p>
        </div>
      </form>
      <p role="status" className="border-line border-b pb-2 font-semibold">
        {words.found(rows.length)}
        {filtered ? (
          <a
            href={at(lang).opportunities()}
            className="text-deep ml-4 font-normal underline underline-offset-4"
          >
            {words.filters.clear}
          </a>
        ) : null}
      </p>
      {rows.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={words.none}>
            {words.noneText} <a href={at(lang).guides()}>{t.common.nav.guides}</a>
          </EmptyState>
        </div>
      ) : (
        <ol>
          {rows.map((row) => (
            <OpportunityRow key={row.id} lang={lang} opportunity={row} />
          ))}
        </ol>
      )}
    </>
  );
}
