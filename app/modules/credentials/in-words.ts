import { dictionary } from "#app/i18n/index.ts";
import { shownFields, type Relationship, type SpendBand } from "#app/modules/endorsements/vocabulary.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import type { Names } from "./credential.ts";
import type { Said } from "./queries.server.ts";

/** A line of an endorsement: `lang` is set where the text exists in the other language only. */
export type SaidLine = { field: string; label: string; text: string; lang?: Lang };

export const nameIn = (lang: Lang, { nameEn, nameZh }: Names) =>
  lang === "zh" ? nameZh || nameEn : nameEn || nameZh;

/** The name in the other language, where it is another one. */
export function otherName(lang: Lang, names: Names): string | null {
  const other = lang === "zh" ? names.nameEn : names.nameZh;
  return other && other !== nameIn(lang, names) ? other : null;
}

/** What is said of an endorsement, as page and paper show it. `sectors` names codes in the reader's language. */
export function saidLines(lang: Lang, said: Said, sectors: Record<string, string>): SaidLine[] {
  const words = dictionary(lang).endorsing;
  const comma = lang === "zh" ? "、" : ", ";
  const inWords = (field: (typeof shownFields)[number]): Omit<SaidLine, "field" | "label"> | null => {
    if (field === "goods" || field === "record") {
      const text = said[field];
      if (!text) return null;
      if (text[lang]) return { text: text[lang] };
      return lang === "zh" ? { text: text.en, lang: "en" } : { text: text.zh, lang: "zh" };
    }
    if (field === "sectors")
      return said.sectors ? { text: said.sectors.map((code) => sectors[code] ?? code).join(comma) } : null;
    if (field === "markets")
      return said.markets ? { text: said.markets.map((code) => countryName(lang, code)).join(comma) } : null;
    if (field === "relationship")
      return said.relationship ? { text: words.relationships[said.relationship as Relationship] } : null;
    if (field === "spendBand")
      return said.spendBand ? { text: words.spendBands[said.spendBand as SpendBand] } : null;
    return said.supplierSince ? { text: String(said.supplierSince) } : null;
  };
  return shownFields.flatMap((field) => {
    const line = inWords(field);
    return line ? [{ field, label: words.fields[field], ...line }] : [];
  });
}
