import { dictionary } from "#app/i18n/index.ts";
import type { sizeStandard } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";

/** The standard's industries; those it leaves out stand apart, so that nobody takes a wrong row for want of theirs. */
export function IndustrySelect({
  lang,
  standard,
  name,
  defaultValue,
  errors,
}: {
  lang: Lang;
  standard: typeof sizeStandard;
  name: string;
  defaultValue: string;
  errors?: string[] | undefined;
}) {
  const words = dictionary(lang).profile.fields;
  const labelOf = (row: { nameEn: string; nameZh: string }) => (lang === "zh" ? row.nameZh : row.nameEn);
  const described = ["industry-hint", ...(errors?.length ? ["industry-error"] : [])].join(" ");
  return (
    <div className="mb-5 scroll-mt-24">
      <label htmlFor="industry" className="mb-1 block font-semibold">
        {words.industry}
      </label>
      <p id="industry-hint" className="text-ink-soft measure mb-1 text-sm">
        {words.industryHint}
      </p>
      <select
        id="industry"
        name={name}
        defaultValue={defaultValue}
        aria-describedby={described}
        aria-invalid={errors?.length ? true : undefined}
        className="border-line-strong bg-sheet min-h-11 w-full rounded-md border px-3 py-2"
      >
        <option value="">{words.choose}</option>
        {standard.industries.map((row) => (
          <option key={row.id} value={row.id}>
            {labelOf(row)}
          </option>
        ))}
        <optgroup label={words.notCoveredGroup}>
          {standard.notCovered.map((row) => (
            <option key={row.id} value={row.id}>
              {labelOf(row)}
            </option>
          ))}
        </optgroup>
      </select>
      {errors?.length ? (
        <p id="industry-error" className="text-port mt-1 font-semibold">
          ✕ {errors[0]}
        </p>
      ) : null}
    </div>
  );
}
