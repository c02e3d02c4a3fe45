import type { EditedSide } from "#app/modules/guides/editor-queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/text.tsx";
import type { SideValues } from "./editor-values.ts";
import { EditorSources } from "./editor-sources.tsx";

type Props = {
  lang: Lang;
  side: EditedSide;
  values: SideValues;
  errors: Record<string, string[] | null>;
  /** Drawn by the server on request; null = not asked for. */
  preview: string | null;
  mayLevel: boolean;
};

/** One language of the editor's form. */
export function EditorSide({ lang, side, values, errors, preview, mayLevel }: Props) {
  const own = side.lang;
  const t = dictionary(lang).editorial;
  const words = t.editor;
  const code = own === "zh" ? "zh-Hans" : "en";
  const field = (name: Exclude<keyof SideValues, "sources">) => ({
    name: `${own}.${name}`,
    id: `${own}-${name}`,
    defaultValue: values[name],
    errors: errors[`${own}.${name}`] ?? undefined,
  });
  return (
    <section aria-labelledby={`side-${own}`} data-side={own} className="editor-side min-w-0">
      <h2 id={`side-${own}`} className="text-xl">
        {t.sides[own]}
      </h2>
      <SideState lang={lang} side={side} />
      <input type="hidden" name={`${own}.version`} value={values.version} />
      <input type="hidden" name={`${own}.base`} value={values.base} />
      <TextField {...field("title")} label={words.title} lang={code} autoComplete="off" />
      <TextArea {...field("summary")} label={words.summary} hint={words.summaryHint} lang={code} rows={3} />
      <div className="prose-box">
        <TextArea
          {...field("body")}
          label={words.body}
          hint={words.bodyHint}
          lang={code}
          rows={20}
          data-preview-of={own}
        />
      </div>
      <section
        aria-label={`${words.previewTitle} (${t.sides[own]})`}
        className="border-note mb-6 border-l-2 pl-4"
        data-preview={own}
        hidden={preview === null}
      >
        <p className="text-note mb-2 text-sm font-semibold">{words.previewTitle}</p>
        <div
          className="prose-chart"
          lang={code}
          data-preview-text=""
          dangerouslySetInnerHTML={{ __html: preview ?? "" }}
        />
        {preview === "" ? <p className="text-ink-soft">{words.previewEmpty}</p> : null}
        {preview ? <p className="text-ink-soft mt-2 text-sm">{words.previewNote}</p> : null}
      </section>
      <EditorSources lang={lang} own={own} rows={values.sources} errors={errors} />
      <fieldset className="border-line mt-6 border-t pt-4">
        <legend className="float-left mb-3 w-full text-lg font-semibold">{words.dates}</legend>
        <div className="clear-both grid gap-x-4 sm:grid-cols-2">
          <TextField
            {...field("verifiedAt")}
            type="date"
            label={words.verifiedAt}
            optional={words.optional}
          />
          <TextField {...field("reviewDueAt")} type="date" label={words.reviewDueAt} />
        </div>
        <SelectField
          {...field("basis")}
          label={words.basis}
          options={(["knowledge", "read"] as const).map((value) => ({ value, label: words.bases[value] }))}
        />
        <TextArea {...field("evidence")} label={words.evidence} hint={words.evidenceHint} rows={2} />
      </fieldset>
      <fieldset className="border-line mt-2 border-t pt-4">
        <legend className="float-left mb-1 w-full text-lg font-semibold">{words.change}</legend>
        <p className="text-ink-soft clear-both mb-3 text-sm">{words.changeHint}</p>
        <TextField {...field("changeEn")} label={words.changeEn} lang="en" autoComplete="off" />
        <TextField {...field("changeZh")} label={words.changeZh} lang="zh-Hans" autoComplete="off" />
        {mayLevel ? (
          <label className="mb-5 flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name={`${own}.levelsPair`}
              defaultChecked={values.levelsPair === "on"}
              className="accent-deep size-5"
            />
            {words.levels}
          </label>
        ) : null}
      </fieldset>
    </section>
  );
}

/** Where this side stands: what is published, who works on it, what a reviewer said. */
function SideState({ lang, side }: { lang: Lang; side: EditedSide }) {
  const words = dictionary(lang).editorial.editor;
  const { published, draft } = side;
  const name = draft?.author ?? words.state.somebody;
  const lines = [
    published
      ? side.status === "archived"
        ? words.state.archived(published.number)
        : words.state.published(published.number, formatDate(lang, published.at))
      : draft
        ? words.state.firstDraft
        : words.state.unwritten,
    draft
      ? draft.state === "in_review"
        ? words.state.review(draft.version, name, formatTime(lang, draft.at))
        : words.state.draft(draft.version, name, formatTime(lang, draft.at))
      : null,
    side.owner ? words.state.owner(side.owner) : null,
  ].filter((line) => line !== null);
  return (
    <>
      <ul className="text-ink-soft mb-4 text-sm">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {side.pair === "otherNewer" ? <li className="text-shoal font-semibold">{words.behind}</li> : null}
      </ul>
      {draft?.state === "draft" && draft.reviewNote ? (
        <Notice tone="warn">
          <p className="font-semibold">{words.sentBack}</p>
          <p className="whitespace-pre-line">{draft.reviewNote}</p>
        </Notice>
      ) : null}
    </>
  );
}
