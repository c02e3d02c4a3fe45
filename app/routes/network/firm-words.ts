import { fill } from "#app/i18n/fill.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import type { Disclosed, GroupValues } from "#app/modules/msmes/disclosure.ts";
import { provinceCode, provinceName } from "#app/modules/msmes/provinces.ts";
import { divisionName } from "#app/modules/msmes/divisions.ts";
import { shippedStandard } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";

export const commaOf = (lang: Lang) => (lang === "zh" ? "、" : ", ");

export function placeOf(lang: Lang, { city, province, country }: Disclosed["firm"]): string {
  const code = provinceCode(province);
  const known = code ? provinceName(lang, code) : province;
  return [city, known, countryName(lang, country)].filter(Boolean).join(" · ");
}

/** The text in the reader's language, or the one there is, with the language it is in. */
export function either(
  lang: Lang,
  { en, zh }: { en: string; zh: string },
): { lang: Lang; text: string } | null {
  const order =
    lang === "zh"
      ? ([
          ["zh", zh],
          ["en", en],
        ] as const)
      : ([
          ["en", en],
          ["zh", zh],
        ] as const);
  const found = order.find(([, text]) => text !== "");
  return found ? { lang: found[0], text: found[1] } : null;
}

export function capabilityName(lang: Lang, code: string): string {
  const words: Record<string, string> = dictionary(lang).profile.capabilities;
  return words[code] ?? code;
}

export function industryName(lang: Lang, { division, industry, sizeClass }: GroupValues["industry"]): string {
  const row = [...shippedStandard.industries, ...shippedStandard.notCovered].find(
    ({ id }) => id === industry,
  );
  const t = dictionary(lang);
  const name = division ? divisionName(lang, division) : row ? (lang === "zh" ? row.nameZh : row.nameEn) : "";
  const size = sizeClass ? t.network.firm.size(t.matching.sizes[sizeClass]) : "";
  return [name, size].filter(Boolean).join(" · ");
}

export function certificateLine(
  lang: Lang,
  { code, issuer, expiresOn }: GroupValues["certificates"][number],
  today: string,
): string {
  const words = dictionary(lang).network.firm;
  const when = expiresOn
    ? (expiresOn >= today ? words.validUntil : words.expired)(formatDay(lang, expiresOn))
    : "";
  return [code, issuer, when].filter(Boolean).join(" · ");
}

/** One endorsement as parts of a line: until when, since when, for what; only what the firm agreed to show. */
export function endorsementParts(lang: Lang, one: Disclosed["endorsements"][number], names: Names): string[] {
  const words = dictionary(lang).network.firm;
  const comma = commaOf(lang);
  const list = (label: string, codes: string[] | null, name: (code: string) => string, any: string) =>
    codes === null
      ? null
      : fill(lang === "zh" ? "{label}：{codes}" : "{label}: {codes}", {
          label,
          codes: codes.map(name).join(comma) || any,
        });
  return [
    words.until(formatDate(lang, one.until)),
    one.supplierSince === null ? null : words.since(one.supplierSince),
    list(words.sectors, one.sectors, names.sector, words.anySector),
    list(words.markets, one.markets, names.market, words.anyMarket),
    one.audience === "network" ? words.networkOnly : null,
  ].filter((part) => part !== null);
}
