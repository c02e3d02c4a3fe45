import { signUpSchema } from "#app/modules/accounts/schema.ts";
import { signUp } from "#app/modules/accounts/sign-up.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { at, ownPath } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/sign-up";

export const headers = passHeaders;

const target = (request: Request) => ownPath(new URL(request.url).searchParams.get("to"));

export function loader(args: Route.LoaderArgs) {
  const { lang } = guard(args, "account.enter");
  const email = new URL(args.request.url).searchParams.get("email")?.slice(0, 254) ?? "";
  return { lang, to: target(args.request), email };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, signUpSchema, async (value) => {
    await signUp(ctx, { ...value, lang: ctx.lang, to: target(args.request) });
    return { done: true as const };
  });
}

export default function SignUp({ loaderData: { lang, to, email }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.signUp;
  const go = at(lang);
  if (actionData && "done" in actionData) {
    return (
      <>
        <title>{`${words.doneTitle} · ${t.common.site.name}`}</title>
        <PageHead title={words.doneTitle} lead={words.done} />
        <p className="measure">
          {words.doneNothing} <a href={go.signIn({ to })}>{t.common.nav.signIn}</a>
        </p>
      </>
    );
  }
  const form = formOf(actionData, { email });
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <form method="post" action={go.signUp({ to })} className="max-w-lg">
        <FormErrors errors={form.errors} />
        <TextField
          {...form.field("name")}
          label={t.accounts.name}
          hint={t.accounts.nameHint}
          autoComplete="name"
          required
          maxLength={80}
        />
        <TextField
          {...form.field("email")}
          type="email"
          label={t.accounts.email}
          autoComplete="email"
          required
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t.accounts.password}
          hint={t.accounts.passwordHint}
          autoComplete="new-password"
          required
          minLength={10}
        />
        <div className="flex flex-wrap items-center gap-6">
          <Button>{words.submit}</Button>
          <a href={go.signIn({ to })}>{words.haveOne}</a>
        </div>
      </form>
    </>
  );
}
