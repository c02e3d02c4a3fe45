import { dictionary } from "#app/i18n/index.ts";
import { chamberDay } from "#app/modules/guides/freshness.ts";
import { namesOf } from "#app/modules/matching/explain.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { certificateWarnings } from "#app/modules/msmes/certificates.ts";
import { completeness } from "#app/modules/msmes/completeness.ts";
import { demandFor } from "#app/modules/msmes/demand.ts";
import { profileSteps, stepStates } from "#app/modules/msmes/overview.ts";
import { lastSaves, ownProfile } from "#app/modules/msmes/queries.server.ts";
import { standardInForce } from "#app/modules/msmes/standards.server.ts";
import { openOpportunities } from "#app/modules/opportunities/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { CompletenessPanel } from "./completeness-panel.tsx";
import { EndorsementsPanel, StandingPanel } from "./standing-panels.tsx";
import { StepBadge } from "./step-nav.tsx";
import { stepSummary } from "./step-summary.ts";
import type { Route } from "./+types/overview";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "profile.edit");
  const profile = ownProfile(ctx);
  const standard = standardInForce(ctx);
  const open = openOpportunities(ctx);
  const saves = lastSaves(ctx);
  const today = chamberDay(ctx.now);
  return {
    lang: ctx.lang,
    profile,
    completeness: completeness(profile, standard),
    states: stepStates(profile, standard, today),
    summaries: Object.fromEntries(
      profileSteps.map((step) => [step, stepSummary(ctx.lang, step, profile, standard, today)]),
    ),
    warned: certificateWarnings(profile.certificates, today),
    demand: demandFor(open),
    open: open.length,
    saved: Object.fromEntries(
      profileSteps.map((step) => {
        const own = Object.entries(saves).filter(([group]) => group === step || group.startsWith(`${step}-`));
        const last = Math.max(...own.map(([, save]) => save.at.getTime()));
        return [step, own.length > 0 ? new Date(last) : null];
      }),
    ),
    tables: nameTables(
      ctx,
      ctx.lang,
      profile.endorsements.map((one) => one.by),
    ),
  };
}

/** The profile at a glance: how far it is, what comes next, and every part with its own way in. */
export default function Overview({ loaderData }: Route.ComponentProps) {
  const { lang, profile, completeness, states, summaries, warned, demand, open, saved, tables } = loaderData;
  const t = dictionary(lang);
  const words = t.profile;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href={go.matches()}>{words.toMatches}</ButtonLink>}
      />
      <CompletenessPanel
        lang={lang}
        completeness={completeness}
        demand={demand}
        open={open}
        standing={profile.standing}
      />
      {warned.expired + warned.soon > 0 ? (
        <p className="text-shoal mb-8 font-semibold">
          <span aria-hidden="true">! </span>
          <a href={go.profileStep("certificates")} className="text-shoal underline underline-offset-4">
            {words.groups.certificates}
            {lang === "zh" ? "：" : ": "}
            {words.guide.certificates(warned.expired, warned.soon)}
          </a>
        </p>
      ) : null}
      <h2 className="mb-2 text-2xl">{words.guide.steps}</h2>
      <ol className="border-line-strong mb-10 max-w-3xl border-t">
        {profileSteps.map((step, index) => {
          const at = saved[step];
          return (
            <li key={step} className="border-line border-b">
              <a
                href={go.profileStep(step)}
                className="hover:bg-shoalwater text-ink grid min-h-14 grid-cols-[1.75rem_1fr_auto] items-center gap-x-2 py-2 no-underline"
              >
                <span className="text-ink-soft text-right">{index + 1}</span>
                <span className="min-w-0">
                  <span className="text-deep block font-semibold underline underline-offset-4">
                    {words.groups[step]}
                  </span>
                  <span className="text-ink-soft block text-sm">
                    {[summaries[step], at ? formatDate(lang, at) : null].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <StepBadge lang={lang} state={states[step]} />
              </a>
            </li>
          );
        })}
      </ol>
      <p className="measure mb-8">
        {words.private} <a href={go.disclosure()}>{t.network.disclosure.title}</a>
      </p>
      <StandingPanel lang={lang} standing={profile.standing} />
      <EndorsementsPanel lang={lang} profile={profile} names={namesOf(lang, tables)} />
    </>
  );
}
