import { redirect } from "react-router";
import {
  askEmailChange,
  cancelEmailChange,
  pendingEmailChange,
} from "#app/modules/accounts/change-email.server.ts";
import { changeEmailSchema, emptySchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatTime } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/email";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "account.manage");
  return { lang: ctx.lang, email: ctx.actor.email, pending: pendingEmailChange(ctx) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "account.manage");
  const { lang } = ctx;
  const form = await readForm(args.request);
  const page = at(lang).accountEmail();
  if (form.get("intent") === "cancel") {
    return submitForm(form, lang, emptySchema, () => {
      cancelEmailChange(ctx);
      return redirect(withNotice(page, "emailChangeCancelled"));
    });
  }
  return submitForm(form, lang, changeEmailSchema, async (value) => {
    await askEmailChange(ctx, { ...value, lang });
    return redirect(withNotice(page, "emailChangeAsked"));
  });
}

export default function Email({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, email, pending } = loaderData;
  const t = dictionary(lang);
  const words = t.ownAccount.email;
  const go = at(lang);
  const form = formOf(actionData);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        kicker={<a href={go.account()}>{t.accounts.account.title}</a>}
        lead={words.lead}
      />
      <dl className="mb-8">
        <dt className="text-ink-soft">{words.now}</dt>
        <dd className="font-semibold break-all">{email}</dd>
      </dl>
      {pending ? (
        <section aria-labelledby="pending" className="border-shoal mb-10 border-l-4 pl-4">
          <h2 id="pending" className="mb-2 text-xl">
            {words.pendingTitle}
          </h2>
          <p className="measure mb-4 break-words">
            {words.pending(pending.newEmail, formatTime(lang, pending.expiresAt))}
          </p>
          <form method="post" action={go.accountEmail()}>
            <Button look="secondary" name="intent" value="cancel">
              {words.cancel}
            </Button>
          </form>
        </section>
      ) : null}
      <form method="post" action={go.accountEmail()} className="max-w-lg">
        <FormErrors errors={form.errors} />
        <TextField
          {...form.field("email")}
          type="email"
          label={words.newEmail}
          autoComplete="email"
          required
          maxLength={254}
        />
        <TextField
          {...form.field("currentPassword")}
          type="password"
          label={t.accounts.security.passwordForThis}
          autoComplete="current-password"
          required
        />
        <p className="text-ink-soft mb-4">{words.ends}</p>
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}
