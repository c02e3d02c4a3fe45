import { redirect } from "react-router";
import { createOrganisation } from "#app/modules/accounts/create-organisation.server.ts";
import { organisationSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { countryOptions } from "#app/platform/countries.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at, ownPath } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/organisation-new";

export const headers = passHeaders;

/** The page that asked for an organisation; it comes next. */
const target = (request: Request) => ownPath(new URL(request.url).searchParams.get("to"));

export function loader(args: Route.LoaderArgs) {
  const { lang, actor } = guardPerson(args, "organisation.create");
  return { lang, hasOne: actor.organisation !== null, email: actor.email, to: target(args.request) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "organisation.create");
  const to = target(args.request);
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, organisationSchema, (value) => {
    createOrganisation(ctx, value);
    // A new firm goes where it wanted to, or to its profile; the others wait for the chamber's confirmation.
    const next = value.kind === "msme" ? (to ?? at(ctx.lang).profile()) : at(ctx.lang).organisation();
    return redirect(withNotice(next, "organisationCreated"));
  });
}

export default function OrganisationNew({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, hasOne, email, to } = loaderData;
  const t = dictionary(lang);
  const words = t.accounts.organisationNew;
  const { kinds } = t.accounts.organisation;
  const form = formOf(actionData, { country: "CN", kind: "msme" });
  const zh = <TextField key="zh" {...form.field("nameZh")} label={words.nameZh} maxLength={160} />;
  const en = <TextField key="en" {...form.field("nameEn")} label={words.nameEn} maxLength={160} />;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      {hasOne ? (
        <EmptyState title={words.already}>
          <a href={at(lang).organisation()}>{t.accounts.organisation.title}</a>
        </EmptyState>
      ) : (
        <form method="post" action={at(lang).organisationNew({ to })} className="max-w-xl">
          <FormErrors errors={form.errors} />
          {to && !form.sent ? <Notice>{words.toGoOn}</Notice> : null}
          <p className="mb-6">{words.join(email)}</p>
          <SelectField
            {...form.field("kind")}
            label={t.accounts.organisation.kind}
            hint={words.kindHint}
            options={(["msme", "mnc", "partner"] as const).map((kind) => ({
              value: kind,
              label: kinds[kind],
            }))}
          />
          <SelectField {...form.field("country")} label={words.country} options={countryOptions(lang)} />
          <p className="text-ink-soft mb-2 text-sm">{words.nameHint}</p>
          {lang === "zh" ? [zh, en] : [en, zh]}
          <TextField
            {...form.field("creditCode")}
            label={words.creditCode}
            hint={words.creditCodeHint}
            autoCapitalize="characters"
            spellCheck={false}
            className="font-mono"
            maxLength={24}
          />
          <TextField
            {...form.field("province")}
            label={words.province}
            optional={t.accounts.optional}
            maxLength={60}
          />
          <TextField
            {...form.field("city")}
            label={words.city}
            optional={t.accounts.optional}
            maxLength={60}
          />
          <Button>{words.submit}</Button>
        </form>
      )}
    </>
  );
}
