import { dictionary } from "#app/i18n/index.ts";
import { helpWithGaps } from "#app/modules/msmes/help.server.ts";
import { stepStates } from "#app/modules/msmes/overview.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { readinessResults } from "#app/modules/msmes/readiness.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { GapList } from "./gap-list.tsx";
import { ReadinessChart } from "./readiness-chart.tsx";
import { StepNav } from "./step-nav.tsx";
import type { Route } from "./+types/readiness";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const profile = ownProfile(ctx);
  return {
    lang: ctx.lang,
    results: readinessResults(profile.readiness),
    help: helpWithGaps(ctx, ctx.lang, profile.readiness, profile.targets),
    states: stepStates(profile, standardInForce(ctx), chamberDay(ctx.now)),
  };
}

/** What the self-assessment says: a chart by dimension, the gaps, and where each is helped with. */
export default function Readiness({ loaderData }: Route.ComponentProps) {
  const { lang, results, help, states } = loaderData;
  const t = dictionary(lang);
  const words = t.readiness;
  const go = at(lang);
  const begun = results.some((one) => one.answered > 0);
  const open = results.find((one) => one.answered < one.questions);
  return (
    <>
      <title>{`${t.profile.groups.readiness} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.profile()}>{t.profile.title}</a>}
        title={t.profile.groups.readiness}
        lead={t.profile.leads.readiness}
      />
      <StepNav lang={lang} current="readiness" states={states} />
      <div id="readiness" className="scroll-mt-24" />
      {begun ? null : <p className="measure mb-4">{words.noAnswers}</p>}
      {open ? (
        <p className="mb-8">
          <ButtonLink look="primary" href={go.profileReadiness(open.dimension)}>
            {begun ? words.goOn(words.dimensions[open.dimension]) : words.start}
          </ButtonLink>
        </p>
      ) : null}
      {begun ? (
        <>
          <ReadinessChart lang={lang} results={results} />
          <GapList lang={lang} help={help} />
        </>
      ) : null}
      <p className="mt-8">
        <a href={go.profile()}>{t.profile.guide.overview}</a>
      </p>
    </>
  );
}
