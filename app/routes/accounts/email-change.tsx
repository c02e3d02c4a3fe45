import { redirect } from "react-router";
import { confirmEmailChange, emailChangeOf } from "#app/modules/accounts/confirm-email-change.server.ts";
import { verifySchema } from "#app/modules/accounts/schema.ts";
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
import type { Route } from "./+types/email-change";

export const headers = passHeaders;

/** The link of the mail only opens a page: programs that look at mails follow links, they don't press buttons. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "account.enter");
  const { token } = args.params;
  return { lang: ctx.lang, token, change: emailChangeOf(ctx, token) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  const go = at(ctx.lang);
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, verifySchema, async ({ password }) => {
    const whose = await confirmEmailChange(ctx, args.params.token, password);
    return redirect(
      whose === "mine"
        ? withNotice(go.account(), "emailChanged")
        : withNotice(go.signIn(), "emailChangedSignIn"),
    );
  });
}

export default function EmailChange({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, token, change } = loaderData;
  const t = dictionary(lang);
  const words = t.ownAccount.confirm;
  const go = at(lang);
  const form = formOf(actionData);
  const title = change.state === "gone" ? words.goneTitle : words.title;
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      {change.state === "gone" ? (
        <>
          <PageHead title={title} />
          <EmptyState title={words.gone}>
            <a href={go.accountEmail()}>{words.again}</a>
          </EmptyState>
        </>
      ) : (
        <>
          <PageHead title={title} lead={<span className="break-words">{words.lead(change.newEmail)}</span>} />
          <form method="post" action={go.emailChange(token)} className="max-w-lg">
            <FormErrors errors={form.errors} />
            {change.state === "signedOut" ? (
              <TextField
                {...form.field("password")}
                type="password"
                label={t.accounts.password}
                hint={words.passwordLead}
                autoComplete="current-password"
                required
              />
            ) : null}
            <Button>{words.submit}</Button>
          </form>
        </>
      )}
    </>
  );
}
