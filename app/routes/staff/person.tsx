import { redirect } from "react-router";
import { resetSecondFactor, setDisabled, setStaffRoles } from "#app/modules/accounts/manage-person.server.ts";
import { personById } from "#app/modules/accounts/queries.server.ts";
import { emptySchema, rolesSchema, staffRoleNames } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/person";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "people.manage");
  const person = personById(ctx, args.params.id);
  if (!person) throw new Response(null, { status: 404 });
  return { lang: ctx.lang, person, isMe: person.id === ctx.actor.userId };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "people.manage");
  const { id } = args.params;
  const form = await readForm(args.request);
  const intent = form.get("intent");
  const page = at(ctx.lang).staffPerson(id);
  if (intent === "roles") {
    return submitForm(form, ctx.lang, rolesSchema, ({ roles }) => {
      setStaffRoles(ctx, id, roles);
      return redirect(withNotice(page, "rolesChanged"));
    });
  }
  return submitForm(form, ctx.lang, emptySchema, () => {
    if (intent === "resetSecondFactor") {
      resetSecondFactor(ctx, id);
      return redirect(withNotice(page, "secondFactorReset"));
    }
    if (intent !== "disable" && intent !== "enable") throw new Response(null, { status: 400 });
    setDisabled(ctx, id, intent === "disable");
    return redirect(withNotice(page, intent === "disable" ? "accountDisabled" : "accountEnabled"));
  });
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, person, isMe } = loaderData;
  const t = dictionary(lang);
  const words = t.staff.person;
  const people = t.staff.people;
  const go = at(lang);
  const form = formOf(actionData);
  const facts = [
    [people.email, person.email],
    [
      people.organisation,
      (lang === "zh" ? person.organisationZh : person.organisationEn) || person.organisationEn || "—",
    ],
    [words.language, t.common.language.names[person.lang]],
    [people.since, formatDate(lang, person.createdAt)],
    [words.sessions, String(person.openSessions)],
  ];
  return (
    <>
      <title>{`${person.name} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffPeople()}>{people.title}</a>}
        title={person.name}
        lead={
          person.disabledAt ? (
            <Badge tone="bad">{people.disabled}</Badge>
          ) : person.verifiedAt ? (
            <Badge tone="good">{people.open}</Badge>
          ) : (
            <Badge tone="warn">{people.unverified}</Badge>
          )
        }
        actions={<a href={go.staffAudit({ record: person.id })}>{words.trail}</a>}
      />
      <FormErrors errors={form.errors} />
      <dl className="mb-10 grid gap-x-8 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={go.staffPerson(person.id)} className="border-line border-t pt-6">
        <CheckboxGroup
          name="roles"
          label={words.rolesTitle}
          hint={words.rolesHint}
          options={staffRoleNames.map((role) => ({ value: role, label: t.staff.roles[role] }))}
          checked={form.sent ? form.values("roles") : person.roles}
        />
        <Button name="intent" value="roles">
          {words.saveRoles}
        </Button>
      </form>
      <div className="mt-12 grid gap-10 lg:grid-cols-2">
        <section aria-labelledby="factor">
          <h2 id="factor" className="mb-3 text-xl">
            {words.factorTitle}
          </h2>
          {person.secondFactorAt ? (
            <form method="post" action={go.staffPerson(person.id)}>
              <p className="mb-3">{t.accounts.security.factorOn(formatDate(lang, person.secondFactorAt))}</p>
              <p className="measure text-ink-soft mb-4">{words.factorResetHint}</p>
              <Button look="danger" name="intent" value="resetSecondFactor">
                {words.factorReset}
              </Button>
            </form>
          ) : (
            <p>{words.factorNone}</p>
          )}
        </section>
        <section aria-labelledby="account">
          <h2 id="account" className="mb-3 text-xl">
            {words.standingTitle}
          </h2>
          {isMe ? (
            <p className="text-ink-soft">{t.errors["person.ownAdmin"]}</p>
          ) : person.disabledAt ? (
            <form method="post" action={go.staffPerson(person.id)}>
              <Button look="secondary" name="intent" value="enable">
                {words.enable}
              </Button>
            </form>
          ) : (
            <form method="post" action={go.staffPerson(person.id)}>
              <p className="measure text-ink-soft mb-4">{words.disableHint}</p>
              <Button look="danger" name="intent" value="disable">
                {words.disable}
              </Button>
            </form>
          )}
        </section>
      </div>
    </>
  );
}
