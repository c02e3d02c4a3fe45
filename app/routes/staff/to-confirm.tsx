import type { pendingOrganisations } from "#app/modules/accounts/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { countryName } from "#app/platform/countries.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Badge } from "#app/ui/text.tsx";

type Pending = ReturnType<typeof pendingOrganisations>[number];

const dayMs = 24 * 3_600_000;

/** Organisations that wait for the chamber, with their age; confirming and refusing stand in the row. */
export function ToConfirm({ lang, now, organisations }: { lang: Lang; now: Date; organisations: Pending[] }) {
  const t = dictionary(lang);
  const words = t.staff.desk;
  const days = (since: Date | null) => Math.floor((now.getTime() - (since ?? now).getTime()) / dayMs);
  return (
    <section>
      <h2 className="text-xl">{words.confirm}</h2>
      <p className="measure text-ink-soft mb-4">{words.confirmLead}</p>
      <DataTable
        caption={words.confirm}
        rows={organisations}
        rowKey={(organisation) => organisation.id}
        columns={[
          {
            key: "organisation",
            head: words.organisation,
            cell: (o) => (
              <>
                <span className="font-semibold">{o.nameZh || o.nameEn}</span>
                {o.nameZh && o.nameEn ? <p lang="en">{o.nameEn}</p> : null}
                <p className="text-ink-soft text-sm">
                  {countryName(lang, o.country)} <span className="font-mono">{o.creditCode}</span>
                </p>
                <Badge>{t.accounts.organisation.kinds[o.kind]}</Badge>
              </>
            ),
          },
          {
            key: "contact",
            head: words.contact,
            cell: (o) => (
              <>
                {o.owner}
                <p className="text-ink-soft min-w-40 break-all">{o.ownerEmail}</p>
              </>
            ),
          },
          {
            key: "waits",
            head: words.waits,
            cell: (o) => (
              <Badge tone={days(o.pendingSince) > 3 ? "warn" : "plain"}>
                {words.days(days(o.pendingSince))}
              </Badge>
            ),
          },
          {
            key: "decide",
            head: <span className="sr-only">{words.accept}</span>,
            cell: (o) => (
              <form
                method="post"
                action={at(lang).staff()}
                className="flex flex-wrap gap-3 whitespace-nowrap"
              >
                <input type="hidden" name="organisation" value={o.id} />
                <Button
                  name="intent"
                  value="confirm"
                  look="secondary"
                  aria-label={`${words.accept}: ${o.nameZh || o.nameEn}`}
                >
                  {words.accept}
                </Button>
                <details>
                  <summary className="text-deep min-h-11 cursor-pointer content-center underline underline-offset-4">
                    {words.refuse}…
                  </summary>
                  <p className="measure mb-2 whitespace-normal">{words.refuseHint}</p>
                  <Button
                    name="intent"
                    value="refuse"
                    look="secondary"
                    aria-label={`${words.refuse}: ${o.nameZh || o.nameEn}`}
                  >
                    {words.refuse}
                  </Button>
                </details>
              </form>
            ),
          },
        ]}
      />
    </section>
  );
}
