import { dictionary } from "#app/i18n/index.ts";
import { deskOf, type Portfolio } from "#app/modules/endorsements/queries.server.ts";
import { ownSuppliers } from "#app/modules/endorsements/supplier-queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/desk";
import { nameOf } from "./facts.tsx";

const groups = ["toApprove", "returned", "drafts", "withOthers", "withFirm", "expiring", "paused"] as const;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const desk = deskOf(ctx);
  const suppliers = ownSuppliers(ctx);
  const at = (...stages: string[]) => suppliers.filter((one) => stages.includes(one.stage)).length;
  const line = ({ endorsement, firm }: Portfolio) => ({
    id: endorsement.id,
    firm,
    until: endorsement.validUntil,
    since: endorsement.approvedAt ?? endorsement.submittedAt ?? endorsement.createdAt,
  });
  return {
    lang: ctx.lang,
    active: desk.active,
    groups: groups.map((key) => ({ key, rows: desk[key].map(line) })).filter(({ rows }) => rows.length > 0),
    invited: suppliers.length,
    invitations: { open: at("invited"), joined: at("joined", "profile"), vetted: at("vetted") },
  };
}

/** The multinational's desk: what waits for whom. */
export default function Desk({ loaderData }: Route.ComponentProps) {
  const { lang, active, groups: shown, invited, invitations } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.desk;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.endorsements()}>{t.endorsing.portfolio.title}</a>}
        title={words.title}
        lead={`${words.lead}${lang === "zh" ? "" : " "}${words.inForce(active)}`}
        actions={
          <>
            <ButtonLink look="primary" href={go.endorsementNew()}>
              {t.endorsing.portfolio.add}
            </ButtonLink>
            <ButtonLink href={go.supplierInvite()}>{t.endorsing.suppliers.invite}</ButtonLink>
          </>
        }
      />
      {shown.length === 0 ? <EmptyState title={words.nothing}>{words.nothingText}</EmptyState> : null}
      <div className="grid gap-x-12 lg:grid-cols-2">
        {shown.map(({ key, rows }) => (
          <section key={key} aria-labelledby={key} className="mb-10">
            <h2 id={key} className="mb-2 text-xl">
              {words[key]} <span className="text-ink-soft font-normal">{rows.length}</span>
            </h2>
            {key === "paused" ? <p className="text-ink-soft mb-2 text-sm">{words.pausedText}</p> : null}
            <ul
              className={`divide-line divide-y border-y ${key === "toApprove" ? "border-note" : "border-line-strong"}`}
            >
              {rows.map((row) => (
                <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
                  <a
                    href={go.endorsement(row.id)}
                    className="text-deep inline-flex min-h-9 items-center font-semibold underline underline-offset-4"
                  >
                    {nameOf(lang, row.firm)}
                  </a>
                  <span className="text-ink-soft text-sm">
                    {key === "expiring"
                      ? words.until(formatDate(lang, row.until))
                      : words.since(formatDate(lang, row.since))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section aria-labelledby="invitations" className="border-line border-t pt-6">
        <h2 id="invitations" className="mb-2 text-xl">
          {words.invitations}
        </h2>
        <p>
          {invited > 0 ? (
            <>
              {words.invitationsOpen(invitations.open, invitations.joined, invitations.vetted)}{" "}
              <a href={go.suppliers()}>{t.endorsing.suppliers.title}</a>
            </>
          ) : (
            <>
              {t.endorsing.suppliers.none} <a href={go.supplierInvite()}>{t.endorsing.suppliers.invite}</a>
            </>
          )}
        </p>
      </section>
    </>
  );
}
