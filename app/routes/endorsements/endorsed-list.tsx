import { dictionary } from "#app/i18n/index.ts";
import { endorsementsOfFirm } from "#app/modules/endorsements/queries.server.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/endorsed-list";
import { nameOf } from "./facts.tsx";
import { StageBadge } from "./stage-badge.tsx";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.answer");
  const profile = ownProfile(ctx);
  return {
    lang: ctx.lang,
    firm: profile.organisation.id,
    vetted: profile.standing.status === "vetted",
    rows: endorsementsOfFirm(ctx).map(({ endorsement, firm, stage, held, counts }) => ({
      id: endorsement.id,
      mnc: firm,
      stage,
      held,
      counts,
      notYet: endorsement.validFrom > ctx.now,
      from: endorsement.validFrom,
      until: endorsement.validUntil,
    })),
  };
}

/** The firm's endorsements: what waits for its answer stands first. */
export default function EndorsedList({ loaderData: { lang, rows, firm, vetted } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.endorsing.endorsed;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{vetted ? words.noneVetted : words.noneText}</p>
          <p className="mt-4 flex flex-wrap gap-3">
            {vetted ? (
              <ButtonLink href={go.firm(firm)}>{words.toOwnPage}</ButtonLink>
            ) : (
              <ButtonLink look="primary" href={go.vetting()}>
                {words.toVetting}
              </ButtonLink>
            )}
          </p>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong max-w-3xl divide-y border-y">
          {rows.map((row) => {
            const waits = row.stage === "acceptance" && !row.held;
            return (
              <li key={row.id} className={`py-4 ${waits ? "border-note border-l-4 pl-4" : ""}`}>
                {waits ? <p className="text-note text-sm font-semibold">{words.waits}</p> : null}
                <p className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
                  <a
                    href={go.endorsed(row.id)}
                    className="text-deep inline-flex min-h-11 items-center text-lg font-semibold underline underline-offset-4"
                  >
                    {row.stage === "acceptance"
                      ? words.ask(nameOf(lang, row.mnc))
                      : words.by(nameOf(lang, row.mnc))}
                  </a>
                  {waits ? null : <StageBadge lang={lang} {...row} />}
                </p>
                <p className="text-ink-soft text-sm">
                  {formatDate(lang, row.from)} – {formatDate(lang, row.until)}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
