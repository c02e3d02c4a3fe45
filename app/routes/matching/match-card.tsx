import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import { word, type Names } from "#app/modules/matching/explain.ts";
import { withinReach } from "#app/modules/matching/match.ts";
import type { Matched } from "#app/modules/matching/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { nameIn, placeIn, titleIn, whenIn } from "#app/routes/opportunities/opportunity-words.ts";
import { RuleChecklist } from "./rule-checklist.tsx";
import { RaiseList, ScoreBar, ScoreLegend } from "./score.tsx";

const inBrackets = (lang: Lang, text: string) => (lang === "zh" ? `（${text}）` : ` (${text})`);

type Props = { lang: Lang; matched: Matched; names: Names };

function Head({ lang, matched: { opportunity } }: Omit<Props, "names">) {
  const t = dictionary(lang);
  return (
    <>
      <p className="text-note text-sm font-semibold">{t.opportunities.kinds[opportunity.kind]}</p>
      <h3 className="text-lg">
        <a href={at(lang).match(opportunity.slug)}>{titleIn(lang, opportunity)}</a>
      </h3>
      <p className="text-ink-soft text-sm">
        {[nameIn(lang, opportunity.owner), placeIn(lang, opportunity)].filter(Boolean).join(" · ")}
        {" · "}
        <span className="whitespace-nowrap">{whenIn(lang, opportunity)}</span>
      </p>
    </>
  );
}

/** A match worth acting on: score, conditions, and what would raise it. */
export function MatchCard({ lang, matched, names }: Props) {
  const { opportunity, match } = matched;
  const words = dictionary(lang).matching.page;
  const met = match.rules.filter((rule) => rule.ok === true).length;
  return (
    <li className="border-line-strong border-t py-5">
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-[1fr_7rem]">
        <div>
          <Head lang={lang} matched={matched} />
        </div>
        <p className="md:text-right">
          <span className="text-4xl leading-none font-bold">{match.score}</span>
          <span className="text-ink-soft"> / 100</span>
          <span className="block text-sm">
            {fill(words.apply, { date: formatDate(lang, opportunity.applyBy) })}
          </span>
        </p>
      </div>
      <div className="mt-3">
        <ScoreBar lang={lang} match={match} />
        <ScoreLegend lang={lang} match={match} />
      </div>
      <div className="mt-2 grid gap-x-10 gap-y-2 lg:grid-cols-2">
        <details open={!match.eligible}>
          <summary className="min-h-11 cursor-pointer content-center">
            <span className="font-semibold">{words.conditionsMet(met, match.rules.length)}</span>
            <span className="block text-sm">
              {match.rules.map((rule) => (
                <span key={rule.rule} className="mr-3 inline-block whitespace-nowrap">
                  <span aria-hidden="true" className={rule.ok ? "text-starboard" : "text-shoal"}>
                    {rule.ok ? "✓ " : "? "}
                  </span>
                  {dictionary(lang).matching.ruleNames[rule.rule]}
                  <span className="sr-only">{inBrackets(lang, words[rule.ok ? "yes" : "unknown"])}</span>
                </span>
              ))}
            </span>
          </summary>
          <RuleChecklist lang={lang} rules={match.rules} names={names} />
        </details>
        <div>
          <h4 className="flex min-h-11 items-center font-semibold">{words.raises}</h4>
          <RaiseList lang={lang} raises={match.raises.slice(0, 3)} names={names} />
        </div>
      </div>
      <p className="mt-2">
        <a href={at(lang).match(opportunity.slug)}>
          {words.fullReasons}
          <span className="sr-only">{inBrackets(lang, titleIn(lang, opportunity))}</span>
        </a>
      </p>
    </li>
  );
}

/** A match that is not open to the firm: only what stands in the way, and the way past it where there is one. */
export function MatchLine({ lang, matched, names }: Props) {
  const { match } = matched;
  const words = dictionary(lang).matching.page;
  // A link is of use only where every obstacle can be taken away; one way past each is enough.
  const unlocking = withinReach(match)
    ? match.raises.filter(
        (raise, index, all) =>
          raise.unlocks.length > 0 && all.findIndex((one) => one.change.key === raise.change.key) === index,
      )
    : [];
  return (
    <li className="border-line grid gap-x-8 gap-y-2 border-t py-4 md:grid-cols-[1fr_1fr_5rem]">
      <div>
        <Head lang={lang} matched={matched} />
      </div>
      <ul>
        {match.rules
          .filter((rule) => rule.ok !== true)
          .map((rule) => (
            <li key={rule.rule} className="flex gap-2">
              <span
                aria-hidden="true"
                className={`font-bold ${rule.ok === false ? "text-port" : "text-shoal"}`}
              >
                {rule.ok === false ? "✕" : "?"}
              </span>
              <span>
                <span className="sr-only">{`${words[rule.ok === false ? "no" : "unknown"]}${lang === "zh" ? "：" : ": "}`}</span>
                {word(lang, "reasons", rule.reason, names)}
              </span>
            </li>
          ))}
        {unlocking.map((raise) => {
          const change = word(lang, "changes", raise.change, names);
          return (
            <li key={change} className="flex gap-2">
              <span aria-hidden="true" className="text-starboard font-bold">
                →
              </span>
              <span>
                <a href={at(lang).profile(raise.field)}>{change}</a>
                {raise.makesEligible ? (
                  <span className="text-starboard text-sm font-semibold"> {words.opens}</span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="text-ink-soft md:text-right">
        <span className="sr-only">{`${words.score} `}</span>
        <span className="text-ink text-xl font-semibold">{match.score}</span> / 100
      </p>
    </li>
  );
}
