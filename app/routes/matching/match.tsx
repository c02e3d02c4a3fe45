import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables, ownMatch } from "#app/modules/matching/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { nameIn, placeIn, titleIn, whenIn } from "#app/routes/opportunities/opportunity-words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, PageHead } from "#app/ui/text.tsx";
import { RuleChecklist } from "./rule-checklist.tsx";
import { ContributionTable, RaiseList, ScoreBar } from "./score.tsx";
import type { Route } from "./+types/match";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "matches.read");
  const own = ownMatch(ctx, args.params.slug);
  if (!own) throw new Response(null, { status: 404 });
  const { profile, matched } = own;
  const bodies = [matched.opportunity.owner.id, ...profile.endorsements.map((one) => one.by)];
  return { lang: ctx.lang, ...matched, tables: nameTables(ctx, ctx.lang, bodies) };
}

/** One match with all its reasons. */
export default function MatchPage({ loaderData }: Route.ComponentProps) {
  const { lang, opportunity, match, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.matching.page;
  const names = namesOf(lang, tables);
  const go = at(lang);
  const tone = { eligible: "good", ask: "warn", ineligible: "bad" } as const;
  return (
    <>
      <title>{`${titleIn(lang, opportunity)} · ${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <a href={go.matches({ kind: opportunity.kind })} className="text-note underline underline-offset-4">
            {`${words.title} · ${t.opportunities.kinds[opportunity.kind]}`}
          </a>
        }
        title={titleIn(lang, opportunity)}
        lead={[nameIn(lang, opportunity.owner), placeIn(lang, opportunity), whenIn(lang, opportunity)]
          .filter(Boolean)
          .join(" · ")}
        actions={<ButtonLink href={go.opportunity(opportunity.slug)}>{words.toOpportunity}</ButtonLink>}
      />
      <div className="mb-8 flex flex-wrap items-end gap-x-8 gap-y-3">
        <p>
          <span className="text-5xl leading-none font-bold">{match.score}</span>
          <span className="text-ink-soft"> / 100</span>
        </p>
        <p className="flex flex-wrap items-center gap-3">
          <Badge tone={tone[match.status]}>{words[match.status]}</Badge>
          <span>
            {opportunity.state === "open"
              ? `${t.opportunities.columns.applyBy} ${formatDate(lang, opportunity.applyBy)}`
              : t.opportunities.states[opportunity.state]}
          </span>
        </p>
      </div>
      <ScoreBar lang={lang} match={match} className="h-6" />
      <div className="mt-8 grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="contributions" className="min-w-0">
          <h2 id="contributions" className="mb-3 text-2xl">
            {words.contributions}
          </h2>
          <ContributionTable lang={lang} match={match} names={names} />
          <p className="text-ink-soft measure mt-4 text-sm">
            {[words.methodText, words.computed].join(lang === "zh" ? "" : " ")}
          </p>
        </section>
        <div className="min-w-0">
          <section aria-labelledby="conditions" className="mb-10">
            <h2 id="conditions" className="mb-3 text-2xl">
              {words.conditions}
            </h2>
            <RuleChecklist lang={lang} rules={match.rules} names={names} />
          </section>
          <section aria-labelledby="raises">
            <h2 id="raises" className="mb-2 text-2xl">
              {words.raises}
            </h2>
            <RaiseList lang={lang} raises={match.raises} names={names} />
          </section>
        </div>
      </div>
    </>
  );
}
