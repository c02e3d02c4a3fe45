import { redirect } from "react-router";
import { openSession } from "#app/modules/accounts/sign-in.server.ts";
import { verifySchema } from "#app/modules/accounts/schema.ts";
import {
  resendVerification,
  verificationOf,
  verifyEmail,
} from "#app/modules/accounts/verify-email.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { signInHeaders } from "#app/platform/known-browser.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at, ownPath } from "#app/platform/paths.ts";
import { guard, guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/verify-email";

export const headers = passHeaders;

const target = (request: Request) => ownPath(new URL(request.url).searchParams.get("to"));

export function loader(args: Route.LoaderArgs) {
  const { token } = args.params;
  return token ? opened(args, token) : waiting(args);
}

function opened(args: Route.LoaderArgs, token: string) {
  const ctx = guard(args, "account.enter");
  return { lang: ctx.lang, to: target(args.request), token, state: verificationOf(ctx, token), email: "" };
}

function waiting(args: Route.LoaderArgs) {
  const { lang, actor } = guardPerson(args, "account.manage");
  if (actor.emailVerified) throw redirect(at(lang).account());
  return { lang, to: null, token: undefined, state: "waiting" as const, email: actor.email };
}

/** The link of the mail only opens a page: programs that look at mails follow links, they don't press buttons. */
export function action(args: Route.ActionArgs) {
  const { token } = args.params;
  return token ? confirm(args, token) : resend(args);
}

async function confirm(args: Route.ActionArgs, token: string) {
  const ctx = guard(args, "account.enter");
  return submitForm(await readForm(args.request), ctx.lang, verifySchema, async ({ password }) => {
    const path = withNotice(target(args.request) ?? at(ctx.lang).organisation(), "emailVerified");
    const userId = await verifyEmail(ctx, token, password);
    if (ctx.actor.kind === "user" && ctx.actor.userId === userId) return redirect(path);
    const userAgent = args.request.headers.get("user-agent");
    const cookie = await openSession(ctx, { userId, userAgent, secondFactor: false });
    return redirect(path, { headers: signInHeaders(cookie, args.request, userId) });
  });
}

async function resend(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "account.manage");
  return submitForm(await readForm(args.request), ctx.lang, verifySchema, () => {
    resendVerification(ctx);
    return redirect(withNotice(at(ctx.lang).verifyEmail(), "mailSent"));
  });
}

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, to, token, state, email } = loaderData;
  const t = dictionary(lang);
  const words = t.accounts.verify;
  const form = formOf(actionData);
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      {state === "gone" ? (
        <>
          <PageHead title={words.goneTitle} />
          <EmptyState title={words.gone}>
            <a href={go.signIn({ to: go.verifyEmail() })}>{t.common.nav.signIn}</a>
          </EmptyState>
        </>
      ) : (
        <>
          <PageHead title={words.title} lead={state === "waiting" ? words.waiting(email) : words.lead} />
          <form method="post" action={go.verifyEmail(token, { to })} className="max-w-lg">
            <FormErrors errors={form.errors} />
            {state === "signedOut" ? (
              <TextField
                {...form.field("password")}
                type="password"
                label={t.accounts.password}
                hint={words.passwordLead}
                autoComplete="current-password"
                required
              />
            ) : null}
            <Button>{state === "waiting" ? words.resend : words.submit}</Button>
          </form>
        </>
      )}
    </>
  );
}
