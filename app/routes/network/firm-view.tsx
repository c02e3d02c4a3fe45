import { dictionary } from "#app/i18n/index.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { standingWords } from "#app/routes/profile/standing-panels.tsx";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Badge, EmptyState } from "#app/ui/text.tsx";
import { FirmGroups } from "./firm-groups.tsx";
import { endorsementParts } from "./firm-words.ts";

/** A firm's page as its viewer gets it; the previews draw the same. It is given what `disclose` let through, no more. */
export function FirmView({
  lang,
  firm,
  names,
  today,
}: {
  lang: Lang;
  firm: Disclosed;
  names: Names;
  today: string;
}) {
  const words = dictionary(lang).network.firm;
  const { standing } = firm;
  return (
    <>
      <p className="mb-6">
        {standing?.status === "vetted" ? (
          <Badge tone="good">{words.vetted(formatDate(lang, new Date(standing.until)))}</Badge>
        ) : (
          <Badge>{standing ? standingWords(lang, standing) : words.notVetted}</Badge>
        )}
      </p>
      {firm.endorsements.length > 0 ? (
        <section aria-labelledby="endorsed-by" className="mb-8">
          <h2 id="endorsed-by" className="mb-2 text-xl">
            {words.endorsedBy}
          </h2>
          <ul className="divide-line border-line-strong divide-y border-y">
            {firm.endorsements.map((one) => (
              <li key={one.id} className="py-3">
                <p className="font-semibold">{nameOf(lang, one.by)}</p>
                <p className="text-ink-soft">{endorsementParts(lang, one, names).join(" · ")}</p>
                {one.audience === "public" ? (
                  <p>
                    <a href={at(lang).verify(one.id)}>{words.check}</a>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {Object.keys(firm.groups).length > 0 ? (
        <FirmGroups lang={lang} firm={firm} today={today} />
      ) : (
        <EmptyState title={words.nothing}>
          {firm.as === "public" ? words.nothingPublicText : words.nothingText}
        </EmptyState>
      )}
    </>
  );
}
