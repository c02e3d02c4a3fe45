import { data, redirect } from "react-router";
import { changePassword } from "#app/modules/accounts/change-password.server.ts";
import { ownSecondFactor, ownSessions } from "#app/modules/accounts/queries.server.ts";
import { mustHaveSecondFactor } from "#app/modules/accounts/rights.ts";
import { changePasswordSchema, currentPasswordSchema } from "#app/modules/accounts/schema.ts";
import {
  removeSecondFactor,
  replaceRecoveryCodes,
} from "#app/modules/accounts/set-up-second-factor.server.ts";
import { revokeSession } from "#app/modules/accounts/sign-out.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { OwnSessions } from "#app/routes/accounts/own-sessions.tsx";
import { PasswordForm } from "#app/routes/accounts/password-form.tsx";
import { RecoveryCodes } from "#app/routes/accounts/recovery-codes.tsx";
import { SecondFactorState } from "#app/routes/accounts/second-factor-state.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/security";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "account.manage");
  return {
    lang: ctx.lang,
    email: ctx.actor.email,
    sessions: ownSessions(ctx),
    secondFactor: { ...ownSecondFactor(ctx), required: mustHaveSecondFactor(ctx.actor) },
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "account.manage");
  const form = await readForm(args.request);
  const page = at(ctx.lang).security();
  switch (form.get("intent")) {
    case "endSession":
      revokeSession(ctx, String(form.get("session")));
      return redirect(withNotice(page, "sessionEnded"));
    case "removeSecondFactor":
      return submitForm(form, ctx.lang, currentPasswordSchema, async ({ currentPassword }) => {
        await removeSecondFactor(ctx, currentPassword);
        return redirect(withNotice(page, "secondFactorRemoved"));
      });
    case "renewCodes":
      return submitForm(form, ctx.lang, currentPasswordSchema, async ({ currentPassword }) => {
        const codes = await replaceRecoveryCodes(ctx, currentPassword);
        return data({ codes }, { headers: { "Cache-Control": "no-store" } });
      });
    default:
      return submitForm(form, ctx.lang, changePasswordSchema, async (value) => {
        await changePassword(ctx, value);
        return redirect(withNotice(page, "passwordChanged"));
      });
  }
}

export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, email, sessions, secondFactor } = loaderData;
  if (actionData && "codes" in actionData) {
    return <RecoveryCodes lang={lang} email={email} codes={actionData.codes} />;
  }
  const t = dictionary(lang);
  const words = t.accounts.security;
  const intent = actionData?.initialValue?.intent;
  const ofFactor = intent === "removeSecondFactor" || intent === "renewCodes";
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} kicker={<a href={at(lang).account()}>{t.accounts.account.title}</a>} />
      <div className="grid gap-12 lg:grid-cols-2">
        <PasswordForm lang={lang} email={email} reply={ofFactor ? undefined : actionData} />
        <SecondFactorState lang={lang} state={secondFactor} reply={ofFactor ? actionData : undefined} />
      </div>
      <OwnSessions lang={lang} sessions={sessions} />
    </>
  );
}
