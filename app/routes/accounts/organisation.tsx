import { redirect } from "react-router";
import { changeMember, leaveOrganisation, removeMember } from "#app/modules/accounts/change-member.server.ts";
import { inviteMember, revokeInvitation } from "#app/modules/accounts/invite-member.server.ts";
import { mayManageMembers } from "#app/modules/accounts/policy.ts";
import { ownOrganisation } from "#app/modules/accounts/queries.server.ts";
import {
  invitationIdSchema,
  inviteSchema,
  leaveSchema,
  memberIdSchema,
  memberSchema,
} from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { countryName } from "#app/platform/countries.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { provinceCode, provinceName } from "#app/modules/msmes/provinces.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { InviteForm, OpenInvitations } from "#app/routes/accounts/invitations.tsx";
import { Members } from "#app/routes/accounts/members.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Foreign, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/organisation";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "organisation.read");
  const { lang, actor } = ctx;
  return { lang, me: actor.userId, manages: mayManageMembers(actor), own: ownOrganisation(ctx) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "organisation.read");
  const { lang } = ctx;
  const form = await readForm(args.request);
  const page = at(lang).organisation();
  switch (form.get("intent")) {
    case "invite":
      return submitForm(form, lang, inviteSchema, (value) => {
        inviteMember(ctx, { ...value, lang });
        return redirect(withNotice(page, "invitationSent"));
      });
    case "revoke":
      return submitForm(form, lang, invitationIdSchema, ({ invitation }) => {
        revokeInvitation(ctx, invitation);
        return redirect(withNotice(page, "invitationRevoked"));
      });
    case "change":
      return submitForm(form, lang, memberSchema, ({ userId, ...standing }) => {
        changeMember(ctx, userId, standing);
        return redirect(withNotice(page, "memberChanged"));
      });
    case "remove":
      return submitForm(form, lang, memberIdSchema, ({ userId }) => {
        removeMember(ctx, userId);
        return redirect(withNotice(page, "memberRemoved"));
      });
    case "leave":
      return submitForm(form, lang, leaveSchema, () => {
        leaveOrganisation(ctx);
        return redirect(withNotice(at(lang).account(), "left"));
      });
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, me, manages, own } = loaderData;
  const t = dictionary(lang);
  const words = t.accounts.organisation;
  if (!own) {
    return (
      <>
        <title>{`${words.title} · ${t.common.site.name}`}</title>
        <PageHead title={words.title} />
        <EmptyState title={words.none}>
          <p className="mb-4">{words.noneText}</p>
          <ButtonLink href={at(lang).organisationNew()}>{t.accounts.account.register}</ButtonLink>
        </EmptyState>
      </>
    );
  }
  const { organisation, members, invitations } = own;
  const [name, otherName] =
    lang === "zh" ? [organisation.nameZh, organisation.nameEn] : [organisation.nameEn, organisation.nameZh];
  const province = provinceCode(organisation.province);
  const place = [
    countryName(lang, organisation.country),
    province ? provinceName(lang, province) : organisation.province,
    organisation.city,
  ];
  const inviting = actionData?.initialValue?.intent === "invite";
  const form = formOf(actionData);
  return (
    <>
      <title>{`${name || otherName} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={words.kinds[organisation.kind]}
        title={name || otherName}
        lead={name && otherName ? <Foreign lang={lang === "zh" ? "en" : "zh"}>{otherName}</Foreign> : null}
      />
      {organisation.pendingSince ? <Notice tone="warn">{words.pending}</Notice> : null}
      {inviting ? null : <FormErrors errors={[...form.errors, ...(form.field("confirm").errors ?? [])]} />}
      <dl className="mb-10 grid gap-x-8 gap-y-2 sm:grid-cols-[max-content_1fr]">
        <dt className="text-ink-soft">{words.place}</dt>
        <dd>{place.filter(Boolean).join(lang === "zh" ? "，" : ", ")}</dd>
        {organisation.creditCode ? (
          <>
            <dt className="text-ink-soft">{words.creditCode}</dt>
            <dd className="font-mono break-all">{organisation.creditCode}</dd>
          </>
        ) : null}
      </dl>
      <Members lang={lang} kind={organisation.kind} members={members} me={me} manages={manages} />
      {manages ? (
        <div className="mt-12 grid gap-12 lg:grid-cols-2">
          <InviteForm lang={lang} kind={organisation.kind} reply={inviting ? actionData : undefined} />
          <OpenInvitations lang={lang} invitations={invitations} />
        </div>
      ) : (
        <p className="text-ink-soft mt-4">{words.onlyOwners}</p>
      )}
      <details className="border-line mt-12 border-t pt-4">
        <summary className="cursor-pointer font-semibold">{words.leave}</summary>
        <form method="post" action={at(lang).organisation()} className="mt-3">
          <p className="mb-3">{words.leaveText}</p>
          <label className="mb-4 flex min-h-11 items-center gap-2">
            <input type="checkbox" name="confirm" value="yes" required className="accent-deep size-5" />
            {words.leaveConfirm}
          </label>
          <Button look="danger" name="intent" value="leave">
            {words.leave}
          </Button>
        </form>
      </details>
    </>
  );
}
