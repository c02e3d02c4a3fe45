import { dictionary } from "#app/i18n/index.ts";
import { word, type Names } from "#app/modules/matching/explain.ts";
import type { Match } from "#app/modules/matching/types.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { ScoreBar } from "#app/routes/matching/score.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

/** For a firm: where it stands. For visitors: what a profile would tell them. Nothing for the rest. */
export function MatchAside({
  lang,
  slug,
  match,
  visitor,
  names,
}: {
  lang: Lang;
  slug: string;
  match: Match | null;
  visitor: boolean;
  names: Names;
}) {
  const t = dictionary(lang);
  const words = t.opportunities.detail;
  const go = at(lang);
  if (match) {
    const unmet = match.rules.filter((rule) => rule.ok !== true);
    return (
      <section aria-labelledby="your-match" className="border-ink bg-sheet mb-8 border p-4">
        <h2 id="your-match" className="text-lg">
          {words.yourMatch}
        </h2>
        <p className="mt-1">
          <span className="text-3xl font-bold">{match.score}</span>{" "}
          <span className="text-ink-soft">/ 100</span>
        </p>
        <ScoreBar lang={lang} match={match} className="mt-1 h-4" />
        <p className={`mt-3 font-semibold ${match.eligible ? "text-starboard" : "text-port"}`}>
          <span aria-hidden="true">{match.eligible ? "✓ " : "✕ "}</span>
          {t.matching.page.conditionsMet(match.rules.length - unmet.length, match.rules.length)}
        </p>
        <ul>
          {unmet.map((rule) => (
            <li key={rule.rule}>{word(lang, "reasons", rule.reason, names)}</li>
          ))}
        </ul>
        <p className="mt-3">
          <a href={go.match(slug)}>{words.yourMatchMore}</a>
        </p>
      </section>
    );
  }
  if (!visitor) return null;
  return (
    <section aria-labelledby="for-firms" className="no-print border-line bg-shoalwater mb-8 border p-4">
      <h2 id="for-firms" className="text-lg">
        {words.forFirms}
      </h2>
      <p className="mt-1">{words.forFirmsText}</p>
      <p className="mt-3 flex flex-wrap items-center gap-4">
        <ButtonLink href={go.signUp()}>{words.signUp}</ButtonLink>
        <a href={go.signIn({ to: go.match(slug) })}>{words.signIn}</a>
      </p>
    </section>
  );
}
