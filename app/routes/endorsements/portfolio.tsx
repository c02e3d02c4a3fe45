import { dictionary } from "#app/i18n/index.ts";
import { ledTo } from "#app/modules/endorsements/led-to.server.ts";
import { stages } from "#app/modules/endorsements/policy.ts";
import { portfolio } from "#app/modules/endorsements/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/portfolio";
import { nameOf } from "./facts.tsx";
import { endChoices, filtered, portfolioFilterOf } from "./portfolio-filter.ts";
import { StageBadge } from "./stage-badge.tsx";

const perPage = 50;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const filter = portfolioFilterOf(args.request);
  const all = portfolio(ctx);
  const rows = filtered(all, filter, ctx.now);
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(pageOf(args.request), pages);
  const shown = rows.slice((page - 1) * perPage, page * perPage);
  const led = ledTo(
    ctx,
    shown.filter((row) => row.counts).map((row) => row.endorsement),
  );
  return {
    lang: ctx.lang,
    filter,
    any: all.length > 0,
    page,
    pages,
    rows: shown.map(({ endorsement, firm, stage, held, counts }) => ({
      id: endorsement.id,
      firm,
      stage,
      held,
      counts,
      notYet: endorsement.validFrom > ctx.now,
      from: endorsement.validFrom,
      until: endorsement.validUntil,
      led: led.get(endorsement.id) ?? null,
    })),
  };
}

/** Everything the multinational vouches for, with states and what each has led to. */
export default function PortfolioPage({ loaderData }: Route.ComponentProps) {
  const { lang, filter, any, page, pages, rows } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.portfolio;
  const go = at(lang);
  const query = { ...filter, ends: filter.ends ?? undefined };
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <ButtonLink look="primary" href={go.endorsementNew()}>
              {words.add}
            </ButtonLink>
            <ButtonLink href={go.endorsementDesk()}>{words.desk}</ButtonLink>
            <ButtonLink href={go.endorsementCalendar()}>{words.calendar}</ButtonLink>
          </>
        }
      />
      {any ? (
        <FilterForm lang={lang} clearHref={go.endorsements()}>
          <TextField name="q" label={words.q} defaultValue={filter.q} maxLength={80} />
          <SelectField
            name="stage"
            label={words.stage}
            defaultValue={filter.stage}
            empty={t.endorsing.any}
            options={stages.map((stage) => ({ value: stage, label: t.endorsing.stages[stage] }))}
          />
          <SelectField
            name="ends"
            label={words.ends}
            defaultValue={filter.ends ?? ""}
            empty={t.endorsing.any}
            options={endChoices.map((days) => ({ value: String(days), label: words.endsDays(days) }))}
          />
        </FilterForm>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={any ? words.none : words.noneYet}>
          {any ? null : (
            <>
              <p className="mb-3">{words.noneText}</p>
              <a href={go.supplierInvite()}>{t.endorsing.suppliers.invite}</a>
            </>
          )}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={words.title}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "firm",
                head: words.firm,
                cell: (row) => (
                  <a
                    href={go.endorsement(row.id)}
                    className="text-deep block min-w-40 underline underline-offset-4"
                  >
                    {nameOf(lang, row.firm)}
                  </a>
                ),
              },
              {
                key: "stage",
                head: words.stage,
                cell: (row) => <StageBadge lang={lang} {...row} />,
              },
              {
                key: "validity",
                head: words.validity,
                cell: (row) => (
                  <span className="whitespace-nowrap">
                    {formatDate(lang, row.from)} – {formatDate(lang, row.until)}
                  </span>
                ),
              },
              {
                key: "led",
                head: words.led,
                cell: (row) =>
                  row.led ? (
                    <span className="block min-w-56 text-sm">
                      {words.ledText(row.led.opportunities, row.led.introductions, row.led.openings)}
                    </span>
                  ) : null,
              },
            ]}
          />
          <Pagination
            page={page}
            pages={pages}
            href={(number) => go.endorsements({ ...query, page: number })}
            words={t.staff.pages}
          />
          <p className="text-ink-soft measure mt-3 text-sm">{words.ledNote}</p>
          <p className="no-print mt-4">
            <a href={go.endorsementsCsv(query)}>{words.csv}</a>
          </p>
        </>
      )}
    </>
  );
}
