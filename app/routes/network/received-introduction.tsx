import { dictionary } from "#app/i18n/index.ts";
import type { receivedIntroductions } from "#app/modules/network/introductions.server.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Contacts, StateBadge } from "./introduction-parts.tsx";

type Row = ReturnType<typeof receivedIntroductions>[number];

/** One request, with what accepting would hand over and the two answers; a reason is never asked for. */
export function ReceivedIntroduction({ lang, row }: { lang: Lang; row: Row }) {
  const t = dictionary(lang);
  const all = t.network.introductions;
  const words = all.received;
  const go = at(lang);
  const { asker } = row;
  const name = nameOf(lang, asker);
  const place = [asker.city, countryName(lang, asker.country)].filter(Boolean).join(" · ");
  const act = (
    intent: "accept" | "decline" | "end",
    label: string,
    forWhom: string,
    look: "primary" | "secondary" | "danger",
  ) => (
    <Button look={look} name="intent" value={intent} aria-label={forWhom}>
      {label}
    </Button>
  );
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-lg font-semibold">{words.from(name, place)}</span>
        {row.state === "forwarded" ? (
          row.answerBy ? (
            <span className="text-ink-soft text-sm">{all.answerBy(formatDate(lang, row.answerBy))}</span>
          ) : null
        ) : (
          <StateBadge lang={lang} state={row.state} />
        )}
      </p>
      <p className="measure my-2 whitespace-pre-line">{row.message}</p>
      {row.contacts ? <Contacts lang={lang} contacts={row.contacts} /> : null}
      {row.state === "forwarded" ? (
        <>
          <p className="text-ink-soft measure mb-3 text-sm">
            {words.accepting}{" "}
            <a href={go.profilePreview("matched", asker.country === "CN" ? {} : { from: "abroad" })}>
              {words.seeAs}
            </a>
          </p>
          {row.needsConsent ? (
            <p className="text-shoal measure mb-3 font-semibold">
              {words.needsConsent} <a href={go.disclosure("abroad")}>{words.toConsent}</a>
            </p>
          ) : null}
          <form method="post" action={go.introductionsReceived()} className="flex flex-wrap gap-3">
            <input type="hidden" name="id" value={row.id} />
            {row.needsConsent ? null : act("accept", words.accept, words.acceptFor(name), "primary")}
            {act("decline", words.decline, words.declineFor(name), "secondary")}
          </form>
        </>
      ) : null}
      {row.state === "accepted" ? (
        <form method="post" action={go.introductionsReceived()}>
          <input type="hidden" name="id" value={row.id} />
          <p className="text-ink-soft measure mb-2 text-sm">{all.endLead}</p>
          {act("end", all.end, all.endFor(name), "danger")}
        </form>
      ) : null}
    </li>
  );
}
