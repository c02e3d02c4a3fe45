import { data, redirect } from "react-router";
import { z } from "zod";
import { dictionary } from "#app/i18n/index.ts";
import {
  checkSuppliers,
  inviteSuppliers,
  type SupplierCheck,
} from "#app/modules/endorsements/invite-suppliers.server.ts";
import { supplierColumns } from "#app/modules/endorsements/supplier-csv.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/invite";
import { CheckResult } from "./check-result.tsx";

export const headers = passHeaders;

const fileSchema = z.object({
  file: z.instanceof(File, { error: "supplier.chooseFile" }),
});
const sendSchema = z.object({ sealed: z.string().max(900_000) });

export function loader(args: Route.LoaderArgs) {
  return { lang: guardPerson(args, "suppliers.invite").lang };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "suppliers.invite");
  const form = await readForm(args.request);
  if (form.get("intent") === "send") {
    return submitForm(form, ctx.lang, sendSchema, ({ sealed }) => {
      inviteSuppliers(ctx, sealed);
      return redirect(withNotice(at(ctx.lang).suppliers(), "suppliersInvited"));
    });
  }
  return submitForm(form, ctx.lang, fileSchema, async ({ file }) =>
    data({ check: checkSuppliers(ctx, new Uint8Array(await file.arrayBuffer())) }),
  );
}

/** A table of suppliers in: first what would happen to each line, then the letters. */
export default function Invite({ loaderData: { lang }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.endorsing.invite;
  const go = at(lang);
  const form = formOf(actionData as Reply);
  const check = (actionData as { check?: SupplierCheck } | undefined)?.check;
  const need = (column: string) =>
    column === "email" ? words.needed : column.startsWith("name") ? words.oneOf : null;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.suppliers()}>{t.endorsing.suppliers.title}</a>}
        title={words.title}
        lead={words.lead}
      />
      <FormErrors errors={[...form.errors, ...(form.field("sealed").errors ?? [])]} />
      {check ? <CheckResult lang={lang} check={check} /> : null}
      <form
        method="post"
        action={go.supplierInvite()}
        encType="multipart/form-data"
        className="mb-8 max-w-2xl"
      >
        <TextField
          name="file"
          type="file"
          accept=".csv,.txt,text/csv"
          required
          label={words.file}
          hint={words.fileHint}
          errors={form.field("file").errors}
        />
        <Button look={check ? "secondary" : "primary"}>{words.check}</Button>
      </form>
      <section className="max-w-2xl">
        <p className="mb-2">{words.columnsLead}</p>
        <ul className="mb-3">
          {supplierColumns.map((column) => (
            <li key={column}>
              <code>{column}</code> · {t.endorsing.columns[column]}
              {need(column) ? <span className="text-ink-soft"> ({need(column)})</span> : null}
            </li>
          ))}
        </ul>
        <p className="mb-3">
          <a href={go.supplierTemplate()}>{words.template}</a>
        </p>
        <p className="text-ink-soft">{words.letter}</p>
      </section>
    </>
  );
}
