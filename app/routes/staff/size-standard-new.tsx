import { data, redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { draftStandard } from "#app/modules/msmes/draft-standard.server.ts";
import { fingerprint } from "#app/modules/msmes/said.server.ts";
import { standardFrom, standardSchema } from "#app/modules/msmes/standard-schema.ts";
import { impactOf, standardInForce, type Change } from "#app/modules/msmes/standards.server.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { BoundsTable } from "./bounds-table.tsx";
import { ImpactTable } from "./impact-table.tsx";
import type { Route } from "./+types/size-standard-new";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "sizeStandard.edit");
  return { lang: ctx.lang, standard: standardInForce(ctx) };
}

type Preview = { seen: string; firms: number; changes: Change[]; asked: boolean };

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "sizeStandard.edit");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, standardSchema, (input) => {
    // Saved is only what somebody has seen the consequences of.
    const seen = fingerprint(input.bounds);
    if (form.get("intent") === "save" && form.get("seen") === seen) {
      draftStandard(ctx, input);
      return redirect(withNotice(at(ctx.lang).staffSizeStandards(), "standardDrafted"));
    }
    const impact = impactOf(ctx, standardFrom(standardInForce(ctx), input));
    const preview: Preview = { seen, ...impact, asked: form.get("intent") === "save" };
    return data({ initialValue: nested(form), error: undefined, preview });
  });
}

/** The form's fields as the reply of a refused form would hold them. */
function nested(form: FormData): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const steps = name.split(".");
    let place = all;
    for (const step of steps.slice(0, -1)) place = (place[step] ??= {}) as Record<string, unknown>;
    place[steps.at(-1)!] = value;
  }
  return all;
}

function read(from: unknown, steps: string[]): string {
  let place = from;
  for (const step of steps) place = (place as Record<string, unknown> | undefined)?.[step];
  return typeof place === "string" ? place : "";
}

/** A new version, from the one in force: bounds, day, reference; what it changes is seen before it is saved. */
export default function SizeStandardNew({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, standard } = loaderData;
  const t = dictionary(lang);
  const words = t.sizeStandards;
  const form = formOf(actionData);
  const preview = actionData && "preview" in actionData ? actionData.preview : undefined;
  const go = at(lang);
  return (
    <>
      <title>{`${words.draft} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffSizeStandards()}>{words.title}</a>}
        title={words.draft}
        lead={words.lead2}
      />
      <FormErrors errors={form.errors} />
      <form method="post" action={go.staffSizeStandardNew()} noValidate>
        {preview ? (
          <ImpactTable lang={lang} firms={preview.firms} changes={preview.changes} again={preview.asked} />
        ) : null}
        <div className="max-w-xl">
          <TextField {...form.field("effectiveOn")} label={words.effectiveOn} type="date" />
          <TextField
            {...form.field("reference")}
            label={words.reference}
            hint={words.referenceHint}
            maxLength={200}
          />
          <TextArea
            {...form.field("note")}
            label={words.note}
            hint={words.noteHint}
            optional={t.profile.fields.optional}
            rows={3}
            maxLength={600}
          />
        </div>
        <h2 className="mb-1 text-xl">{words.bounds}</h2>
        <p className="text-ink-soft measure mb-3">{words.boundsLead}</p>
        <BoundsTable
          lang={lang}
          standard={standard}
          cell={(industry, indicator, size) => {
            const name = `bounds.${industry.id}.${indicator}.${size}`;
            const error = actionData?.error?.[name]?.[0];
            const saved = industry.lowerBounds[indicator]?.[size];
            return (
              <>
                <input
                  name={name}
                  defaultValue={
                    form.sent ? read(actionData?.initialValue, name.split(".")) : (saved?.toString() ?? "")
                  }
                  inputMode="numeric"
                  autoComplete="off"
                  aria-label={words.cell(
                    lang === "zh" ? industry.nameZh : industry.nameEn,
                    t.profile.indicators[indicator],
                    t.matching.sizes[size],
                  )}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `${name}-error` : undefined}
                  className="border-line-strong bg-sheet aria-[invalid=true]:border-port min-h-9 w-20 rounded-md border px-1 text-right aria-[invalid=true]:border-2"
                />
                {error ? (
                  <span
                    id={`${name}-error`}
                    className="text-port block max-w-24 text-left text-xs font-semibold"
                  >
                    ✕ {error}
                  </span>
                ) : null}
              </>
            );
          }}
        />
        <p className="mt-6 flex flex-wrap gap-3">
          {preview ? (
            <>
              <input type="hidden" name="seen" value={preview.seen} />
              <Button name="intent" value="save">
                {words.save}
              </Button>
            </>
          ) : null}
          <Button look={preview ? "secondary" : "primary"} name="intent" value="preview">
            {words.preview}
          </Button>
        </p>
      </form>
    </>
  );
}
