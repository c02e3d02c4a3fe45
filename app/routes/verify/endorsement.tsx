import { data } from "react-router";
import { statusListPath, statusPurposes } from "#app/modules/credentials/credential.ts";
import { nameIn, saidLines } from "#app/modules/credentials/in-words.ts";
import { ownDid } from "#app/modules/credentials/keys.server.ts";
import { verificationOf } from "#app/modules/credentials/queries.server.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { api, at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { EndorsementFacts } from "./endorsement-facts.tsx";
import { PasteForm } from "./paste-form.tsx";
import { StatusPanel, toneOf } from "./status-panel.tsx";
import type { Route } from "./+types/endorsement";

/** True at the moment of the answer, and for whoever holds the link: not for search engines. */
const fresh = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
export const headers = () => fresh;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const verification = verificationOf(ctx, args.params.id);
  const { lang } = ctx;
  if (!verification) return data({ lang, found: null }, { status: 404, headers: fresh });
  const tables = nameTables(ctx, lang, []);
  const found = {
    ...verification,
    jwt: verification.jwt !== null,
    said: verification.shown ? saidLines(lang, verification.shown.said, tables.sectors) : [],
    did: ownDid(),
    checkedAt: formatTime(lang, ctx.now),
  };
  return data({ lang, found }, { headers: fresh });
}

export default function EndorsementCheck({ loaderData: { lang, found } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.credentials;
  if (!found) return <NotFound lang={lang} />;
  const { shown, status, revokedAt } = found;
  const title = shown ? words.of(nameIn(lang, shown.msme)) : words.title;
  const date = revokedAt ?? shown?.validUntil;
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead kicker={words.kicker} title={title} />
      <StatusPanel
        tone={toneOf[status]}
        title={words.states[status].title}
        checked={words.checkedAt(found.checkedAt)}
      >
        <p>{words.states[status].text(date ? formatDate(lang, date) : "")}</p>
        {found.keyRetired && shown ? <p>{words.earlierKey}</p> : null}
      </StatusPanel>
      <EndorsementFacts lang={lang} found={found} />
      {found.jwt ? (
        <section aria-labelledby="keep" className="no-print mt-10">
          <h2 id="keep" className="mb-3 text-2xl">
            {words.keep}
          </h2>
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="primary" href={at(lang).verifyPdf(found.id)}>
              {words.pdf}
            </ButtonLink>
            <ButtonLink href={at(lang).verifyJwt(found.id)}>{words.jwt}</ButtonLink>
            <ButtonLink look="quiet" href={api.endorsement(found.id)}>
              {words.api}
            </ButtonLink>
          </div>
        </section>
      ) : null}
      <section aria-labelledby="self" className="mt-10">
        <h2 id="self" className="text-2xl">
          {words.self}
        </h2>
        <p className="measure mt-1">{words.selfText}</p>
        <dl className="border-line mt-3 gap-x-6 border-t pt-3 sm:grid sm:grid-cols-[10rem_1fr]">
          <dt className="text-ink-soft">{words.issuer}</dt>
          <dd className="mb-2 font-mono text-sm break-all">{found.did}</dd>
          <dt className="text-ink-soft">{words.key}</dt>
          <dd className="font-mono text-sm break-all">{`#${found.keyId}`}</dd>
        </dl>
        <details className="border-line mt-3 border-y py-2">
          <summary className="min-h-9 cursor-pointer content-center font-semibold">
            {words.stepByStep}
          </summary>
          <ol className="measure mt-2 mb-3 list-decimal space-y-1 pl-6">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <ul className="mb-2 flex flex-wrap gap-x-6">
            <li>
              <a href="/.well-known/did.json">{words.keysLink}</a>
            </li>
            {statusPurposes.map((purpose) => (
              <li key={purpose}>
                <a href={statusListPath(purpose)}>{words.listLink[purpose]}</a>
              </li>
            ))}
          </ul>
        </details>
        <p className="mt-4">
          <a href={at(lang).verifyForm()}>{words.paste.title}</a>
        </p>
      </section>
    </>
  );
}

function NotFound({ lang }: { lang: Lang }) {
  const t = dictionary(lang);
  const { notFound, paste, kicker } = t.credentials;
  return (
    <>
      <title>{`${notFound.title} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead kicker={kicker} title={notFound.title} lead={notFound.text} />
      <h2 className="mb-3 text-2xl">{paste.title}</h2>
      <PasteForm lang={lang} reply={undefined} />
    </>
  );
}
