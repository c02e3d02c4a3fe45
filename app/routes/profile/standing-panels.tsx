import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import type { Standing } from "#app/modules/matching/types.ts";
import type { Profile } from "#app/modules/msmes/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";

export function standingWords(lang: Lang, standing: Standing): string {
  const words = dictionary(lang).profile.standing;
  switch (standing.status) {
    case "vetted":
      return fill(words.vetted, {
        date: formatDate(lang, new Date(standing.until)),
        total: standing.total,
      });
    case "lapsed":
    case "underReview":
      return fill(words[standing.status], { date: formatDate(lang, new Date(standing.since)) });
    default:
      return words[standing.status];
  }
}

export function StandingPanel({ lang, standing }: { lang: Lang; standing: Standing }) {
  const words = dictionary(lang).profile.standing;
  return (
    <section aria-labelledby="vetting" className="border-line border-t py-8">
      <h2 id="vetting" className="mb-2 scroll-mt-24 text-2xl">
        {words.title}
      </h2>
      <p className="font-semibold">{standingWords(lang, standing)}</p>
      <p className="text-ink-soft measure mt-1">{words.criteria}</p>
      <p className="mt-2">
        <a href={at(lang).vetting()}>{dictionary(lang).vetting.navFirm}</a>
      </p>
    </section>
  );
}

export function EndorsementsPanel({ lang, profile, names }: { lang: Lang; profile: Profile; names: Names }) {
  const t = dictionary(lang);
  const words = t.profile.endorsements;
  const comma = lang === "zh" ? "、" : ", ";
  return (
    <section aria-labelledby="endorsements" className="border-line border-t py-8">
      <h2 id="endorsements" className="mb-2 scroll-mt-24 text-2xl">
        {words.title}
      </h2>
      {profile.endorsements.length === 0 ? <p className="measure">{words.none}</p> : null}
      <ul>
        {profile.endorsements.map((one) => (
          <li key={one.by}>
            {fill(words.line, {
              by: names.organisation(one.by),
              date: formatDate(lang, one.until),
              sectors: one.sectors.map(names.sector).join(comma) || t.opportunities.anySector,
              markets: one.markets.map(names.market).join(comma) || t.opportunities.anyMarket,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
