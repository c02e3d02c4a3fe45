import { ownPassports } from "#app/modules/passports/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import { toneOfState } from "./state-tone.ts";
import type { Route } from "./+types/passports";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "passports.keep");
  const rows = ownPassports(ctx).map(({ id, label, state, expiresAt, maxOpenings, openings }) => ({
    id,
    label,
    state,
    expiresAt,
    maxOpenings,
    opened: openings.filter(({ form }) => form === "page").length,
  }));
  return { lang: ctx.lang, rows };
}

export default function Passports({ loaderData: { lang, rows } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.passports;
  const make = (
    <ButtonLink look="primary" href={at(lang).passportNew()}>
      {words.make}
    </ButtonLink>
  );
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} actions={rows.length > 0 ? make : null} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-4">{words.noneText}</p>
          {make}
        </EmptyState>
      ) : (
        <ul className="border-line border-t">
          {rows.map((row) => (
            <li
              key={row.id}
              className="border-line flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-3"
            >
              <a
                href={at(lang).ownPassport(row.id)}
                className="text-deep underline underline-offset-4 min-h-11 min-w-0 flex-1 basis-56 content-center font-semibold wrap-anywhere"
              >
                {row.label}
              </a>
              <span className="text-ink-soft text-sm">
                {words.opened(row.opened, row.maxOpenings)} · {words.until(formatDate(lang, row.expiresAt))}
              </span>
              <Badge tone={toneOfState[row.state]}>{words.states[row.state]}</Badge>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
