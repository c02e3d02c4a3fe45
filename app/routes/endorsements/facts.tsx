import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import type { Relationship, ShownField, SpendBand } from "#app/modules/endorsements/vocabulary.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { Foreign } from "#app/ui/text.tsx";

/** What an endorsement says, as far as it may travel to a page: no statement, no note, no flag. */
export type Facts = {
  supplierSince: number;
  goodsEn: string;
  goodsZh: string;
  relationship: Relationship;
  spendBand: string | null;
  recordEn: string;
  recordZh: string;
  scopeSectors: string[];
  scopeMarkets: string[];
};

export function factsOf(row: Facts): Facts {
  return {
    supplierSince: row.supplierSince,
    goodsEn: row.goodsEn,
    goodsZh: row.goodsZh,
    relationship: row.relationship,
    spendBand: row.spendBand,
    recordEn: row.recordEn,
    recordZh: row.recordZh,
    scopeSectors: row.scopeSectors,
    scopeMarkets: row.scopeMarkets,
  };
}

export const nameOf = (lang: Lang, o: { nameEn: string; nameZh: string }) =>
  (lang === "zh" ? o.nameZh : o.nameEn) || o.nameEn || o.nameZh;

const comma = (lang: Lang) => (lang === "zh" ? "、" : ", ");

/** A text that exists in one or both languages: the reader's first, the other marked as foreign. */
function inBoth(lang: Lang, en: string, zh: string): ReactNode {
  const [own, other] = lang === "zh" ? [zh, en] : [en, zh];
  const away = lang === "zh" ? "en" : "zh";
  if (!own && !other) return null;
  return (
    <>
      {own ? <span className="block whitespace-pre-line">{own}</span> : null}
      {other ? (
        <span className={own ? "text-ink-soft block text-sm whitespace-pre-line" : "block"}>
          <Foreign lang={away}>{other}</Foreign>
        </span>
      ) : null}
    </>
  );
}

/** One field in words; null when the endorsement says nothing there. */
export function factIn(
  lang: Lang,
  facts: Facts,
  field: ShownField,
  sectorNames: Record<string, string>,
): ReactNode {
  const words = dictionary(lang).endorsing;
  switch (field) {
    case "supplierSince":
      return String(facts.supplierSince);
    case "goods":
      return inBoth(lang, facts.goodsEn, facts.goodsZh);
    case "relationship":
      return words.relationships[facts.relationship];
    case "spendBand":
      return facts.spendBand ? words.spendBands[facts.spendBand as SpendBand] : null;
    case "record":
      return inBoth(lang, facts.recordEn, facts.recordZh);
    case "sectors":
      return facts.scopeSectors.length > 0
        ? facts.scopeSectors.map((code) => sectorNames[code] ?? code).join(comma(lang))
        : null;
    case "markets":
      return facts.scopeMarkets.length > 0
        ? facts.scopeMarkets.map((code) => countryName(lang, code)).join(comma(lang))
        : words.allMarkets;
  }
}

/** The fields of an endorsement with what they say. */
export function FactList({
  lang,
  facts,
  fields,
  sectorNames,
}: {
  lang: Lang;
  facts: Facts;
  fields: readonly ShownField[];
  sectorNames: Record<string, string>;
}) {
  const words = dictionary(lang).endorsing;
  return (
    <dl className="divide-line border-line divide-y border-y">
      {fields.map((field) => (
        <div key={field} className="grid gap-x-6 py-2 sm:grid-cols-[12rem_1fr]">
          <dt className="text-ink-soft">{words.fields[field]}</dt>
          <dd className="measure">{factIn(lang, facts, field, sectorNames) ?? words.notSaid}</dd>
        </div>
      ))}
    </dl>
  );
}
