import { data } from "react-router";
import { importDrafts, type DraftImport } from "#app/modules/guides/import-drafts.server.ts";
import { recordsOfUpload } from "#app/modules/guides/import-files.server.ts";
import { importSchema } from "#app/modules/guides/schema.ts";
import { marketRows } from "#app/modules/markets/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { at } from "#app/platform/paths.ts";
import { UnreadableZip } from "#app/platform/zip.server.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/import";
import { ImportReport } from "./import-report.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  return {
    lang: ctx.lang,
    markets: marketRows(ctx).map(({ code, nameEn, nameZh }) => ({
      value: code,
      label: `${ctx.lang === "zh" ? nameZh : nameEn} (${code})`,
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, importSchema, async ({ file, skipBad, ...note }) => {
    const found = read(file.name, new Uint8Array(await file.arrayBuffer()));
    if (found.length === 0) throw new DomainError("guide.fileType", { field: "file" });
    const result = importDrafts(ctx, ctx.lang, found, { ...note, skipBad: skipBad === "on" });
    const typed = { ...note, skipBad: skipBad ?? "" };
    return data({ result, initialValue: result.done ? null : typed }, { status: result.done ? 200 : 400 });
  });
}

/** The records of an upload; an archive that cannot be taken is a refusal at the field. */
function read(name: string, bytes: Uint8Array) {
  try {
    return recordsOfUpload(name, bytes);
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    const key = error.reason === "tooLarge" ? "guide.zipTooLarge" : "guide.zipDamaged";
    throw new DomainError(key, { field: "file" });
  }
}

/** Sections in from a file, as drafts in review, and out again as an archive. */
export default function Import({ loaderData: { lang, markets }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.editorial.import;
  const go = at(lang);
  const form = formOf(actionData as Reply);
  const result = (actionData as { result?: DraftImport } | undefined)?.result;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffGuides()}>{t.editorial.editor.kicker}</a>}
        title={words.title}
        lead={words.lead}
      />
      <FormErrors errors={form.errors} />
      {result ? <ImportReport lang={lang} result={result} /> : null}
      <form method="post" action={go.staffGuidesImport()} encType="multipart/form-data" className="max-w-3xl">
        <TextField
          name="file"
          type="file"
          accept=".zip,.md,.jsonl"
          required
          label={words.file}
          hint={words.fileHint}
          errors={form.field("file").errors}
        />
        <fieldset>
          <legend className="mb-2 font-semibold">{t.editorial.editor.change}</legend>
          <TextField {...form.field("changeEn")} label={t.editorial.editor.changeEn} lang="en" required />
          <TextField
            {...form.field("changeZh")}
            label={t.editorial.editor.changeZh}
            lang="zh-Hans"
            required
          />
        </fieldset>
        <TextArea {...form.field("evidence")} label={words.evidence} hint={words.evidenceHint} rows={2} />
        <label className="mb-5 flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="skipBad"
            defaultChecked={form.field("skipBad").defaultValue === "on"}
            className="accent-deep size-5"
          />
          {words.skipBad}
        </label>
        <Button>{words.go}</Button>
      </form>
      <section aria-labelledby="export" className="border-line mt-12 border-t pt-6">
        <h2 id="export" className="text-xl">
          {words.exportTitle}
        </h2>
        <p className="measure text-ink-soft mb-4">{words.exportText}</p>
        <form
          method="get"
          action={go.staffGuidesZip()}
          className="grid items-end gap-x-4 sm:grid-cols-[20rem_auto]"
        >
          <SelectField
            name="market"
            label={t.editorial.queue.market}
            empty={words.allMarkets}
            options={markets}
          />
          <div className="mb-5">
            <Button look="secondary">{words.download}</Button>
          </div>
        </form>
      </section>
    </>
  );
}
