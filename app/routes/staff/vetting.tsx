import { dictionary } from "#app/i18n/index.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { queueFilterOf } from "#app/modules/vetting/queue-filter.ts";
import { vettingQueue, type QueueRow } from "#app/modules/vetting/queue.server.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable, type Column } from "#app/ui/data-table.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/vetting";
import { QueueFilters } from "./vetting-filters.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "vetting.review");
  const filter = queueFilterOf(new URL(args.request.url).searchParams);
  return {
    lang: ctx.lang,
    filter,
    rows: vettingQueue(ctx, filter),
    suspends: may(ctx.actor, "vetting.suspend"),
  };
}

/** The cases that wait, the least time left first. Scores are nowhere on it. */
export default function VettingQueue({ loaderData: { lang, filter, rows, suspends } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.vetting.queue;
  const states = t.vetting.states;
  const go = at(lang);
  const name = (firm: QueueRow["firm"]) =>
    lang === "zh" ? firm.nameZh || firm.nameEn : firm.nameEn || firm.nameZh;
  const past = rows.some(({ decidedAt, age }) => decidedAt && !age);
  const columns: Column<QueueRow>[] = [
    {
      key: "firm",
      head: words.firm,
      cell: (row) =>
        row.part === "tied" ? name(row.firm) : <a href={go.staffVettingCase(row.id)}>{name(row.firm)}</a>,
    },
    {
      key: "state",
      head: words.state,
      cell: (row) => (
        <>
          {states[row.state]}
          {row.round === 1 && row.state !== "appealed" ? ` · ${words.round}` : null}
        </>
      ),
    },
    {
      key: "submitted",
      head: words.submitted,
      cell: (row) => (row.submittedAt ? formatDate(lang, row.submittedAt) : null),
    },
    {
      key: "left",
      head: past ? words.decided : words.left,
      numeric: true,
      cell: (row) =>
        row.age ? <Left lang={lang} row={row} /> : row.decidedAt ? formatDate(lang, row.decidedAt) : null,
    },
    {
      key: "reviews",
      head: words.reviews,
      numeric: true,
      cell: (row) => `${row.reviews} / ${row.needs === 3 ? 3 : 2}`,
    },
    { key: "part", head: words.part, cell: (row) => words.parts[row.part] },
  ];
  const query = {
    state: filter.state,
    mine: filter.mine ? "1" : null,
    overdue: filter.overdue ? "1" : null,
    q: filter.q,
    sort: filter.sort === "left" ? null : filter.sort,
  };
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <ButtonLink href={go.staffVettingCsv(query)}>CSV</ButtonLink>
            {suspends ? <ButtonLink href={go.staffVettingStanding()}>{words.standings}</ButtonLink> : null}
          </>
        }
      />
      <QueueFilters lang={lang} filter={filter} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable caption={words.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </>
  );
}

function Left({ lang, row }: { lang: "en" | "zh"; row: QueueRow }) {
  const words = dictionary(lang).vetting.queue;
  const { leftDays, dueDay, weekdaysOnly } = row.age!;
  return (
    <>
      {leftDays < 0 ? (
        <Badge tone="bad">{words.over(String(-leftDays))}</Badge>
      ) : leftDays < 1 ? (
        <Badge tone="warn">{leftDays.toFixed(1)}</Badge>
      ) : (
        leftDays.toFixed(1)
      )}
      <br />
      <span className="text-ink-soft text-sm">
        {dueDay ? formatDay(lang, dueDay) : words.stands}
        {weekdaysOnly ? (
          <>
            {" · "}
            <abbr title={words.weekdaysOnlyHint}>{words.weekdaysOnly}</abbr>
          </>
        ) : null}
      </span>
    </>
  );
}
