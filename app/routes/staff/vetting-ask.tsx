import { dictionary } from "#app/i18n/index.ts";
import { en } from "#app/i18n/en/index.ts";
import { zh } from "#app/i18n/zh/index.ts";
import { cannedReplies, type CannedReply } from "#app/modules/vetting/canned-replies.ts";
import type { CaseFile } from "#app/modules/vetting/case-file.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";

/** Asking the firm for more, from a canned text or freely; and going on when it has not answered. */
export function AskForms({
  lang,
  file,
  template,
  answerBy,
  reply,
}: {
  lang: Lang;
  file: CaseFile;
  template: CannedReply | null;
  answerBy: string;
  reply: Reply;
}) {
  const t = dictionary(lang);
  const words = t.vetting.file;
  const here = at(lang).staffVettingCase(file.id);
  if (file.mayResume) {
    return (
      <form method="post" action={here} className="mt-10">
        <h2 className="text-xl">{words.resumeTitle}</h2>
        <p className="text-ink-soft mb-3">{words.resumeHint}</p>
        <Button look="secondary" name="intent" value="resume">
          {words.resume}
        </Button>
      </form>
    );
  }
  if (!file.mayAsk) return null;
  const form = formOf(reply, {
    answerBy,
    textZh: template ? zh.vettingReplies[template].text : "",
    textEn: template ? en.vettingReplies[template].text : "",
  });
  return (
    <section aria-labelledby="ask" className="mt-10 scroll-mt-24">
      <h2 id="ask" className="mb-2 text-xl">
        {words.askTitle}
      </h2>
      <p className="measure text-ink-soft mb-4">{words.askLead}</p>
      <form
        method="get"
        action={`${here}#ask`}
        className="grid max-w-2xl items-end gap-x-4 sm:grid-cols-[1fr_auto]"
      >
        <SelectField
          name="template"
          label={words.template}
          empty={words.templateNone}
          defaultValue={template ?? ""}
          options={cannedReplies.map((key) => ({ value: key, label: t.vettingReplies[key].title }))}
        />
        <div className="mb-5">
          <Button look="secondary">{words.take}</Button>
        </div>
      </form>
      <form method="post" action={here} className="max-w-2xl">
        <input type="hidden" name="intent" value="ask" />
        {template ? <input type="hidden" name="template" value={template} /> : null}
        <TextArea {...form.field("textZh")} label={words.textZh} lang="zh-Hans" maxLength={3000} />
        <TextArea {...form.field("textEn")} label={words.textEn} lang="en" maxLength={3000} />
        <TextField
          {...form.field("answerBy")}
          type="date"
          label={words.answerBy}
          required
          className="max-w-60"
        />
        <Button look="secondary">{words.ask}</Button>
      </form>
    </section>
  );
}
