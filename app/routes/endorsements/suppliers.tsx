import { redirect } from "react-router";
import { z } from "zod";
import { dictionary } from "#app/i18n/index.ts";
import { resendSupplier, withdrawSupplier } from "#app/modules/endorsements/invite-suppliers.server.ts";
import {
  ownSuppliers,
  supplierStages,
  type SupplierStage,
} from "#app/modules/endorsements/supplier-queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/suppliers";
import { nameOf } from "./facts.tsx";

export const headers = passHeaders;

const invitationSchema = z.object({ invitation: z.uuid() });
const road: readonly SupplierStage[] = ["invited", "joined", "profile", "vetted", "endorsed"];

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "suppliers.invite");
  const asked = new URL(args.request.url).searchParams.get("stage");
  const stage = supplierStages.find((one) => one === asked) ?? "";
  const all = ownSuppliers(ctx);
  return {
    lang: ctx.lang,
    stage,
    stages: supplierStages.map((one) => ({ one, count: all.filter((row) => row.stage === one).length })),
    any: all.length > 0,
    rows: all
      .filter((row) => !stage || row.stage === stage)
      .map(({ id, email, nameEn, nameZh, msmeId, createdAt, stage }) => ({
        ...{ id, email, nameEn, nameZh, msmeId, createdAt, stage },
      })),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "suppliers.invite");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, invitationSchema, ({ invitation }) => {
    const again = form.get("intent") === "resend";
    if (again) resendSupplier(ctx, invitation);
    else withdrawSupplier(ctx, invitation);
    return redirect(withNotice(at(ctx.lang).suppliers(), again ? "supplierResent" : "supplierWithdrawn"));
  });
}

/** Whom the multinational has invited, and how far each has come. */
export default function Suppliers({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, stage, stages, any, rows } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.suppliers;
  const go = at(lang);
  const form = formOf(actionData as Reply);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.endorsementDesk()}>{t.endorsing.desk.title}</a>}
        title={words.title}
        lead={words.lead}
        actions={
          <ButtonLink look="primary" href={go.supplierInvite()}>
            {words.invite}
          </ButtonLink>
        }
      />
      <FormErrors errors={form.errors} />
      {any ? (
        <FilterForm lang={lang} clearHref={go.suppliers()}>
          <SelectField
            name="stage"
            label={words.stage}
            defaultValue={stage}
            empty={t.endorsing.any}
            options={stages.map(({ one, count }) => ({
              value: one,
              label: `${t.endorsing.supplierStages[one]} (${count})`,
            }))}
          />
        </FilterForm>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={any ? words.noneFilter : words.none}>{any ? null : words.noneText}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={words.title}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "supplier",
                head: words.supplier,
                cell: (row) => (
                  <span className="block min-w-40">
                    {nameOf(lang, row)}
                    <span className="text-ink-soft block text-sm break-all">{row.email}</span>
                  </span>
                ),
              },
              {
                key: "sent",
                head: words.sent,
                cell: (row) => <span className="whitespace-nowrap">{formatDate(lang, row.createdAt)}</span>,
              },
              {
                key: "stage",
                head: words.stage,
                cell: (row) => <Progress lang={lang} stage={row.stage} />,
              },
              {
                key: "act",
                head: words.act,
                cell: (row) =>
                  row.stage === "vetted" && row.msmeId ? (
                    <a
                      href={go.endorsementNew({ firm: row.msmeId })}
                      className="text-deep inline-flex min-h-11 items-center underline"
                    >
                      {words.endorse}
                    </a>
                  ) : row.stage === "invited" || row.stage === "expired" ? (
                    <form method="post" action={go.suppliers()} className="flex gap-2">
                      <input type="hidden" name="invitation" value={row.id} />
                      <Button look="secondary" name="intent" value="resend">
                        {words.resend}
                      </Button>
                      <Button look="quiet" name="intent" value="withdraw">
                        {words.withdraw}
                      </Button>
                    </form>
                  ) : null,
              },
            ]}
          />
          <p className="no-print mt-4">
            <a href={go.suppliersCsv({ stage })}>{t.endorsing.portfolio.csv}</a>
          </p>
        </>
      )}
    </>
  );
}

/** Five stations as a row of marks with the word of the last one reached. */
function Progress({ lang, stage }: { lang: "en" | "zh"; stage: SupplierStage }) {
  const t = dictionary(lang).endorsing;
  const reached = road.indexOf(stage);
  if (reached < 0) return <Badge tone="warn">{t.supplierStages[stage]}</Badge>;
  return (
    <span className="block min-w-40">
      <span className="flex gap-0.5" aria-hidden="true">
        {road.map((one, at) => (
          <span key={one} className={`h-1.5 w-6 ${at <= reached ? "bg-starboard" : "bg-line"}`} />
        ))}
      </span>
      {t.supplierStages[stage]} <span className="sr-only">{t.suppliers.progress(reached + 1)}</span>
    </span>
  );
}
