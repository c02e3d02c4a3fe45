import type { ReactNode } from "react";
import { nameIn, otherName } from "#app/modules/credentials/in-words.ts";
import type { PassportContent } from "#app/modules/passports/passport-content.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";

type Shown = { lang: Lang; content: PassportContent; token: string; stand: string; until: string };

/** An opened passport: what others vouch for and confirm first, then the firm's own words, each under its name. */
export function PassportShown({ lang, content, token, stand, until }: Shown) {
  const t = dictionary(lang);
  const words = t.passports.shown;
  const { firm, standing, endorsements, trade, certificates, groups } = content;
  const other = otherName(lang, firm);
  const empty = !standing && [endorsements, trade, certificates, groups].every((part) => part.length === 0);
  return (
    <>
      <title>{`${words.title(nameIn(lang, firm))} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead
        kicker={words.kicker}
        title={nameIn(lang, firm)}
        lead={
          <>
            {other ? (
              <>
                <Foreign lang={lang === "zh" ? "en" : "zh"}>{other}</Foreign>
                <br />
              </>
            ) : null}
            {firm.place}
          </>
        }
        actions={<ButtonLink href={at(lang).passportPdf(token)}>{words.pdf}</ButtonLink>}
      />
      {empty ? <EmptyState title={words.empty} /> : null}
      {standing ? (
        <Part title={words.standing}>
          <Badge tone={standing.vetted ? "good" : "plain"}>{standing.text}</Badge>
        </Part>
      ) : null}
      {endorsements.length > 0 ? (
        <Part title={words.endorsements} lead={words.endorsementsText}>
          {endorsements.map((one) => (
            <div key={one.id} className="border-line border-t py-3">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="text-lg font-semibold">{nameIn(lang, one.by)}</span>
                <span className="text-ink-soft text-sm">{words.until(one.until)}</span>
              </p>
              <dl className="mt-1">
                {one.lines.map((line) => (
                  <Row key={line.field} label={line.label}>
                    {line.lang ? <Foreign lang={line.lang}>{line.text}</Foreign> : line.text}
                  </Row>
                ))}
              </dl>
              <p className="mt-1">
                <a href={at(lang).verify(one.id)}>{words.check}</a>
              </p>
            </div>
          ))}
        </Part>
      ) : null}
      {trade.length > 0 ? (
        <Part title={words.trade} lead={words.tradeText}>
          <dl className="border-line border-t">
            {trade.map(({ year, by, band }) => (
              <Row key={`${year} ${by}`} label={`${year} · ${by}`}>
                {band}
              </Row>
            ))}
          </dl>
        </Part>
      ) : null}
      {certificates.length > 0 ? (
        <Part title={words.certificates}>
          <ul className="border-line border-t">
            {certificates.map((line) => (
              <li key={line} className="border-line border-b py-2 wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {groups.length > 0 ? (
        <Part title={words.profile} lead={words.profileText}>
          <dl className="border-line border-t">
            {groups.map(({ group, label, lines }) => (
              <Row key={group} label={label}>
                {lines.map((line) => (
                  <span key={line.text} className="block whitespace-pre-line">
                    {line.lang ? <Foreign lang={line.lang}>{line.text}</Foreign> : line.text}
                  </span>
                ))}
              </Row>
            ))}
          </dl>
        </Part>
      ) : null}
      <p className="text-ink-soft mt-10 text-sm">
        {words.stand(stand)}
        <br />
        {words.expires(until)}
      </p>
    </>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="mb-9 max-w-3xl">
      <h2 className="text-2xl">{title}</h2>
      {lead ? <p className="text-ink-soft measure">{lead}</p> : null}
      <div className="mt-3">{children}</div>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-line gap-x-6 border-b py-2 sm:grid sm:grid-cols-[13rem_1fr]">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
