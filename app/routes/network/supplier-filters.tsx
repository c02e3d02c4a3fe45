import { dictionary } from "#app/i18n/index.ts";
import { sectorLabel } from "#app/modules/matching/sector-names.ts";
import type { SupplierFilter } from "#app/modules/network/schema.ts";
import type { Choices } from "#app/modules/network/suppliers.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { languageName } from "#app/platform/language-names.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { capabilityName } from "./firm-words.ts";

export type SectorRow = { code: string; parentCode: string | null; nameEn: string; nameZh: string };
type Counted = { code: string; count: number };

/** The filters of the list. Each offers what is shown to this reader, with how many suppliers it finds. */
export function SupplierFilters({
  lang,
  filter,
  choices,
  sectors,
}: {
  lang: Lang;
  filter: SupplierFilter;
  choices: Choices;
  sectors: SectorRow[];
}) {
  const words = dictionary(lang).network.suppliers.filters;
  const counted = (label: string, count: number) =>
    lang === "zh" ? `${label}（${count}）` : `${label} (${count})`;
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en");
  const options = (rows: Counted[], chosen: string | undefined, name: (code: string) => string) =>
    withChosen(rows, chosen)
      .map(({ code, count }) => ({ value: code, label: counted(name(code), count) }))
      .sort((a, b) => order.compare(a.label, b.label));
  const inTree = withChosen(choices.sectors, filter.sector);
  const select = (name: keyof SupplierFilter, list: { value: string; label: string }[]) => (
    <SelectField
      name={name}
      label={words[name]}
      empty={words.any}
      defaultValue={filter[name] ?? ""}
      options={list}
    />
  );
  return (
    <form method="get" action={at(lang).network()} aria-label={words.label} className="no-print">
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {select(
          "sector",
          sectors.flatMap((row) => {
            const found = inTree.find(({ code }) => code === row.code);
            const indent = row.parentCode ? "\u2003" : "";
            return found
              ? [{ value: row.code, label: indent + counted(sectorLabel(lang, row), found.count) }]
              : [];
          }),
        )}
        {select(
          "market",
          options(choices.markets, filter.market, (code) => countryName(lang, code)),
        )}
        {select(
          "capability",
          options(choices.capabilities, filter.capability, (code) => capabilityName(lang, code)),
        )}
        {select(
          "certificate",
          options(choices.certificates, filter.certificate, (code) => code),
        )}
        {select(
          "language",
          options(choices.languages, filter.language, (code) => languageName(lang, code)),
        )}
        <p className="mb-5 self-end">
          <Button look="secondary">{words.apply}</Button>
        </p>
      </div>
    </form>
  );
}

/** The choices, and the one that was made even where it finds nothing: it must not read as no choice. */
function withChosen(rows: Counted[], chosen: string | undefined): Counted[] {
  return !chosen || rows.some(({ code }) => code === chosen) ? rows : [...rows, { code: chosen, count: 0 }];
}
