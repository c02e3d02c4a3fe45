import { requestPasswordReset } from "#app/modules/accounts/reset-password.server.ts";
import { emailSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/forgot-password";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  return { lang: guard(args, "account.enter").lang };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, emailSchema, async ({ email }) => {
    await requestPasswordReset(ctx, email);
    return { done: true as const };
  });
}

export default function ForgotPassword({ loaderData: { lang }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.forgot;
  if (actionData && "done" in actionData) {
    return (
      <>
        <title>{`${words.doneTitle} · ${t.common.site.name}`}</title>
        <PageHead title={words.doneTitle} lead={words.done} />
      </>
    );
  }
  const form = formOf(actionData);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <form method="post" action={at(lang).forgotPassword()} className="max-w-lg">
        <FormErrors errors={form.errors} />
        <TextField
          {...form.field("email")}
          type="email"
          label={t.accounts.email}
          autoComplete="username"
          required
        />
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}
