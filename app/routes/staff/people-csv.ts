import { listPeople } from "#app/modules/accounts/queries.server.ts";
import { csv } from "#app/platform/csv.ts";
import { guard } from "#app/routes/guard.server.ts";
import { peopleFilterOf } from "#app/routes/staff/people-filter.ts";
import type { Route } from "./+types/people-csv";

/** A file larger than this is not read by a person; narrower filters give the rest. */
const mostRows = 20_000;

/** The filtered list of people as a file; instants in UTC. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "people.manage");
  const { people } = listPeople(ctx, { ...peopleFilterOf(args.request), page: 1 }, mostRows);
  const head = ["id", "name", "email", "organisation_zh", "organisation_en", "roles", "standing"];
  const rows = people.map((person) => [
    person.id,
    person.name,
    person.email,
    person.organisationZh,
    person.organisationEn,
    person.roles.join(" "),
    person.disabledAt ? "closed" : person.verifiedAt ? "open" : "not confirmed",
    person.secondFactorAt ? "on" : "off",
    person.createdAt.toISOString(),
  ]);
  return new Response(csv([[...head, "second_factor", "since"], ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="people-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
