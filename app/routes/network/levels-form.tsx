import { dictionary } from "#app/i18n/index.ts";
import {
  disclosureLevels,
  fieldGroups,
  type DisclosureLevel,
  type FieldGroup,
} from "#app/modules/msmes/disclosure.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";

/** Each group with its level, and what each level means. One form: who sees what is decided as a whole. */
export function LevelsForm({
  lang,
  levels,
  filled,
}: {
  lang: Lang;
  levels: Record<FieldGroup, DisclosureLevel>;
  filled: FieldGroup[];
}) {
  const t = dictionary(lang);
  const words = t.network.disclosure;
  return (
    <>
      <details className="bg-shoalwater border-line mb-6 border px-4 py-2">
        <summary className="min-h-9 cursor-pointer content-center font-semibold">
          {words.meaningTitle}
        </summary>
        <dl className="grid pt-2 pb-2 gap-x-6 gap-y-2 md:grid-cols-[max-content_1fr]">
          {disclosureLevels.map((level) => (
            <div key={level} className="md:contents">
              <dt className="font-semibold">{t.network.levels[level]}</dt>
              <dd className="measure text-ink-soft">{words.meanings[level]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <form method="post" action={at(lang).disclosure()} className="mb-8">
        <ul className="divide-line border-line-strong mb-5 divide-y border-y">
          {fieldGroups.map((group) => (
            <li
              key={group}
              className="grid items-center gap-x-6 gap-y-1 py-2 sm:grid-cols-[1fr_minmax(14rem,20rem)]"
            >
              <label htmlFor={group} className="scroll-mt-24">
                <span className="font-semibold">{t.network.groups[group]}</span>{" "}
                <span className="text-ink-soft text-sm">
                  {filled.includes(group) ? words.filled : words.empty}
                </span>
              </label>
              <select
                id={group}
                name={group}
                defaultValue={levels[group]}
                className="border-line-strong bg-sheet min-h-11 w-full rounded-md border px-3 py-2"
              >
                {disclosureLevels.map((level) => (
                  <option key={level} value={level}>
                    {t.network.levels[level]}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <Button name="intent" value="levels">
          {words.save}
        </Button>
      </form>
    </>
  );
}
