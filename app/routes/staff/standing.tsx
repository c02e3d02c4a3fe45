import { redirect } from "react-router";
import { setManyDisabled } from "#app/modules/accounts/manage-person.server.ts";
import { peopleByIds } from "#app/modules/accounts/queries.server.ts";
import { standingSchema } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at, ownPath } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/standing";

export const headers = passHeaders;

/** The step between ticking accounts in the list and changing them: who they are, and what it means. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "people.manage");
  const asked = new URL(args.request.url).searchParams;
  const toDo = asked.get("do") === "enable" ? ("enable" as const) : ("disable" as const);
  const people = peopleByIds(ctx, asked.getAll("id").slice(0, 50)).map((person) => ({
    ...person,
    leftOut:
      person.id === ctx.actor.userId
        ? ("you" as const)
        : (person.disabledAt !== null) === (toDo === "disable")
          ? ("already" as const)
          : null,
  }));
  const back = ownPath(asked.get("back")) ?? at(ctx.lang).staffPeople();
  return { lang: ctx.lang, toDo, people, back };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "people.manage");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, standingSchema, (value) => {
    setManyDisabled(ctx, value.id, value.do === "disable");
    const back = ownPath(String(form.get("back"))) ?? at(ctx.lang).staffPeople();
    return redirect(withNotice(back, value.do === "disable" ? "accountsDisabled" : "accountsEnabled"));
  });
}

export default function Standing({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, toDo, people, back } = loaderData;
  const t = dictionary(lang);
  const words = t.ownAccount.standing;
  const form = formOf(actionData);
  const changing = people.filter(({ leftOut }) => leftOut === null);
  return (
    <>
      <title>{`${words.title[toDo]} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={back}>{t.staff.people.title}</a>}
        title={words.title[toDo]}
        lead={words.lead[toDo]}
      />
      <FormErrors errors={form.errors} />
      {people.length > 0 ? (
        <ul className="border-line divide-line mb-6 divide-y border-y">
          {people.map((person) => (
            <li key={person.id} className="py-3">
              <span className={person.leftOut ? "" : "font-semibold"}>{person.name}</span>{" "}
              <span className="text-ink-soft break-all">{person.email}</span>
              {person.leftOut ? (
                <p className="text-ink-soft text-sm">
                  {person.leftOut === "you" ? words.you : words.already[toDo]}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {changing.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
          <a href={back}>{words.back}</a>
        </EmptyState>
      ) : (
        <form method="post" className="flex flex-wrap items-center gap-6">
          <input type="hidden" name="back" value={back} />
          {changing.map(({ id }) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          <Button look={toDo === "disable" ? "danger" : "primary"} name="do" value={toDo}>
            {words.submit[toDo](changing.length)}
          </Button>
          <a href={back}>{words.back}</a>
        </form>
      )}
    </>
  );
}
