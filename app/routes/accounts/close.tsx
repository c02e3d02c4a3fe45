import { redirect } from "react-router";
import { closeAccount, closingOf } from "#app/modules/accounts/close-account.server.ts";
import { currentPasswordSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { blankCookie } from "#app/platform/sessions.server.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/close";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "account.manage");
  const { organisation } = ctx.actor;
  return { lang: ctx.lang, organisation, ...closingOf(ctx) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "account.manage");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, currentPasswordSchema, async ({ currentPassword }) => {
    await closeAccount(ctx, currentPassword);
    const path = withNotice(at(ctx.lang).home(), "accountClosed");
    return redirect(path, { headers: { "Set-Cookie": blankCookie(ctx.db) } });
  });
}

export default function Close({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, organisation, obstacle, leavesVacant } = loaderData;
  const t = dictionary(lang);
  const words = t.ownAccount.close;
  const go = at(lang);
  const form = formOf(actionData);
  const named =
    (lang === "zh" ? organisation?.nameZh : organisation?.nameEn) ||
    organisation?.nameEn ||
    organisation?.nameZh ||
    "";
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        kicker={<a href={go.account()}>{t.accounts.account.title}</a>}
        lead={words.lead}
      />
      <div className="mb-8 grid gap-8 lg:grid-cols-2">
        <Said id="goes" title={words.goesTitle} lines={words.goes} />
        <Said id="stays" title={words.staysTitle} lines={words.stays} />
      </div>
      {leavesVacant ? (
        <Notice tone="warn">
          <p className="font-semibold">{words.vacantTitle}</p>
          <p>{organisation?.pending ? words.pendingVacant(named) : words.vacant(named)}</p>
          <a href={go.organisation()}>{words.toMembers}</a>
        </Notice>
      ) : null}
      {obstacle ? (
        <Notice tone="bad">
          <p className="font-semibold">{words.cannot}</p>
          <p>{t.errors[obstacle]}</p>
          {obstacle === "close.lastOwner" ? (
            <a href={go.organisation()}>{words.toMembers}</a>
          ) : (
            <a href={go.staffPeople()}>{t.staff.people.title}</a>
          )}
        </Notice>
      ) : (
        <form method="post" action={go.accountClose()} className="border-line max-w-lg border-t pt-6">
          <p className="mb-5">
            <a href={go.accountData()} download>
              {words.keepCopy}
            </a>
          </p>
          <FormErrors errors={form.errors} />
          <TextField
            {...form.field("currentPassword")}
            type="password"
            label={words.password}
            autoComplete="current-password"
            required
          />
          <div className="flex flex-wrap items-center gap-6">
            <Button look="danger">{words.submit}</Button>
            <a href={go.account()}>{words.back}</a>
          </div>
        </form>
      )}
    </>
  );
}

function Said({ id, title, lines }: { id: string; title: string; lines: string[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      <ul className="border-line divide-line divide-y border-y">
        {lines.map((line) => (
          <li key={line} className="py-2">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
