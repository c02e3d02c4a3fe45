import { auditedRecords, listAudit } from "#app/modules/audit/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatTime } from "#app/platform/dates.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { auditFilterOf, deed } from "#app/routes/staff/audit-filter.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/audit";

const perPage = 50;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "audit.read");
  const filter = auditFilterOf(args.request);
  const page = pageOf(args.request);
  return {
    lang: ctx.lang,
    filter,
    page,
    records: auditedRecords(ctx),
    ...listAudit(ctx, filter, perPage, (page - 1) * perPage),
  };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { lang, filter, page, records, entries, total } = loaderData;
  const t = dictionary(lang);
  const words = t.staff.audit;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={`${words.lead} ${t.staff.found(total)}`}
        actions={<ButtonLink href={go.staffAuditCsv(filter)}>{words.csv}</ButtonLink>}
      />
      <FilterForm lang={lang} clearHref={go.staffAudit()}>
        <TextField name="record" label={words.record} defaultValue={filter.record} list="records" />
        <datalist id="records">
          {records.map((record) => (
            <option key={record} value={record} />
          ))}
        </datalist>
        <TextField name="actor" label={words.actor} defaultValue={filter.actor} />
        <TextField name="action" label={words.action} defaultValue={filter.action} />
        <TextField name="from" type="date" label={words.from} defaultValue={filter.from} />
        <TextField name="to" type="date" label={words.to} defaultValue={filter.to} />
      </FilterForm>
      {entries.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          rows={entries}
          rowKey={(entry) => String(entry.seq)}
          columns={[
            {
              key: "at",
              head: words.at,
              cell: (entry) => <span className="whitespace-nowrap">{formatTime(lang, entry.at)}</span>,
            },
            {
              key: "who",
              head: words.who,
              cell: (entry) =>
                entry.actorEmail ? (
                  <a href={go.staffAudit({ actor: entry.actorEmail })} title={entry.actorEmail}>
                    {entry.actorName}
                  </a>
                ) : (
                  (entry.actorId ?? <span className="text-ink-soft">{words.nobody}</span>)
                ),
            },
            {
              key: "what",
              head: words.what,
              cell: (entry) => (
                <>
                  {deed(lang, entry.action)}
                  <br />
                  <code className="text-ink-soft text-sm">{entry.action}</code>
                </>
              ),
            },
            {
              key: "which",
              head: words.which,
              cell: (entry) => (
                <>
                  {entry.record}{" "}
                  <a href={go.staffAudit({ record: entry.recordId })} title={entry.recordId}>
                    <code>{entry.recordId.slice(0, 8)}</code>
                  </a>
                </>
              ),
            },
            {
              key: "change",
              head: words.change,
              cell: (entry) =>
                entry.fromState || entry.toState
                  ? `${entry.fromState || "—"} → ${entry.toState || "—"}`
                  : null,
            },
            {
              key: "detail",
              head: words.detail,
              cell: (entry) => <span className="text-sm break-all">{detailText(entry.detail)}</span>,
            },
            {
              key: "request",
              head: words.request,
              cell: (entry) => <code title={entry.requestId}>{entry.requestId.slice(0, 8)}</code>,
            },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => go.staffAudit({ ...filter, page: number })}
        words={t.staff.pages}
      />
    </>
  );
}

function detailText(detail: Record<string, string | number | boolean | null> | null): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(" · ");
}
