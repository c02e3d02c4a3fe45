import type { Lang } from "./context.ts";

// ISO 3166-1 alpha-2, every country and territory with an economy of its own.
const codes =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split(
    " ",
  );

// How a Chinese chamber writes them; everything else comes from Node's own tables.
const houseStyle: Record<string, Record<Lang, string>> = {
  CN: { en: "China (mainland)", zh: "中国内地" },
  HK: { en: "Hong Kong, China", zh: "中国香港" },
  MO: { en: "Macao, China", zh: "中国澳门" },
  TW: { en: "Taiwan, China", zh: "中国台湾" },
};

const tables: Record<Lang, Intl.DisplayNames> = {
  en: new Intl.DisplayNames("en", { type: "region" }),
  zh: new Intl.DisplayNames("zh-Hans", { type: "region" }),
};

/** Whether the code is an ISO 3166-1 country or territory that can be a market. */
export function isCountry(code: string): boolean {
  return codes.includes(code);
}

/** The name of a country or territory by its ISO code; the code itself when it is unknown. */
export function countryName(lang: Lang, code: string): string {
  return houseStyle[code]?.[lang] ?? (/^[A-Z]{2}$/.test(code) ? (tables[lang].of(code) ?? code) : code);
}

/** All countries and territories for a choice, China first, then in the order of the reader's language. */
export function countryOptions(lang: Lang): { value: string; label: string }[] {
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en");
  return codes
    .map((value) => ({ value, label: countryName(lang, value) }))
    .sort((a, b) => Number(b.value === "CN") - Number(a.value === "CN") || order.compare(a.label, b.label));
}
