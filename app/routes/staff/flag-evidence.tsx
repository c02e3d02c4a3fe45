import { dictionary } from "#app/i18n/index.ts";
import type { flagQueue } from "#app/modules/endorsements/queries.server.ts";
import type { RelationKind } from "#app/modules/endorsements/vocabulary.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { nameOf } from "#app/routes/endorsements/facts.tsx";

type Row = ReturnType<typeof flagQueue>[number];

/** What a check went by, in a sentence, and what the multinational itself has said of conflicts. */
export function FlagEvidence({ lang, row }: { lang: Lang; row: Row }) {
  const t = dictionary(lang).endorsing;
  const words = t.flagQueue;
  const { detail, kind } = row.flag;
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-soft">{words.evidence}</dt>
      <dd className="measure">
        {detail.because === "declared" && row.declaredBy
          ? words.declared(nameOf(lang, row.declaredBy), t.relations[detail.relation as RelationKind])
          : null}
        {detail.because === "code" ? words.code(detail.code ?? "") : null}
        {detail.because === "control" ? words.control : null}
        {kind === "samePerson" ? words.person(row.person ?? "–") : null}
        {kind === "massEndorsement"
          ? words.mass(detail.count ?? "", detail.window ?? "", detail.busiest ?? "")
          : null}
        {kind === "nobodyLeft" ? words.nobodyLeft(formatDate(lang, new Date(detail.since ?? ""))) : null}
        {kind === "ring" ? (
          <>
            {words.ring}
            <ol className="mt-1 flex flex-wrap gap-x-2">
              {row.path.map((body, at) => (
                // A ring names its first body twice.
                <li key={`${body.id}-${at}`}>
                  {at > 0 ? <span aria-hidden="true">→ </span> : null}
                  {nameOf(lang, body)}
                </li>
              ))}
            </ol>
          </>
        ) : null}
      </dd>
      <dt className="text-ink-soft">{words.statement}</dt>
      <dd className="measure whitespace-pre-line">{row.statement || words.noStatement}</dd>
    </dl>
  );
}
