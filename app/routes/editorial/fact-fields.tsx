import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import type { formOf } from "#app/platform/form.ts";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";

type Props = {
  lang: Lang;
  field: ReturnType<typeof formOf>["field"];
  sources: { id: string; nameEn: string; nameZh: string }[];
  /** What only facts of this kind say. */
  children: ReactNode;
};

/** The boxes of one fact: what it says in both languages, then where it comes from and how far it can be trusted. */
export function FactFields({ lang, field, sources, children }: Props) {
  const t = dictionary(lang).editorial;
  const words = t.facts;
  return (
    <>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField {...field("labelEn")} label={words.labelEn} lang="en" />
        <TextField {...field("labelZh")} label={words.labelZh} lang="zh-Hans" />
        <TextArea {...field("textEn")} label={words.textEn} lang="en" rows={3} />
        <TextArea {...field("textZh")} label={words.textZh} lang="zh-Hans" rows={3} />
        <TextArea {...field("noteEn")} label={words.noteEn} lang="en" rows={2} />
        <TextArea {...field("noteZh")} label={words.noteZh} lang="zh-Hans" rows={2} />
        <TextField {...field("value")} label={words.value} hint={words.valueHint} inputMode="decimal" />
        <TextField {...field("unit")} label={words.unit} hint={words.unitHint} autoComplete="off" />
      </div>
      {children}
      <TextField {...field("url")} label={words.url} inputMode="url" optional={t.editor.optional} />
      <fieldset className="border-line mt-2 border-t pt-4">
        <legend className="float-left mb-3 w-full text-lg font-semibold">{words.sourceTitle}</legend>
        <div className="clear-both">
          <SelectField
            {...field("sourceId")}
            label={words.sourcePick}
            empty={words.noSource}
            options={[
              { value: "new", label: words.newSource },
              ...sources.map(({ id, nameEn, nameZh }) => ({
                value: id,
                label: lang === "zh" ? nameZh : nameEn,
              })),
            ]}
          />
        </div>
        <div className="border-line mb-5 border-l-2 pl-4">
          <p className="mb-2 font-semibold">{words.newSourceTitle}</p>
          <div className="grid gap-x-6 sm:grid-cols-2">
            <TextField {...field("newSourceEn")} label={words.newSourceEn} lang="en" />
            <TextField {...field("newSourceZh")} label={words.newSourceZh} lang="zh-Hans" />
          </div>
          <TextField {...field("newSourceUrl")} label={words.newSourceUrl} inputMode="url" />
        </div>
        <div className="grid gap-x-6 sm:grid-cols-3">
          <TextField {...field("asOf")} label={words.year} inputMode="numeric" maxLength={4} />
          <SelectField
            {...field("confidence")}
            label={words.confidence}
            empty="—"
            options={(["high", "medium"] as const).map((value) => ({
              value,
              label: words.confidences[value],
            }))}
          />
          <SelectField
            {...field("basis")}
            label={words.basis}
            empty="—"
            options={(["knowledge", "read"] as const).map((value) => ({ value, label: words.bases[value] }))}
          />
        </div>
        <label className="mb-6 flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="gap"
            defaultChecked={field("gap").defaultValue === "on"}
            className="accent-deep size-5"
          />
          {words.gap}
        </label>
      </fieldset>
    </>
  );
}
