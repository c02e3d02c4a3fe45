import { dictionary } from "#app/i18n/index.ts";
import { certificateWarnings } from "#app/modules/msmes/certificates.ts";
import type { ProfileStep } from "#app/modules/msmes/overview.ts";
import { provinceCode, provinceName } from "#app/modules/msmes/provinces.ts";
import type { Profile } from "#app/modules/msmes/queries.server.ts";
import { readinessQuestions } from "#app/modules/msmes/readiness.ts";
import { possibleClasses, type SizeStandard } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { languageName } from "#app/platform/language-names.ts";

const most = 3;

/** One line of what a step holds; empty while it holds nothing. */
export function stepSummary(
  lang: Lang,
  step: ProfileStep,
  profile: Profile,
  standard: SizeStandard,
  today: string,
): string {
  const t = dictionary(lang);
  const words = t.profile.guide;
  const some = (names: string[]) =>
    names.slice(0, most).join(lang === "zh" ? "、" : ", ") +
    (names.length > most ? ` +${names.length - most}` : "");
  const said = (empty: boolean) => (empty && profile.statedGroups.includes(step) ? words.none : "");
  switch (step) {
    case "registered": {
      const { nameZh, nameEn, province } = profile.organisation;
      const name = lang === "zh" ? nameZh || nameEn : nameEn || nameZh;
      const code = provinceCode(province);
      return [name, code ? provinceName(lang, code) : ""].filter(Boolean).join(" · ");
    }
    case "firm": {
      const sizes = possibleClasses(profile, standard);
      return sizes.length > 0 && sizes.length < 4
        ? sizes.map((one) => t.matching.sizes[one]).join(t.profile.size.or)
        : "";
    }
    case "about":
      return (lang === "zh" ? profile.summaryZh || profile.summaryEn : profile.summaryEn || profile.summaryZh)
        .replace(/\s+/g, " ")
        .slice(0, 40);
    case "products":
      return profile.products.length > 0 ? words.products(profile.products.length) : said(true);
    case "capabilities":
      return some(
        profile.capabilities.map((one) => (t.profile.capabilities as Record<string, string>)[one] ?? one),
      );
    case "certificates": {
      const { expired, soon } = certificateWarnings(profile.certificates, today);
      if (profile.certificates.length === 0) return said(true);
      const warned = expired + soon > 0 ? words.certificates(expired, soon) : "";
      return [words.held(profile.certificates.length), warned]
        .filter(Boolean)
        .join(lang === "zh" ? "，" : ", ");
    }
    case "export":
      if (profile.exportingSince !== null) return words.exporting(profile.exportingSince);
      return profile.statedGroups.includes("export") ? words.notYet : "";
    case "markets":
      return some(profile.targets.map((code) => countryName(lang, code)));
    case "needs":
      return some(profile.needs.map((one) => (t.matching.support as Record<string, string>)[one] ?? one));
    case "languages":
      return some(profile.languages.map((one) => languageName(lang, one)));
    case "photos":
      return profile.photos.length > 0 ? words.photos(profile.photos.length) : "";
    case "readiness": {
      const answered = readinessQuestions.filter(({ id }) => profile.readiness[id] !== undefined).length;
      return answered > 0 ? words.answered(answered, readinessQuestions.length) : "";
    }
  }
}
