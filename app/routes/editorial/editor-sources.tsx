import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { SourceRow } from "./editor-values.ts";

const empty: SourceRow = { title: "", publisher: "", url: "", asOf: "" };

/** The sources of one side as rows; there is always an empty one, and buttons add and remove rows without a script. */
export function EditorSources({
  lang,
  own,
  rows,
  errors,
}: {
  lang: Lang;
  own: Lang;
  rows: SourceRow[];
  errors: Record<string, string[] | null>;
}) {
  const words = dictionary(lang).editorial.editor;
  const last = rows.at(-1);
  const full = last === undefined || Object.values(last).some((value) => value !== "");
  const shown = full ? [...rows, empty] : rows;
  return (
    <fieldset className="border-line border-t pt-4">
      <legend className="float-left mb-1 w-full text-lg font-semibold">{words.sources}</legend>
      <p className="text-ink-soft clear-both mb-3 text-sm">{words.sourcesHint}</p>
      {shown.map((row, index) => {
        const cell = (name: keyof SourceRow) => ({
          name: `${own}.sources[${index}].${name}`,
          id: `${own}-source-${index}-${name}`,
          defaultValue: row[name],
          errors: errors[`${own}.sources[${index}].${name}`] ?? undefined,
        });
        return (
          <fieldset key={index} className="border-line mb-3 border-b">
            <legend className="sr-only">{words.source(index + 1)}</legend>
            <div className="grid gap-x-4 sm:grid-cols-2">
              <TextField {...cell("title")} label={words.sourceTitle} autoComplete="off" />
              <TextField {...cell("publisher")} label={words.publisher} autoComplete="off" />
            </div>
            <div className="grid gap-x-4 sm:grid-cols-[1fr_7rem]">
              <TextField {...cell("url")} label={words.url} inputMode="url" autoComplete="off" />
              <TextField {...cell("asOf")} label={words.asOf} autoComplete="off" />
            </div>
            {Object.values(row).some((value) => value !== "") ? (
              <Button
                look="quiet"
                name="intent"
                value={`remove-${own}-${index}`}
                aria-label={words.removeRow(index + 1)}
                className="-mt-4 mb-2 px-0"
              >
                {words.remove}
              </Button>
            ) : null}
          </fieldset>
        );
      })}
      <Button look="quiet" name="intent" value={`rows-${own}`} className="px-0">
        {words.moreRows}
      </Button>
    </fieldset>
  );
}
