import { dictionary } from "#app/i18n/index.ts";
import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import { divisionName } from "#app/modules/msmes/divisions.ts";
import { shippedStandard } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { languageName } from "#app/platform/language-names.ts";
import type { PassportGroup } from "./schema.ts";

/** A line of text; `lang` is set where it is not in the reader's language. */
export type Line = { text: string; lang?: Lang };

/** A text in the reader's language, or else in the one there is. */
function either(lang: Lang, { en, zh }: { en: string; zh: string }): Line[] {
  const [own, other] = lang === "zh" ? [zh, en] : [en, zh];
  if (own) return [{ text: own }];
  return other ? [{ text: other, lang: lang === "zh" ? "en" : "zh" }] : [];
}

/** A group of the profile in words, line by line; none where it says nothing. */
export function groupLines(lang: Lang, group: PassportGroup, groups: Disclosed["groups"]): Line[] {
  const t = dictionary(lang);
  const words = t.passports.shown;
  const comma = lang === "zh" ? "、" : ", ";
  const number = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB");
  const plain = (texts: (string | null)[]): Line[] => texts.flatMap((text) => (text ? [{ text }] : []));
  switch (group) {
    case "summary":
      return groups.summary ? either(lang, groups.summary) : [];
    case "industry": {
      if (!groups.industry) return [];
      const { division, industry, sizeClass } = groups.industry;
      const rows = [...shippedStandard.industries, ...shippedStandard.notCovered];
      const row = rows.find(({ id }) => id === industry);
      const name = row ? (lang === "zh" ? row.nameZh : row.nameEn) : null;
      return plain([
        division ? divisionName(lang, division) : name,
        sizeClass ? words.size(t.matching.sizes[sizeClass]) : null,
      ]);
    }
    case "figures": {
      if (!groups.figures) return [];
      const { employees, revenueWan, assetsWan } = groups.figures;
      const cny = (wan: number) => number.format(lang === "zh" ? wan : wan * 10_000);
      return plain([
        employees === null ? null : words.employees(number.format(employees)),
        revenueWan === null ? null : words.revenue(cny(revenueWan)),
        assetsWan === null ? null : words.assets(cny(assetsWan)),
      ]);
    }
    case "products":
      return (groups.products ?? []).map(({ hs, nameEn, nameZh }) => {
        const [name] = either(lang, { en: nameEn, zh: nameZh });
        const code = lang === "zh" ? `（HS ${hs}）` : ` (HS ${hs})`;
        return name ? { ...name, text: name.text + code } : { text: `HS ${hs}` };
      });
    case "capacity": {
      if (!groups.capacity) return [];
      const names: Record<string, string> = t.profile.capabilities;
      const can = groups.capacity.capabilities.map((code) => names[code] ?? code).join(comma);
      return [...plain([can]), ...either(lang, groups.capacity)];
    }
    case "export": {
      if (!groups.export) return [];
      const { since, markets } = groups.export;
      return plain([
        since === null ? words.notYet : words.since(since),
        markets.length > 0 ? words.soldTo(markets.map((code) => countryName(lang, code)).join(comma)) : null,
      ]);
    }
    case "markets":
      return plain([(groups.markets ?? []).map((code) => countryName(lang, code)).join(comma)]);
    case "languages":
      return plain([(groups.languages ?? []).map((code) => languageName(lang, code)).join(comma)]);
    case "registration":
      return plain([groups.registration?.creditCode ?? null]);
  }
}
