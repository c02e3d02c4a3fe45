import { dictionary } from "#app/i18n/index.ts";
import { divisionChoices } from "#app/modules/msmes/divisions.ts";
import type { Lang } from "#app/platform/context.ts";

/** The 97 divisions by section; where the size standard splits a division, its groups stand in its place. */
export function DivisionSelect({
  lang,
  hint,
  name,
  defaultValue,
  errors,
}: {
  lang: Lang;
  hint: string;
  name: string;
  defaultValue: string;
  errors?: string[] | undefined;
}) {
  const words = dictionary(lang).profile.fields;
  const labelOf = (row: { nameEn: string; nameZh: string }) => (lang === "zh" ? row.nameZh : row.nameEn);
  const described = ["division-hint", ...(errors?.length ? ["division-error"] : [])].join(" ");
  return (
    <div className="mb-5 scroll-mt-24">
      <label htmlFor="division" className="mb-1 block font-semibold">
        {words.division}
      </label>
      <p id="division-hint" className="text-ink-soft measure mb-1 text-sm">
        {hint}
      </p>
      <select
        id="division"
        name={name}
        defaultValue={defaultValue}
        aria-describedby={described}
        aria-invalid={errors?.length ? true : undefined}
        className="border-line-strong bg-sheet min-h-11 w-full rounded-md border px-3 py-2"
      >
        <option value="">{words.choose}</option>
        {divisionChoices.map((section) => (
          <optgroup key={section.code} label={`${section.code} ${labelOf(section)}`}>
            {section.rows.map((row) => (
              <option key={row.code} value={row.code}>
                {`${row.code} ${labelOf(row)}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {errors?.length ? (
        <p id="division-error" className="text-port mt-1 font-semibold">
          ✕ {errors[0]}
        </p>
      ) : null}
    </div>
  );
}
