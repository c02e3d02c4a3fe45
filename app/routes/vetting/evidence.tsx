import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { acceptedFiles, fileLimit } from "#app/modules/uploads/limits.ts";
import { addEvidence } from "#app/modules/vetting/add-evidence.server.ts";
import { evidenceKinds } from "#app/modules/vetting/criteria.ts";
import { ownVetting } from "#app/modules/vetting/own-vetting.server.ts";
import { removeEvidence } from "#app/modules/vetting/remove-evidence.server.ts";
import { evidenceSchema, removeEvidenceSchema } from "#app/modules/vetting/schema.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import { UploadProgress } from "#app/ui/upload-progress.tsx";
import type { Route } from "./+types/evidence";
import { EvidenceList } from "./evidence-list.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "vetting.apply");
  const { collecting, evidence, one } = ownVetting(ctx);
  const fresh = collecting && one?.state !== "draft";
  return {
    lang: ctx.lang,
    evidence: fresh ? [] : evidence,
    takes: collecting || one?.state === "more_info" || one?.appealable === true,
    draft: one?.state === "draft",
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "vetting.apply");
  const form = await readForm(args.request);
  const back = at(ctx.lang).vettingEvidence();
  if (form.get("intent") === "remove") {
    return submitForm(form, ctx.lang, removeEvidenceSchema, ({ evidence }) => {
      removeEvidence(ctx, evidence);
      return redirect(withNotice(back, "evidenceRemoved"));
    });
  }
  const files = form.getAll("files").filter((one) => one instanceof File);
  form.delete("files");
  return submitForm(form, ctx.lang, evidenceSchema, async (value) => {
    await addEvidence(ctx, { ...value, files });
    return redirect(withNotice(back, "evidenceAdded"));
  });
}

/** The files of the firm's case: what is there, and the place to add more. Works without scripts. */
export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, evidence, takes, draft } = loaderData;
  const t = dictionary(lang);
  const words = t.vetting;
  const go = at(lang);
  const form = formOf(actionData);
  return (
    <>
      <title>{`${words.evidenceTitle} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.vetting()}>{words.title}</a>}
        title={words.evidenceTitle}
        lead={words.evidenceLead}
      />
      <FormErrors errors={form.errors} />
      <EvidenceList lang={lang} evidence={evidence} remove={draft} />
      {takes ? (
        <section aria-labelledby="add" className="mt-8">
          <h2 id="add" className="mb-4 text-xl">
            {words.evidenceAdd}
          </h2>
          <UploadProgress lang={lang} fileLimit={fileLimit}>
            <form method="post" action={go.vettingEvidence()} encType="multipart/form-data">
              <SelectField
                {...form.field("kind")}
                label={words.evidenceKind}
                required
                options={evidenceKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              />
              <TextField
                name="files"
                type="file"
                multiple
                required
                accept={acceptedFiles}
                label={words.evidenceFiles}
                errors={form.field("files").errors}
              />
              <TextField
                {...form.field("note")}
                label={words.evidenceNote}
                optional={words.optional}
                hint={words.evidenceNoteHint}
                maxLength={300}
              />
              <Button>{words.evidenceSend}</Button>
            </form>
          </UploadProgress>
        </section>
      ) : (
        <div className="mt-6">
          <Notice tone="plain">{words.evidenceClosed}</Notice>
        </div>
      )}
      <p className="mt-8">
        <a href={go.vetting()}>{words.evidenceBack}</a>
      </p>
    </>
  );
}
