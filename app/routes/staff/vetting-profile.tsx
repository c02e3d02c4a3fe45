import { dictionary } from "#app/i18n/index.ts";
import { divisionName } from "#app/modules/msmes/divisions.ts";
import { provinceCode, provinceName } from "#app/modules/msmes/provinces.ts";
import { shippedStandard } from "#app/modules/msmes/size-class.ts";
import type { CaseFile } from "#app/modules/vetting/case-file.server.ts";
import { snapshotFields, type SnapshotField } from "#app/modules/vetting/snapshot-fields.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { languageName } from "#app/platform/language-names.ts";

/** The profile as it was handed in, and beside it what has been changed since. */
export function CaseProfile({ lang, file }: { lang: Lang; file: CaseFile }) {
  const t = dictionary(lang).vetting;
  const words = t.file;
  const { snapshot, current, changed } = file;
  const then = snapshot ?? current;
  const shown = snapshotFields.filter((field) => then[field]?.length || changed.includes(field));
  const lines = (field: SnapshotField, codes: string[] | undefined) =>
    codes?.length ? (
      codes
        .map((code) => inWords(lang, field, code))
        .map((value) => (
          <span key={value} className="block break-words whitespace-pre-line">
            {value}
          </span>
        ))
    ) : (
      <span className="text-ink-soft">–</span>
    );
  return (
    <section aria-labelledby="profile">
      <h2 id="profile" className="mb-2 text-xl">
        {words.profileTitle}
      </h2>
      <p className="text-ink-soft mb-3">
        {snapshot ? (changed.length === 0 ? words.unchanged : null) : words.noSnapshot}
      </p>
      <dl className="border-line-strong border-t">
        {shown.map((field) => (
          <div
            key={field}
            className="border-line grid gap-x-4 border-b py-2 sm:grid-cols-[12rem_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <dt className="text-ink-soft">{t.snapshot[field]}</dt>
            <dd>{lines(field, then[field])}</dd>
            {changed.includes(field) ? (
              <dd className="border-note border-l-4 pl-3">
                <span className="text-note block text-sm font-semibold">{words.today}</span>
                {lines(field, current[field])}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A code of the profile in the reader's words; what is no code stays as it was written. */
function inWords(lang: Lang, field: SnapshotField, code: string): string {
  const t = dictionary(lang);
  const said = (words: Record<string, string>) => words[code] ?? code;
  switch (field) {
    case "targets":
    case "exported":
      return countryName(lang, code);
    case "languages":
      return languageName(lang, code);
    case "needs":
      return said(t.matching.support);
    case "capabilities":
      return said(t.profile.capabilities);
    case "division":
      return divisionName(lang, code);
    case "industry": {
      const industry = shippedStandard.industries.find(({ id }) => id === code);
      return industry ? (lang === "zh" ? industry.nameZh : industry.nameEn) : code;
    }
    case "underLargeControl":
      return code === "true" ? t.profile.fields.yes : t.profile.fields.no;
    case "place": {
      const province = provinceCode(code);
      return province ? provinceName(lang, province) : code;
    }
    default:
      return code;
  }
}
