import { dictionary } from "#app/i18n/index.ts";
import { queryReport } from "#app/modules/search/query-log.server.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { periods, queryFilterOf } from "#app/routes/staff/query-filter.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/queries";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "search.operate");
  const filter = queryFilterOf(args.request);
  return { lang: ctx.lang, filter, rows: queryReport(ctx, filter) };
}

/** What readers search for, most often first; at the start only what they did not find. */
export default function Queries({ loaderData: { lang, filter, rows } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.searching.staff;
  const go = at(lang);
  const query = { days: filter.days, lang: filter.lang, show: filter.zero ? "zero" : "all" };
  return (
    <>
      <title>{`${words.queries} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffSearch()}>{t.search.staff.title}</a>}
        title={words.queries}
        lead={words.queriesLead}
        actions={<ButtonLink href={go.staffQueriesCsv(query)}>{words.csv}</ButtonLink>}
      />
      <FilterForm lang={lang} clearHref={go.staffQueries()}>
        <SelectField
          name="show"
          label={words.show}
          defaultValue={query.show}
          options={[
            { value: "zero", label: words.zero },
            { value: "all", label: words.everything },
          ]}
        />
        <SelectField
          name="days"
          label={words.period}
          defaultValue={String(filter.days)}
          options={periods.map((days) => ({ value: String(days), label: words.periods(days) }))}
        />
        <SelectField
          name="lang"
          label={words.language}
          defaultValue={filter.lang ?? ""}
          empty={t.staff.any}
          options={[
            { value: "en", label: words.languages.en },
            { value: "zh", label: words.languages.zh },
          ]}
        />
      </FilterForm>
      {rows.length === 0 ? (
        <EmptyState title={words.noQueries}>{words.noQueriesText}</EmptyState>
      ) : (
        <DataTable
          caption={words.queries}
          rows={rows}
          rowKey={(row) => `${row.lang} ${row.query}`}
          columns={[
            {
              key: "query",
              head: words.query,
              cell: (row) => (
                <a
                  href={at(row.lang).search({ q: row.query })}
                  aria-label={words.try(row.query)}
                  className="text-deep underline underline-offset-4 break-words"
                >
                  {row.query}
                </a>
              ),
            },
            { key: "searches", head: words.searches, numeric: true, cell: (row) => row.searches },
            { key: "hits", head: words.hits, numeric: true, cell: (row) => row.hits },
            { key: "lang", head: words.language, cell: (row) => words.languages[row.lang] },
            {
              key: "last",
              head: words.last,
              cell: (row) => <span className="whitespace-nowrap">{formatDay(lang, row.last)}</span>,
            },
            {
              key: "make",
              head: words.synonyms,
              cell: (row) => (
                <a
                  href={go.staffSynonyms({ from: row.query })}
                  aria-label={words.makeSynonymFor(row.query)}
                  className="text-deep underline underline-offset-4 whitespace-nowrap"
                >
                  {words.makeSynonym}
                </a>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
