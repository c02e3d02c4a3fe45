import { redirect } from "react-router";
import { editAccount } from "#app/modules/accounts/edit-account.server.ts";
import { accountSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/account";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const { lang, actor } = guardPerson(args, "account.manage");
  const { name, email, emailVerified, organisation, staffRoles } = actor;
  return { lang, mailLang: actor.lang, name, email, emailVerified, organisation, staffRoles };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "account.manage");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, accountSchema, (value) => {
    editAccount(ctx, value);
    return redirect(withNotice(at(ctx.lang).account(), "saved"));
  });
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, name, email, emailVerified, organisation, staffRoles, mailLang } = loaderData;
  const t = dictionary(lang);
  const words = t.accounts.account;
  const go = at(lang);
  const form = formOf(actionData, { name, lang: mailLang });
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        actions={
          <form method="post" action={go.signOut()}>
            <Button look="secondary" name="where" value="here">
              {t.common.nav.signOut}
            </Button>
          </form>
        }
      />
      <p className="mb-8 flex flex-wrap items-center gap-3">
        <span className="break-all">{email}</span>
        <Badge tone={emailVerified ? "good" : "warn"}>
          {words.emailState[emailVerified ? "verified" : "unverified"]}
        </Badge>
        {emailVerified ? null : <a href={go.verifyEmail()}>{words.confirmNow}</a>}
        <a href={go.accountEmail()}>{t.ownAccount.change}</a>
      </p>
      <div className="grid gap-10 lg:grid-cols-2">
        <section aria-labelledby="details">
          <h2 id="details" className="mb-4 text-xl">
            {words.details}
          </h2>
          <form method="post" action={go.account()}>
            <FormErrors errors={form.errors} />
            <TextField
              {...form.field("name")}
              label={t.accounts.name}
              autoComplete="name"
              required
              maxLength={80}
            />
            <SelectField
              {...form.field("lang")}
              label={words.language}
              options={[
                { value: "zh", label: t.common.language.names.zh },
                { value: "en", label: t.common.language.names.en },
              ]}
            />
            <Button>{t.common.actions.save}</Button>
          </form>
        </section>
        <div className="space-y-10">
          <section aria-labelledby="organisation">
            <h2 id="organisation" className="mb-3 text-xl">
              {words.organisation}
            </h2>
            {organisation ? (
              <p className="flex flex-wrap items-center gap-4">
                {(lang === "zh" ? organisation.nameZh : organisation.nameEn) ||
                  organisation.nameEn ||
                  organisation.nameZh}
                <a href={go.organisation()}>{words.toOrganisation}</a>
              </p>
            ) : (
              <>
                <p className="mb-3">{words.noOrganisation}</p>
                <ButtonLink href={go.organisationNew()}>{words.register}</ButtonLink>
              </>
            )}
          </section>
          <section aria-labelledby="security">
            <h2 id="security" className="mb-3 text-xl">
              <a href={go.security()}>{words.security}</a>
            </h2>
            <p className="text-ink-soft">{words.securityLead}</p>
          </section>
          <section aria-labelledby="your-data">
            <h2 id="your-data" className="mb-3 text-xl">
              {t.ownAccount.yourData}
            </h2>
            <p className="text-ink-soft measure mb-3">{t.ownAccount.downloadHint}</p>
            <p className="flex flex-wrap gap-x-6 gap-y-3">
              <a href={go.accountData()} download>
                {t.ownAccount.download}
              </a>
              <a href={go.accountClose()}>{t.ownAccount.closeLink}</a>
            </p>
          </section>
          {staffRoles.length > 0 ? (
            <section aria-labelledby="roles">
              <h2 id="roles" className="mb-3 text-xl">
                {words.roles}
              </h2>
              <p className="flex flex-wrap gap-2">
                {staffRoles.map((role) => (
                  <Badge key={role}>{t.staff.roles[role]}</Badge>
                ))}
              </p>
            </section>
          ) : null}
        </div>
      </div>
    </>
  );
}
