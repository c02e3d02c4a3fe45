import { redirect } from "react-router";
import { signInSchema } from "#app/modules/accounts/schema.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { signInHeaders } from "#app/platform/known-browser.server.ts";
import { at, ownPath } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/sign-in";

export const headers = passHeaders;

const target = (request: Request) => ownPath(new URL(request.url).searchParams.get("to"));

export function loader(args: Route.LoaderArgs) {
  const { lang, actor } = guard(args, "account.enter");
  return { lang, to: target(args.request), signedInAs: actor.kind === "user" ? actor.name : null };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  const go = at(ctx.lang);
  const to = target(args.request);
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, signInSchema, async (value) => {
    const userAgent = args.request.headers.get("user-agent");
    const cookies = args.request.headers.get("cookie");
    const { cookie, userId, next } = await signIn(ctx, { ...value, userAgent, cookies });
    const path =
      next === "secondFactor"
        ? go.secondFactor({ to })
        : (to ?? (next === "verifyEmail" ? go.verifyEmail() : go.home()));
    // A password alone does not make the browser known where a second factor is owed.
    const headers =
      next === "secondFactor" ? { "Set-Cookie": cookie } : signInHeaders(cookie, args.request, userId);
    return redirect(path, { headers });
  });
}

export default function SignIn({ loaderData: { lang, to, signedInAs }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.signIn;
  const go = at(lang);
  const form = formOf(actionData);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} />
      {signedInAs ? <Notice>{words.already(signedInAs)}</Notice> : null}
      {to && !signedInAs && !form.sent ? <Notice>{words.toGoOn}</Notice> : null}
      <form method="post" action={go.signIn({ to })} className="max-w-lg">
        <FormErrors errors={form.errors} />
        <TextField
          {...form.field("email")}
          type="email"
          label={t.accounts.email}
          autoComplete="username"
          required
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t.accounts.password}
          autoComplete="current-password"
          required
        />
        <div className="flex flex-wrap items-center gap-6">
          <Button>{words.submit}</Button>
          <a href={go.forgotPassword()}>{words.forgot}</a>
          <a href={go.signUp({ to })}>{words.create}</a>
        </div>
      </form>
    </>
  );
}
