import { dictionary } from "#app/i18n/index.ts";
import { divisionName } from "#app/modules/msmes/divisions.ts";
import type { differences } from "#app/modules/msmes/groups.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { languageName } from "#app/platform/language-names.ts";

/** A field that was saved differently elsewhere, in words. */
export type Difference = { label: string; saved: string; typed: string };

/** Differences of a group as a reader understands them; rows of lists go by their code. */
export function differenceWords(lang: Lang, rows: ReturnType<typeof differences>): Difference[] {
  const fields: Record<string, unknown> = dictionary(lang).profile.fields;
  const labelOf = (field: string) => (typeof fields[field] === "string" ? fields[field] : field);
  return rows.map(({ field, saved, typed }) => ({
    label: labelOf(field),
    saved: wordsOf(lang, field, saved),
    typed: wordsOf(lang, field, typed),
  }));
}

function wordsOf(lang: Lang, field: string, value: unknown): string {
  const t = dictionary(lang);
  const comma = lang === "zh" ? "、" : ", ";
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
    return t.profile.conflict.nothing;
  }
  if (typeof value === "boolean") return value ? t.profile.fields.yes : t.profile.fields.plainNo;
  if (typeof value === "number") {
    return field === "exportingSince"
      ? String(value)
      : new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 }).format(value);
  }
  if (Array.isArray(value)) {
    const one = (code: string) => {
      switch (field) {
        case "targets":
        case "exported":
          return countryName(lang, code);
        case "languages":
          return languageName(lang, code);
        case "capabilities":
          return (t.profile.capabilities as Record<string, string>)[code] ?? code;
        case "needs":
          return (t.matching.support as Record<string, string>)[code] ?? code;
        default:
          return code;
      }
    };
    return value.map(String).filter(Boolean).map(one).join(comma) || t.profile.conflict.nothing;
  }
  return field === "division" ? divisionName(lang, String(value)) : String(value);
}
