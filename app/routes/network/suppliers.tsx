import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { listSuppliers } from "#app/modules/network/queries.server.ts";
import { sectorRows } from "#app/modules/network/sector-rows.server.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { commaOf } from "./firm-words.ts";
import { supplierFilterOf } from "./supplier-filter.ts";
import { SupplierFilters } from "./supplier-filters.tsx";
import { SupplierRow } from "./supplier-row.tsx";
import type { Route } from "./+types/suppliers";

const perPage = 20;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "network.read");
  const filter = supplierFilterOf(args.request);
  const page = pageOf(args.request);
  const { firms, ...rest } = listSuppliers(ctx, ctx.lang, filter);
  return {
    lang: ctx.lang,
    filter,
    page,
    total: firms.length,
    firms: firms.slice((page - 1) * perPage, page * perPage),
    sectors: sectorRows(ctx),
    tables: nameTables(ctx, ctx.lang, []),
    ...rest,
  };
}

/** Endorsed suppliers for a partner within its scope, and for multinationals. */
export default function Suppliers({ loaderData }: Route.ComponentProps) {
  const { lang, filter, page, total, firms, choices, scope, open, sectors, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.network.suppliers;
  const go = at(lang);
  const names = namesOf(lang, tables);
  const filtered = Object.values(filter).some(Boolean);
  const all = (codes: string[], name: (code: string) => string, any: string) =>
    codes.map(name).join(commaOf(lang)) || any;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          open ? (
            <>
              <ButtonLink href={go.networkKept()}>{words.savedTitle}</ButtonLink>
              <ButtonLink href={go.networkCsv(filter)}>{words.csv}</ButtonLink>
            </>
          ) : undefined
        }
      />
      {scope ? (
        <p className="text-ink-soft measure mb-6 text-sm">
          <span className="font-semibold">{words.scope}</span>
          {lang === "zh" ? "：" : ": "}
          {all(scope.sectors, names.sector, t.network.firm.anySector)} ·{" "}
          {all(scope.markets, names.market, t.network.firm.anyMarket)}
        </p>
      ) : null}
      {open ? (
        <>
          <SupplierFilters lang={lang} filter={filter} choices={choices} sectors={sectors} />
          <p role="status" className="border-line border-b pb-2 font-semibold">
            {words.found(total)}
            {filtered ? (
              <a href={go.network()} className="text-deep ml-4 font-normal underline underline-offset-4">
                {words.filters.clear}
              </a>
            ) : null}
          </p>
          {firms.length === 0 ? (
            <div className="mt-6">
              <EmptyState title={words.none}>{words.noneText}</EmptyState>
            </div>
          ) : (
            <form method="get" action={go.networkCompare()}>
              <ul>
                {firms.map((one) => (
                  <SupplierRow key={one.firm.id} lang={lang} supplier={one} names={names} />
                ))}
              </ul>
              <p className="no-print mt-4 flex flex-wrap items-center gap-4">
                <span>{words.compareChoose}</span>
                <Button look="secondary">{words.compare}</Button>
              </p>
            </form>
          )}
          <Pagination
            page={page}
            pages={Math.ceil(total / perPage)}
            href={(number) => go.network({ ...filter, page: number })}
            words={t.staff.pages}
          />
        </>
      ) : (
        <EmptyState title={words.noScope}>{words.noScopeText}</EmptyState>
      )}
    </>
  );
}
