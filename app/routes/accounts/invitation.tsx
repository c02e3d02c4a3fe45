import { redirect } from "react-router";
import { acceptInvitation } from "#app/modules/accounts/accept-invitation.server.ts";
import { invitationOf } from "#app/modules/accounts/invite-member.server.ts";
import { emptySchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatTime } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard, guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/invitation";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "account.enter");
  const { actor } = ctx;
  const reader = actor.kind === "user" ? { email: actor.email, organisation: actor.organisation } : null;
  const { token } = args.params;
  return { lang: ctx.lang, token, invitation: invitationOf(ctx, token), reader };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "invitation.accept");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, emptySchema, () => {
    acceptInvitation(ctx, args.params.token);
    return redirect(withNotice(at(ctx.lang).organisation(), "joined"));
  });
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, token, invitation, reader } = loaderData;
  const t = dictionary(lang);
  const words = t.accounts.invitation;
  const go = at(lang);
  if (!invitation) {
    return (
      <>
        <title>{`${words.goneTitle} · ${t.common.site.name}`}</title>
        <PageHead title={words.goneTitle} />
        <EmptyState title={words.gone} />
      </>
    );
  }
  const nameOf = (o: { nameEn: string; nameZh: string }) =>
    (lang === "zh" ? o.nameZh : o.nameEn) || o.nameEn || o.nameZh;
  const title = words.title(nameOf(invitation));
  const to = go.invitation(token);
  const { roles, approver } = t.accounts.organisation;
  const role = roles[invitation.role] + (invitation.approver ? ` · ${approver}` : "");
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead title={title} lead={words.from(invitation.inviter, role)} />
      <p className="mb-6">
        {[words.sentTo(invitation.email), words.until(formatTime(lang, invitation.expiresAt))].join(
          lang === "zh" ? "" : " ",
        )}
      </p>
      <FormErrors errors={formOf(actionData).errors} />
      {!reader ? (
        <p className="flex flex-wrap gap-4">
          <ButtonLink look="primary" href={go.signIn({ to })}>
            {words.signIn}
          </ButtonLink>
          <ButtonLink href={go.signUp({ to, email: invitation.email })}>{words.signUp}</ButtonLink>
        </p>
      ) : reader.email !== invitation.email ? (
        <Notice tone="warn">
          {words.other(reader.email)} <a href={go.signOut()}>{t.common.nav.signOut}</a>
        </Notice>
      ) : reader.organisation ? (
        <Notice tone="warn">
          {words.alreadyMember(nameOf(reader.organisation))}{" "}
          <a href={go.organisation()}>{t.accounts.organisation.title}</a>
        </Notice>
      ) : (
        <form method="post" action={to}>
          <Button>{words.accept}</Button>
        </form>
      )}
    </>
  );
}
