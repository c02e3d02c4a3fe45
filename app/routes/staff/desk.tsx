import { redirect } from "react-router";
import {
  confirmOrganisation,
  refuseOrganisation,
} from "#app/modules/accounts/confirm-organisation.server.ts";
import { inviteOwner } from "#app/modules/accounts/invite-owner.server.ts";
import { pendingOrganisations, vacantOrganisations } from "#app/modules/accounts/queries.server.ts";
import { may, type Right } from "#app/modules/accounts/rights.ts";
import { inviteOwnerSchema, organisationIdSchema } from "#app/modules/accounts/schema.ts";
import { openFlags } from "#app/modules/endorsements/queries.server.ts";
import { guideCounts } from "#app/modules/guides/editor-queries.server.ts";
import { requestedIntroductions } from "#app/modules/network/introductions.server.ts";
import { failedMail } from "#app/modules/notifications/outbox.server.ts";
import { vettingCounts } from "#app/modules/vetting/queue.server.ts";
import { proposalsToConfirm } from "#app/modules/vetting/standings.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ToConfirm } from "#app/routes/staff/to-confirm.tsx";
import { VacantOrganisations } from "#app/routes/staff/vacant.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/desk";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "staff.enter");
  const { lang, actor, now } = ctx;
  const managesPeople = may(actor, "people.manage");
  const open = (right: Right) => may(actor, right);
  return {
    lang,
    now,
    places: {
      people: open("people.manage"),
      sizeStandard: open("sizeStandard.edit"),
      audit: open("audit.read"),
      mail: open("mail.read"),
      search: open("search.operate"),
      questions: open("desk.answer"),
      scopes: open("partnerScopes.set"),
    },
    flags: open("endorsements.check") ? openFlags(ctx) : null,
    vetting: open("vetting.review") ? vettingCounts(ctx) : null,
    toConfirm: open("vetting.suspend") ? proposalsToConfirm(ctx) : null,
    guides: open("guides.edit") ? guideCounts(ctx) : null,
    introductions: open("introductions.forward") ? requestedIntroductions(ctx) : null,
    pending: managesPeople ? pendingOrganisations(ctx) : [],
    vacant: managesPeople ? vacantOrganisations(ctx) : [],
    failed: open("mail.read") ? failedMail(ctx) : 0,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "people.manage");
  const form = await readForm(args.request);
  if (form.get("intent") === "inviteOwner") {
    return submitForm(form, ctx.lang, inviteOwnerSchema, (value) => {
      inviteOwner(ctx, { ...value, lang: ctx.lang });
      return redirect(withNotice(at(ctx.lang).staff(), "invitationSent"));
    });
  }
  return submitForm(form, ctx.lang, organisationIdSchema, ({ organisation }) => {
    const refuse = form.get("intent") === "refuse";
    if (refuse) refuseOrganisation(ctx, organisation);
    else confirmOrganisation(ctx, organisation);
    return redirect(
      withNotice(at(ctx.lang).staff(), refuse ? "organisationRefused" : "organisationConfirmed"),
    );
  });
}

export default function Desk({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, now, places, vetting, toConfirm, guides, flags, introductions, pending, vacant, failed } =
    loaderData;
  const t = dictionary(lang);
  const words = t.staff.desk;
  const go = at(lang);
  const queued =
    (vetting?.free ?? 0) +
    (toConfirm ?? 0) +
    (flags ?? 0) +
    (introductions ?? 0) +
    (guides?.inReview ?? 0) +
    (guides?.overdue ?? 0);
  const links = [
    vetting
      ? {
          href: go.staffVetting(),
          label: t.vetting.queue.title,
          lead: `${t.vetting.queue.lead} ${t.vetting.queue.deskCounts(vetting.free, vetting.overdue)}`,
        }
      : null,
    toConfirm === null
      ? null
      : {
          href: go.staffVettingStanding(),
          label: t.vetting.standing.title,
          lead: `${t.vetting.standing.lead} ${toConfirm > 0 ? t.vetting.standing.deskCount(toConfirm) : ""}`,
        },
    guides
      ? {
          href: go.staffGuides(),
          label: t.editorial.queue.title,
          lead: `${t.editorial.queue.deskLead} ${t.editorial.queue.deskCounts(guides.inReview, guides.overdue)}`,
        }
      : null,
    introductions === null
      ? null
      : {
          href: go.staffIntroductions(),
          label: t.network.introductions.desk.title,
          lead: t.network.introductions.desk.deskLead(introductions),
        },
    places.scopes
      ? { href: go.staffPartnerScopes(), label: t.network.scopes.title, lead: t.network.scopes.lead }
      : null,
    flags === null
      ? null
      : {
          href: go.staffFlags(),
          label: t.endorsing.flagQueue.title,
          lead: `${t.endorsing.flagQueue.deskLead} ${t.endorsing.flagQueue.deskCount(flags)}`,
        },
    places.people ? { href: go.staffPeople(), label: t.staff.people.title, lead: t.staff.people.lead } : null,
    places.sizeStandard
      ? { href: go.staffSizeStandards(), label: t.sizeStandards.title, lead: t.sizeStandards.lead }
      : null,
    places.audit ? { href: go.staffAudit(), label: t.staff.audit.title, lead: t.staff.audit.lead } : null,
    places.mail ? { href: go.staffMail(), label: t.staff.mail.title, lead: t.staff.mail.lead } : null,
    places.questions
      ? {
          href: go.staffQuestions(),
          label: t.searching.desk.queue,
          lead: t.searching.desk.queueLead,
        }
      : null,
    places.search
      ? { href: go.staffSearch(), label: t.staff.desk.search, lead: t.staff.desk.searchLead }
      : null,
  ].filter((link) => link !== null);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <FormErrors errors={formOf(actionData).errors} />
      {failed > 0 ? (
        <Notice tone="bad">
          {words.mailFailed(failed)} <a href={go.staffMail({ state: "failed" })}>{words.look}</a>
        </Notice>
      ) : null}
      {pending.length > 0 ? (
        <ToConfirm lang={lang} now={now} organisations={pending} />
      ) : failed === 0 && vacant.length === 0 && queued === 0 ? (
        <EmptyState title={words.nothing} />
      ) : null}
      {vacant.length > 0 ? (
        <VacantOrganisations lang={lang} organisations={vacant} reply={actionData} />
      ) : null}
      {links.length > 0 ? (
        <section aria-labelledby="places" className="mt-12">
          <h2 id="places" className="mb-4 text-xl">
            {words.places}
          </h2>
          <ul className="border-line divide-line divide-y border-y">
            {links.map((link) => (
              <li key={link.href} className="py-3">
                <a href={link.href} className="text-deep font-semibold underline underline-offset-4">
                  {link.label}
                </a>
                <p className="text-ink-soft">{link.lead}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
