import { redirect } from "react-router";
import { emptySchema, organisationSchema } from "#app/modules/accounts/schema.ts";
import {
  connectSupplier,
  joinAsSupplier,
  supplierInvitationOf,
} from "#app/modules/endorsements/join-as-supplier.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard, guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/join";
import { nameOf } from "./facts.tsx";
import { FoundFirm } from "./found-firm.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "account.enter");
  const { actor } = ctx;
  const reader =
    actor.kind === "user" ? { organisation: actor.organisation, verified: actor.emailVerified } : null;
  const { token } = args.params;
  return { lang: ctx.lang, token, reader, invitation: supplierInvitationOf(ctx, token) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "organisation.create");
  const { token } = args.params;
  const form = await readForm(args.request);
  const done = () => redirect(withNotice(at(ctx.lang).profile(), "supplierJoined"));
  if (form.get("intent") === "connect") {
    return submitForm(form, ctx.lang, emptySchema, () => {
      connectSupplier(ctx, token);
      return done();
    });
  }
  form.set("kind", "msme");
  form.set("country", "CN");
  return submitForm(form, ctx.lang, organisationSchema, (value) => {
    joinAsSupplier(ctx, token, value);
    return done();
  });
}

/** The link in a supplier's letter: who invites, what for, what the customer will see; then the firm is founded. */
export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, token, reader, invitation } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.join;
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
  const mnc = nameOf(lang, { nameEn: invitation.mncEn, nameZh: invitation.mncZh });
  const to = go.supplierJoin(token);
  const own = reader?.organisation ?? null;
  return (
    <>
      <title>{`${words.title(mnc)} · ${t.common.site.name}`}</title>
      <PageHead title={words.title(mnc)} lead={words.lead} />
      <FormErrors errors={formOf(actionData as Reply).errors} />
      <section aria-labelledby="why" className="measure mb-8">
        <h2 id="why" className="mb-2 text-xl">
          {words.why}
        </h2>
        <ol className="mb-4 list-decimal pl-6">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{words.sees(mnc)}</p>
      </section>
      {!reader ? (
        <p className="flex flex-wrap gap-4">
          <ButtonLink look="primary" href={go.signUp({ to, email: invitation.email })}>
            {words.signUp}
          </ButtonLink>
          <ButtonLink href={go.signIn({ to })}>{words.signIn}</ButtonLink>
        </p>
      ) : !reader.verified ? (
        <ButtonLink look="primary" href={go.verifyEmail(undefined, { to })}>
          {t.accounts.verify.title}
        </ButtonLink>
      ) : own === null ? (
        <FoundFirm lang={lang} action={to} invitation={invitation} reply={actionData as Reply} />
      ) : own.kind === "msme" ? (
        <form method="post" action={to}>
          <Button name="intent" value="connect">
            {words.connect(nameOf(lang, own))}
          </Button>
        </form>
      ) : (
        <Notice tone="warn">
          {words.other} <a href={go.signOut()}>{t.common.nav.signOut}</a>
        </Notice>
      )}
    </>
  );
}
