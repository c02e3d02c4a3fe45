import type { ReactNode } from "react";
import { nameIn, otherName, type SaidLine } from "#app/modules/credentials/in-words.ts";
import type { Verification } from "#app/modules/credentials/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate } from "#app/platform/dates.ts";
import { Foreign } from "#app/ui/text.tsx";

type Found = Pick<Verification, "id" | "shown" | "issuedAt"> & { said: SaidLine[] };

/** Who vouches for whom, for what, until when; and beside it, as large, what that does not mean. */
export function EndorsementFacts({ lang, found }: { lang: Lang; found: Found }) {
  const words = dictionary(lang).credentials;
  const { shown, said } = found;
  const date = (instant: Date) => formatDate(lang, instant);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem]">
      <section aria-labelledby="said" className="min-w-0">
        <h2 id="said" className="text-2xl">
          {words.said}
        </h2>
        {shown ? (
          <p className="measure mt-2 mb-4 text-lg">
            {words.statement(nameIn(lang, shown.mnc), nameIn(lang, shown.msme))}
          </p>
        ) : (
          <p className="measure mt-2 mb-4">{words.hidden}</p>
        )}
        <dl className="border-line border-t">
          {shown ? (
            <>
              <Line label={words.firm}>
                <Named lang={lang} names={shown.msme} />
              </Line>
              <Line label={words.mnc}>
                <Named lang={lang} names={shown.mnc} />
              </Line>
              <Line label={words.period}>{words.fromTo(date(shown.validFrom), date(shown.validUntil))}</Line>
              {said.map((line) => (
                <Line key={line.field} label={line.label}>
                  {line.lang ? <Foreign lang={line.lang}>{line.text}</Foreign> : line.text}
                </Line>
              ))}
              <Line label={words.issued}>{date(found.issuedAt)}</Line>
            </>
          ) : null}
          <Line label={words.number}>
            <span className="font-mono text-sm break-all">{found.id}</span>
          </Line>
        </dl>
        {shown && said.length === 0 ? (
          <p className="text-ink-soft measure mt-3">
            {shown.audience === "network" ? words.network : words.saidNothing}
          </p>
        ) : null}
      </section>
      <section aria-labelledby="not-said" className="border-note min-w-0 border-l-4 pl-5">
        <h2 id="not-said" className="text-2xl">
          {words.notSaid}
        </h2>
        <ul className="mt-2 space-y-2">
          {words.promises.map((promise) => (
            <li key={promise} className="flex gap-3">
              <span aria-hidden="true" className="text-note">
                ◇
              </span>
              <span>{promise}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-line gap-x-6 border-b py-2 sm:grid sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function Named({ lang, names }: { lang: Lang; names: { nameEn: string; nameZh: string } }) {
  const other = otherName(lang, names);
  return (
    <>
      <span className="font-semibold">{nameIn(lang, names)}</span>
      {other ? (
        <span className="block text-sm">
          <Foreign lang={lang === "zh" ? "en" : "zh"}>{other}</Foreign>
        </span>
      ) : null}
    </>
  );
}
