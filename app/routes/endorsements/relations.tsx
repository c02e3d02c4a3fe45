import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import {
  declareRelation,
  endRelation,
  ownRelations,
} from "#app/modules/endorsements/declare-relation.server.ts";
import { relationIdSchema, relationSchema } from "#app/modules/endorsements/schema.ts";
import { relationKinds } from "#app/modules/endorsements/vocabulary.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/relations";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "relations.declare");
  return {
    lang: ctx.lang,
    relations: ownRelations(ctx).map(
      ({ id, otherName, otherCreditCode, relation, note, createdAt, endedAt }) => ({
        ...{ id, otherName, otherCreditCode, relation, note, createdAt, endedAt },
      }),
    ),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "relations.declare");
  const form = await readForm(args.request);
  const here = at(ctx.lang).relations();
  if (form.get("intent") === "end") {
    return submitForm(form, ctx.lang, relationIdSchema, ({ id }) => {
      endRelation(ctx, id);
      return redirect(withNotice(here, "relationEnded"));
    });
  }
  return submitForm(form, ctx.lang, relationSchema, (value) => {
    declareRelation(ctx, value);
    return redirect(withNotice(here, "relationDeclared"));
  });
}

/** The ties that an organisation has to others: what the chamber checks endorsements against. */
export default function Relations({ loaderData: { lang, relations }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.endorsing.ties;
  const go = at(lang);
  const form = formOf(actionData as Reply);
  const list = (rows: typeof relations) => (
    <ul className="divide-line border-line-strong max-w-3xl divide-y border-y">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div>
            <p className="font-semibold">{row.otherName || row.otherCreditCode}</p>
            <p>{t.endorsing.relations[row.relation]}</p>
            <p className="text-ink-soft text-sm">
              {[
                row.otherName ? row.otherCreditCode : null,
                words.since(formatDate(lang, row.createdAt)),
                row.endedAt ? words.ended(formatDate(lang, row.endedAt)) : null,
                row.note,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          {row.endedAt ? null : (
            <form method="post" action={go.relations()}>
              <input type="hidden" name="id" value={row.id} />
              <Button look="secondary" name="intent" value="end">
                {words.end}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
  const [open, past] = [relations.filter((one) => !one.endedAt), relations.filter((one) => one.endedAt)];
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      {open.length > 0 ? list(open) : <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      <section aria-labelledby="add" className="mt-10 max-w-2xl">
        <h2 id="add" className="mb-2 text-xl">
          {words.add}
        </h2>
        <p className="measure text-ink-soft mb-4">{words.why}</p>
        <FormErrors errors={form.errors} />
        <form method="post" action={go.relations()}>
          <SelectField
            {...form.field("relation")}
            label={words.relation}
            options={relationKinds.map((one) => ({ value: one, label: t.endorsing.relations[one] }))}
          />
          <TextField {...form.field("otherName")} label={words.otherName} maxLength={160} />
          <TextField
            {...form.field("otherCreditCode")}
            label={words.otherCreditCode}
            hint={words.codeHint}
            className="font-mono"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={24}
          />
          <TextField
            {...form.field("note")}
            label={words.note}
            optional={t.accounts.optional}
            maxLength={300}
          />
          <Button>{words.declare}</Button>
        </form>
      </section>
      {past.length > 0 ? (
        <details className="mt-10">
          <summary className="min-h-11 cursor-pointer content-center font-semibold">{words.past}</summary>
          {list(past)}
        </details>
      ) : null}
    </>
  );
}
