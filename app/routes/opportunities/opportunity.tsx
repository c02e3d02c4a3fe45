import { Fragment } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { renderProse } from "#app/modules/guides/markdown.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { namesOf, wordRule } from "#app/modules/matching/explain.ts";
import { nameTables, ownMatch } from "#app/modules/matching/queries.server.ts";
import { opportunityBySlug } from "#app/modules/opportunities/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Foreign, PageHead, Badge } from "#app/ui/text.tsx";
import { MatchAside } from "./match-aside.tsx";
import { OpportunityFacts } from "./opportunity-facts.tsx";
import { nameIn, summaryIn, titleIn } from "./opportunity-words.ts";
import type { Route } from "./+types/opportunity";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const opportunity = opportunityBySlug(ctx, args.params.slug);
  if (!opportunity) throw new Response(null, { status: 404 });
  const own = may(ctx.actor, "matches.read") ? ownMatch(ctx, args.params.slug) : null;
  const others = own?.profile.endorsements.map((one) => one.by) ?? [];
  return {
    lang: ctx.lang,
    opportunity,
    body: renderProse(ctx.lang, ctx.lang === "zh" ? opportunity.bodyZh : opportunity.bodyEn).html,
    match: own?.matched.match ?? null,
    visitor: ctx.actor.kind === "visitor",
    tables: nameTables(ctx, ctx.lang, [opportunity.owner.id, ...others]),
  };
}

export default function OpportunityPage({ loaderData }: Route.ComponentProps) {
  const { lang, opportunity, body, match, visitor, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.opportunities;
  const names = namesOf(lang, tables);
  const title = titleIn(lang, opportunity);
  const other = lang === "zh" ? "en" : "zh";
  const weights = Object.entries(opportunity.weights).sort((a, b) => b[1] - a[1]);
  const factors: Record<string, string> = t.matching.factors;
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <meta name="description" content={summaryIn(lang, opportunity)} />
      <PageHead
        kicker={
          <>
            {words.kinds[opportunity.kind]} · {nameIn(lang, opportunity.owner)}
          </>
        }
        title={title}
        lead={
          <>
            {summaryIn(lang, opportunity)}{" "}
            <span className="block text-sm">
              <Foreign lang={other}>{titleIn(other, opportunity)}</Foreign>
            </span>
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          <p className="mb-4">
            {opportunity.state === "open" ? (
              <Badge tone="good">
                {words.states.open} · {words.columns.applyBy} {formatDate(lang, opportunity.applyBy)}
              </Badge>
            ) : (
              <Badge tone={opportunity.state === "cancelled" ? "bad" : "plain"}>
                {words.states[opportunity.state]}
              </Badge>
            )}
          </p>
          <section aria-label={words.detail.about}>
            <div className="prose-chart measure" dangerouslySetInnerHTML={{ __html: body }} />
          </section>

          <section aria-labelledby="rules" className="mt-10">
            <h2 id="rules" className="text-2xl">
              {words.detail.rules}
            </h2>
            <p className="text-ink-soft measure mb-3">{words.detail.rulesLead}</p>
            {opportunity.rules.length === 0 ? <p>{words.detail.noRules}</p> : null}
            <ul className="border-line border-t">
              {opportunity.rules.map((rule) => (
                <li key={JSON.stringify(rule)} className="border-line flex gap-3 border-b py-1.5">
                  <span aria-hidden="true" className="text-note">
                    ◇
                  </span>
                  <span>{wordRule(lang, rule, opportunity.owner.id, names)}</span>
                </li>
              ))}
            </ul>
          </section>

          <section aria-labelledby="weights" className="mt-10">
            <h2 id="weights" className="text-2xl">
              {words.detail.weights}
            </h2>
            <p className="text-ink-soft measure mb-3">{words.detail.weightsLead}</p>
            <dl className="grid max-w-md grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1">
              {weights.map(([factor, weight]) => (
                <Fragment key={factor}>
                  <dt>{factors[factor]}</dt>
                  <dd aria-hidden="true">
                    <svg width="100%" height="10">
                      <rect width={`${weight}%`} height="10" className="fill-deep" />
                    </svg>
                  </dd>
                  <dd className="text-right">{weight}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
          <p className="no-print mt-10">
            <a href={at(lang).opportunities({ kind: opportunity.kind })}>{words.detail.back}</a>
          </p>
        </div>
        <aside className="min-w-0">
          <MatchAside lang={lang} slug={opportunity.slug} match={match} visitor={visitor} names={names} />
          <OpportunityFacts lang={lang} opportunity={opportunity} names={names} />
        </aside>
      </div>
    </>
  );
}
