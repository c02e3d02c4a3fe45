import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { fieldGroups, type Disclosed } from "#app/modules/msmes/disclosure.ts";
import { suppliersById } from "#app/modules/network/queries.server.ts";
import { mostCompared } from "#app/modules/network/schema.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { GroupContent } from "./firm-groups.tsx";
import { endorsementParts, placeOf } from "./firm-words.ts";
import type { Route } from "./+types/compare";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "network.read");
  const asked = [...new Set(new URL(args.request.url).searchParams.getAll("firm"))].slice(0, mostCompared);
  return {
    lang: ctx.lang,
    firms: suppliersById(ctx, asked),
    today: ctx.now.toISOString().slice(0, 10),
    tables: nameTables(ctx, ctx.lang, []),
  };
}

/** Suppliers side by side, each as disclosed to this reader: what one does not show is a dash, never an empty claim. */
export default function CompareSuppliers({ loaderData }: Route.ComponentProps) {
  const { lang, firms, today, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.network.suppliers;
  const go = at(lang);
  const names = namesOf(lang, tables);
  const ids = firms.map(({ firm }) => firm.id);
  const dash = (
    <>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{words.notShown}</span>
    </>
  );
  const row = (key: string, label: string, cell: (firm: Disclosed) => ReactNode) => ({ key, label, cell });
  const rows = [
    row("place", words.place, ({ firm }) => placeOf(lang, firm)),
    row("endorsed", t.network.firm.endorsedBy, ({ endorsements }) =>
      endorsements.map((one) => (
        <p key={one.id}>
          <span className="font-semibold">{nameOf(lang, one.by)}</span> ·{" "}
          {endorsementParts(lang, one, names).join(" · ")}
        </p>
      )),
    ),
    ...fieldGroups
      .filter((group) => group !== "photos" && firms.some(({ groups }) => groups[group] !== undefined))
      .map((group) =>
        row(group, t.network.groups[group], (firm) => GroupContent({ lang, firm, today, group }) ?? dash),
      ),
  ];
  return (
    <>
      <title>{`${words.compare} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.network()}>{words.back}</a>}
        title={words.compare}
        lead={words.compareLead}
      />
      {firms.length === 0 ? (
        <EmptyState title={words.compareNone}>
          <p className="mb-3">{words.compareNoneText}</p>
          <ButtonLink href={go.network()}>{words.title}</ButtonLink>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.compare}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "part",
              head: t.network.disclosure.column,
              cell: ({ label }) => <span className="font-semibold">{label}</span>,
            },
            ...firms.map((one) => ({
              key: one.firm.id,
              head: (
                <>
                  <a
                    href={go.firm(one.firm.id)}
                    className="text-deep underline underline-offset-4 block min-h-7 content-center"
                  >
                    {nameOf(lang, one.firm)}
                  </a>
                  <a
                    href={go.networkCompare({ firm: ids.filter((id) => id !== one.firm.id) })}
                    aria-label={words.takeOutFor(nameOf(lang, one.firm))}
                    className="text-deep underline underline-offset-4 block min-h-7 content-center font-normal"
                  >
                    {words.takeOut}
                  </a>
                </>
              ),
              cell: ({ cell }: (typeof rows)[number]) => <div className="min-w-48">{cell(one)}</div>,
            })),
          ]}
        />
      )}
    </>
  );
}
