import { listPeople } from "#app/modules/accounts/queries.server.ts";
import { staffRoleNames } from "#app/modules/accounts/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatDate } from "#app/platform/dates.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { peopleFilterOf } from "#app/routes/staff/people-filter.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/people";

const perPage = 50;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "people.manage");
  const filter = peopleFilterOf(args.request);
  const page = pageOf(args.request);
  return {
    lang: ctx.lang,
    me: ctx.actor.userId,
    filter,
    page,
    ...listPeople(ctx, { ...filter, page }, perPage),
  };
}

export default function People({ loaderData }: Route.ComponentProps) {
  const { lang, me, filter, page, people, total } = loaderData;
  const t = dictionary(lang);
  const words = t.staff.people;
  const standing = t.ownAccount.standing;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={t.staff.found(total)}
        actions={<ButtonLink href={go.staffPeopleCsv(filter)}>{standing.csv}</ButtonLink>}
      />
      <FilterForm lang={lang} clearHref={go.staffPeople()}>
        <TextField name="q" label={words.search} defaultValue={filter.q} maxLength={100} />
        <SelectField
          name="role"
          label={words.role}
          defaultValue={filter.role}
          empty={t.staff.any}
          options={[
            { value: "staff", label: words.anyStaff },
            ...staffRoleNames.map((role) => ({ value: role, label: t.staff.roles[role] })),
          ]}
        />
        <SelectField
          name="state"
          label={words.state}
          defaultValue={filter.state}
          empty={t.staff.any}
          options={(["unverified", "disabled"] as const).map((state) => ({
            value: state,
            label: words.states[state],
          }))}
        />
      </FilterForm>
      {people.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <form method="get" action={go.staffStanding()}>
          <input
            type="hidden"
            name="back"
            value={go.staffPeople({ ...filter, page: page > 1 ? page : undefined })}
          />
          <DataTable
            caption={words.title}
            rows={people}
            rowKey={(person) => person.id}
            columns={[
              {
                key: "choose",
                head: <span className="sr-only">{standing.choose}</span>,
                cell: (person) =>
                  person.id === me ? null : (
                    <label className="flex min-h-11 min-w-6 items-center">
                      <span className="sr-only">{standing.pick(person.name)}</span>
                      <input type="checkbox" name="id" value={person.id} className="accent-deep size-5" />
                    </label>
                  ),
              },
              {
                key: "name",
                head: words.name,
                cell: (person) => (
                  <>
                    <a href={go.staffPerson(person.id)}>{person.name}</a>
                    <p className="text-ink-soft">{person.email}</p>
                  </>
                ),
              },
              {
                key: "organisation",
                head: words.organisation,
                cell: (person) => (
                  <span className="block min-w-40">
                    {(lang === "zh" ? person.organisationZh : person.organisationEn) ||
                      person.organisationEn ||
                      person.organisationZh}
                  </span>
                ),
              },
              {
                key: "roles",
                head: words.roles,
                cell: (person) => (
                  <span className="flex flex-wrap gap-1">
                    {person.roles.map((role) => (
                      <Badge key={role}>{t.staff.roles[role]}</Badge>
                    ))}
                  </span>
                ),
              },
              {
                key: "standing",
                head: words.standing,
                cell: (person) =>
                  person.disabledAt ? (
                    <Badge tone="bad">{words.disabled}</Badge>
                  ) : person.verifiedAt ? (
                    <Badge tone="good">{words.open}</Badge>
                  ) : (
                    <Badge tone="warn">{words.unverified}</Badge>
                  ),
              },
              {
                key: "factor",
                head: words.factor,
                cell: (person) => (person.secondFactorAt ? words.factorOn : words.factorOff),
              },
              {
                key: "since",
                head: words.since,
                cell: (person) => (
                  <span className="whitespace-nowrap">{formatDate(lang, person.createdAt)}</span>
                ),
              },
            ]}
          />
          <p className="no-print mt-4 flex flex-wrap items-center gap-4">
            <span>{standing.chosen}</span>
            <Button look="danger" name="do" value="disable">
              {standing.title.disable}
            </Button>
            <Button look="secondary" name="do" value="enable">
              {standing.title.enable}
            </Button>
          </p>
        </form>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => go.staffPeople({ ...filter, page: number })}
        words={t.staff.pages}
      />
    </>
  );
}
