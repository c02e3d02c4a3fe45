import { redirect } from "react-router";
import { demoCode, passSecondFactor } from "#app/modules/accounts/pass-second-factor.server.ts";
import { secondFactorSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang, Person, RequestContext } from "#app/platform/context.ts";
import { env } from "#app/platform/env.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { signInHeaders } from "#app/platform/known-browser.server.ts";
import { at, ownPath } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/second-factor";

export const headers = passHeaders;

/** Only somebody who has given the password and still owes the second factor stays on this page. */
function stillOwed(ctx: RequestContext & { lang: Lang }, request: Request) {
  const to = ownPath(new URL(request.url).searchParams.get("to"));
  const { actor } = ctx;
  if (actor.kind === "visitor") throw redirect(at(ctx.lang).signIn({ to }));
  if (!actor.secondFactorSetUp || actor.secondFactor) throw redirect(to ?? at(ctx.lang).home());
  return { ctx: { ...ctx, actor: actor satisfies Person }, to };
}

export function loader(args: Route.LoaderArgs) {
  const { ctx, to } = stillOwed(guard(args, "account.enter"), args.request);
  return { lang: ctx.lang, to, demo: env().DEMO ? demoCode(ctx) : null };
}

export async function action(args: Route.ActionArgs) {
  const { ctx, to } = stillOwed(guard(args, "account.enter"), args.request);
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, secondFactorSchema, async ({ oneTimeCode }) => {
    const userAgent = args.request.headers.get("user-agent");
    const cookie = await passSecondFactor(ctx, { oneTimeCode, userAgent });
    return redirect(to ?? at(ctx.lang).home(), {
      headers: signInHeaders(cookie, args.request, ctx.actor.userId),
    });
  });
}

export default function SecondFactor({ loaderData: { lang, to, demo }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.secondFactor;
  const form = formOf(actionData);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      {demo ? (
        <Notice tone="warn">
          <p>
            {words.demo} <strong data-testid="demo-code">{demo}</strong>
          </p>
          <p className="text-sm">{words.demoWhy}</p>
        </Notice>
      ) : null}
      <form method="post" action={at(lang).secondFactor({ to })} className="max-w-lg">
        <FormErrors errors={form.errors} />
        <TextField
          {...form.field("oneTimeCode")}
          label={words.code}
          hint={words.codeHint}
          autoComplete="one-time-code"
          inputMode="text"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
        />
        <Button>{words.submit}</Button>
      </form>
      <p className="measure text-ink-soft mt-8">{words.lost}</p>
    </>
  );
}
