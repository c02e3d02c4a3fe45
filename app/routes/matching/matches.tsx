import { dictionary } from "#app/i18n/index.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables, ownMatches } from "#app/modules/matching/queries.server.ts";
import { provinceCode } from "#app/modules/msmes/provinces.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { stepsToVetted } from "#app/modules/msmes/steps.ts";
import { opportunityFilterSchema, opportunityKinds } from "#app/modules/opportunities/schema.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { MatchCard } from "./match-card.tsx";
import { NotYet } from "./not-yet.tsx";
import { StepList } from "./step-list.tsx";
import type { Route } from "./+types/matches";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "matches.read");
  const asked = new URL(args.request.url).searchParams.get("kind") || undefined;
  const { kind } = opportunityFilterSchema.parse({ kind: asked });
  const { profile, matches } = ownMatches(ctx);
  const bodies = [
    ...matches.map((one) => one.opportunity.owner.id),
    ...profile.endorsements.map((one) => one.by),
  ];
  return {
    lang: ctx.lang,
    kind: kind ?? null,
    matches: matches.filter((one) => !kind || one.opportunity.kind === kind),
    counts: Object.fromEntries(
      opportunityKinds.map((one) => [
        one,
        matches.filter(({ opportunity }) => opportunity.kind === one).length,
      ]),
    ) as Record<(typeof opportunityKinds)[number], number>,
    steps: stepsToVetted(
      { ...profile, province: provinceCode(profile.organisation.province) },
      standardInForce(ctx),
    ),
    tables: nameTables(ctx, ctx.lang, bodies),
  };
}

export default function Matches({ loaderData }: Route.ComponentProps) {
  const { lang, kind, matches, counts, steps, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.matching.page;
  const names = namesOf(lang, tables);
  const go = at(lang);
  const of = (status: string) => matches.filter(({ match }) => match.status === status);
  const tabs = [
    { kind: null, href: go.matches(), label: words.kinds.all, count: matchesTotal(counts) },
    ...opportunityKinds.map((one) => ({
      kind: one,
      href: go.matches({ kind: one }),
      label: words.kinds[one],
      count: counts[one],
    })),
  ];
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          matches.length > 0 ? (
            <ButtonLink href={go.matchesCsv(kind ? { kind } : {})}>{t.common.actions.csv}</ButtonLink>
          ) : null
        }
      />
      <StepList lang={lang} steps={steps} />
      <nav aria-label={words.kindNav} className="no-print border-line mb-8 flex flex-wrap gap-x-6 border-b">
        {tabs.map((tab) => (
          <a
            key={tab.label}
            href={tab.href}
            aria-current={tab.kind === kind ? "page" : undefined}
            className="text-ink aria-[current]:border-note -mb-px inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent no-underline aria-[current]:font-semibold"
          >
            {tab.label}
            <span className="text-ink-soft text-sm font-normal">{tab.count}</span>
          </a>
        ))}
      </nav>
      {matches.length === 0 ? (
        <EmptyState title={words.none}>
          {words.noneText} <a href={go.opportunities(kind ? { kind } : {})}>{t.opportunities.title}</a>
        </EmptyState>
      ) : null}
      {matches.length > 0 && of("eligible").length === 0 ? (
        <p className="measure mb-6">{words.noneEligible}</p>
      ) : null}
      {(["eligible", "ask"] as const).map((status) => {
        const rows = of(status);
        if (rows.length === 0) return null;
        return (
          <section key={status} aria-labelledby={status} className="mb-12">
            <h2 id={status} className="mb-3 text-2xl">
              {words[`${status}Heading`]}{" "}
              <span className="text-ink-soft text-base font-normal">{rows.length}</span>
            </h2>
            <ul>
              {rows.map((row) => (
                <MatchCard key={row.opportunity.id} lang={lang} matched={row} names={names} />
              ))}
            </ul>
          </section>
        );
      })}
      <NotYet lang={lang} rows={of("ineligible")} names={names} />
      <section aria-labelledby="method" className="border-line border-t pt-4">
        <h2 id="method" className="text-base">
          {words.method}
        </h2>
        <p className="text-ink-soft measure text-sm">
          {[words.methodText, words.computed].join(lang === "zh" ? "" : " ")}
        </p>
      </section>
    </>
  );
}

function matchesTotal(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
