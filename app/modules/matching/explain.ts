import { fill } from "#app/i18n/fill.ts";
import { dictionary } from "#app/i18n/index.ts";
import { provinceName } from "#app/modules/msmes/provinces.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formatDay } from "#app/platform/dates.ts";
import { languageName } from "#app/platform/language-names.ts";
import type { Message, Params, Rule } from "./types.ts";

/** How codes are called in one language. */
export type Names = {
  market: (code: string) => string;
  sector: (code: string) => string;
  organisation: (id: string) => string;
};
export type NameTables = { sectors: Record<string, string>; organisations: Record<string, string> };

/** Without tables (in files) sectors are shown by code and organisations by id. */
export function namesOf(lang: Lang, tables: NameTables = { sectors: {}, organisations: {} }): Names {
  return {
    market: (code) => countryName(lang, code),
    sector: (code) => tables.sectors[code] ?? (/^\d/.test(code) ? `HS ${code}` : code),
    organisation: (id) => tables.organisations[id] ?? id,
  };
}

type Kind = "reasons" | "evidence" | "changes" | "rules";

/** The engine's key and codes as one sentence in the reader's language. */
export function word(lang: Lang, kind: Kind, { key, params }: Message, names: Names): string {
  const templates: Record<string, string> = dictionary(lang).matching[kind];
  return fill(templates[key] ?? key, localise(lang, params, names));
}

/** A condition in words, without holding it against anybody. */
export function wordRule(lang: Lang, rule: Rule, owner: string, names: Names): string {
  switch (rule.rule) {
    case "vetted":
      return word(lang, "rules", { key: "vetted", params: {} }, names);
    case "endorsed":
      return rule.byOwner
        ? word(lang, "rules", { key: "endorsedByOwner", params: { by: owner } }, names)
        : word(lang, "rules", { key: "endorsed", params: {} }, names);
    case "size":
      return word(lang, "rules", { key: "size", params: { sizes: rule.in } }, names);
    case "sector":
      return word(lang, "rules", { key: "sector", params: { sectors: rule.in } }, names);
    case "province":
      return word(lang, "rules", { key: "province", params: { provinces: rule.in } }, names);
    case "certificate":
      return word(lang, "rules", { key: "certificate", params: { certificates: rule.anyOf } }, names);
    case "market":
      return word(lang, "rules", { key: "market", params: { markets: rule.anyOf } }, names);
    case "language":
      return word(lang, "rules", { key: "language", params: { languages: rule.anyOf } }, names);
    default: {
      const { rule: key, min, max } = rule;
      const params = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      return word(lang, "rules", { key, params }, names);
    }
  }
}

/** What a param's name says about its codes. */
function localise(lang: Lang, params: Params, names: Names): Record<string, string> {
  const t = dictionary(lang).matching;
  const sizes: Record<string, string> = t.sizes;
  const support: Record<string, string> = t.support;
  const nameOf: Record<string, (code: string) => string> = {
    markets: names.market,
    reached: names.market,
    sectors: names.sector,
    sector: names.sector,
    sizes: (code) => sizes[code] ?? code,
    possible: (code) => sizes[code] ?? code,
    provinces: (code) => provinceName(lang, code),
    province: (code) => provinceName(lang, code),
    needs: (code) => support[code] ?? code,
    met: (code) => support[code] ?? code,
    offers: (code) => support[code] ?? code,
    languages: (code) => languageName(lang, code),
  };
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === "number") words[name] = value.toLocaleString(lang === "zh" ? "zh-CN" : "en-GB");
    else if (typeof value === "string") words[name] = wordOne(lang, name, value, names);
    else words[name] = value.map((code) => nameOf[name]?.(code) ?? code).join(separator(lang, name));
  }
  words.range = range(t.range, words);
  return words;
}

/** Names of sectors have commas of their own. */
function separator(lang: Lang, name: string): string {
  if (name === "sectors") return lang === "zh" ? "；" : "; ";
  return lang === "zh" ? "、" : ", ";
}

function wordOne(lang: Lang, name: string, value: string, names: Names): string {
  if (name === "by") return names.organisation(value);
  if (name === "product") return names.sector(value);
  return (name === "date" || name === "start") && /^\d{4}-\d\d-\d\d$/.test(value)
    ? formatDay(lang, value)
    : value;
}

function range(
  templates: { min: string; max: string; both: string; any: string },
  { min, max }: Record<string, string>,
): string {
  if (min !== undefined && max !== undefined) return fill(templates.both, { min, max });
  if (min !== undefined) return fill(templates.min, { min });
  return max === undefined ? templates.any : fill(templates.max, { max });
}
