import { data } from "react-router";
import { setUpSecondFactorSchema } from "#app/modules/accounts/schema.ts";
import { otpauthUrl } from "#app/modules/accounts/second-factor.ts";
import { offerSecret, setUpSecondFactor } from "#app/modules/accounts/set-up-second-factor.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { RecoveryCodes } from "#app/routes/accounts/recovery-codes.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/second-factor-set-up";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "account.manage");
  const offer = offerSecret(ctx);
  return { lang: ctx.lang, email: ctx.actor.email, offer, url: otpauthUrl(offer.secret, ctx.actor.email) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "account.manage");
  const form = await readForm(args.request);
  const answer = await submitForm(form, ctx.lang, setUpSecondFactorSchema, async (value) => ({
    codes: await setUpSecondFactor(ctx, value),
  }));
  const noStore = { headers: { "Cache-Control": "no-store" } };
  if ("codes" in answer) return data(answer, noStore);
  // The same secret stays on the page: it is in the app already.
  const sealed = form.get("sealed");
  const offer = offerSecret(ctx, typeof sealed === "string" ? sealed : undefined);
  const kept = { offer, url: otpauthUrl(offer.secret, ctx.actor.email) };
  return data({ ...answer.data, ...kept }, { ...noStore, ...answer.init });
}

export default function SecondFactorSetUp({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, email } = loaderData;
  if (actionData && "codes" in actionData) {
    return <RecoveryCodes lang={lang} email={email} codes={actionData.codes} />;
  }
  const t = dictionary(lang);
  const words = t.accounts.setUp;
  const form = formOf(actionData);
  const { offer, url } = actionData ?? loaderData;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <form method="post" action={at(lang).secondFactorSetUp()} className="grid gap-10 lg:grid-cols-2">
        <section aria-labelledby="scan">
          <h2 id="scan" className="mb-4 text-xl">
            1. {words.step1}
          </h2>
          <QrCode text={url} label={words.qr} />
          <p className="mt-4">{words.byHand}</p>
          <p className="font-mono text-lg tracking-wide">{offer.secret.match(/.{1,4}/g)?.join(" ")}</p>
          <p className="mt-2">
            <a href={url}>{words.onPhone}</a>
          </p>
        </section>
        <section aria-labelledby="confirm">
          <h2 id="confirm" className="mb-4 text-xl">
            2. {words.step2}
          </h2>
          <FormErrors errors={form.errors} />
          <input type="hidden" name="sealed" value={offer.sealed} />
          <TextField
            {...form.field("oneTimeCode")}
            label={t.accounts.secondFactor.code}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            maxLength={10}
          />
          <TextField
            {...form.field("currentPassword")}
            type="password"
            label={t.accounts.security.currentPassword}
            autoComplete="current-password"
            required
          />
          <p className="text-ink-soft mb-4">{t.accounts.security.changeEnds}</p>
          <Button>{words.submit}</Button>
        </section>
      </form>
    </>
  );
}
