import type { vacantOrganisations } from "#app/modules/accounts/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Badge } from "#app/ui/text.tsx";

type Vacant = ReturnType<typeof vacantOrganisations>[number];

/** Organisations whose last person closed the account; each can be handed to a new owner. */
export function VacantOrganisations({
  lang,
  organisations,
  reply,
}: {
  lang: Lang;
  organisations: Vacant[];
  reply: Reply;
}) {
  const t = dictionary(lang);
  const words = t.ownAccount.vacant;
  const form = formOf(reply);
  return (
    <section aria-labelledby="vacant" className="mt-12">
      <h2 id="vacant" className="text-xl">
        {words.title}
      </h2>
      <p className="measure text-ink-soft mb-4">{words.lead}</p>
      <ul className="border-line divide-line divide-y border-y">
        {organisations.map((o) => {
          const name = (lang === "zh" ? o.nameZh : o.nameEn) || o.nameEn || o.nameZh;
          const typed =
            reply?.initialValue?.organisation === o.id
              ? form.field("email")
              : { name: "email", defaultValue: "", errors: undefined };
          return (
            <li key={o.id} className="grid gap-x-8 gap-y-2 py-4 lg:grid-cols-2">
              <div>
                <p className="font-semibold">{name}</p>
                <p className="mt-1 flex flex-wrap items-center gap-2">
                  <Badge>{t.accounts.organisation.kinds[o.kind]}</Badge>
                  {o.invited ? <Badge tone="note">{words.invited}</Badge> : null}
                  {o.vacantSince ? (
                    <span className="text-ink-soft text-sm">
                      {words.since} {formatDate(lang, o.vacantSince)}
                    </span>
                  ) : null}
                </p>
              </div>
              <form method="post" action={at(lang).staff()}>
                <input type="hidden" name="organisation" value={o.id} />
                <TextField
                  {...typed}
                  id={`owner-of-${o.id}`}
                  type="email"
                  label={words.email}
                  autoComplete="off"
                  required
                />
                <Button
                  look="secondary"
                  name="intent"
                  value="inviteOwner"
                  aria-label={`${words.submit}: ${name}`}
                >
                  {words.submit}
                </Button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
