import { redirect } from "react-router";
import { resetPassword, resetTokenWorks } from "#app/modules/accounts/reset-password.server.ts";
import { resetSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/reset-password";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "account.enter");
  return { lang: ctx.lang, works: resetTokenWorks(ctx, args.params.token) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, resetSchema, async ({ password }) => {
    await resetPassword(ctx, args.params.token, password);
    return redirect(withNotice(at(ctx.lang).signIn(), "passwordReset"));
  });
}

export default function ResetPassword({ loaderData: { lang, works }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.reset;
  const form = formOf(actionData);
  if (!works) {
    return (
      <>
        <title>{`${words.goneTitle} · ${t.common.site.name}`}</title>
        <PageHead title={words.goneTitle} />
        <EmptyState title={words.gone}>
          <a href={at(lang).forgotPassword()}>{words.again}</a>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <form method="post" className="max-w-lg">
        <FormErrors errors={form.errors} />
        <TextField
          {...form.field("password")}
          type="password"
          label={words.newPassword}
          hint={t.accounts.passwordHint}
          autoComplete="new-password"
          required
          minLength={10}
        />
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}
