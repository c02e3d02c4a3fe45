import { dictionary } from "#app/i18n/index.ts";
import { consentWording } from "#app/modules/msmes/disclosure-schema.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import type { Lang } from "#app/platform/context.ts";
import { countryName } from "#app/platform/countries.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/text.tsx";

type Consent = { wording: string; givenAt: Date; revokedAt: Date | null; givenBy: string };
type Recipient = { id: string; nameEn: string; nameZh: string; country: string };

/** The consent to sending data abroad: what it says, since when it stands, and the way to take it back. */
export function ConsentPanel({
  lang,
  consents,
  recipients,
  errors,
}: {
  lang: Lang;
  consents: Consent[];
  recipients: Recipient[];
  errors: string[] | undefined;
}) {
  const words = dictionary(lang).network.consent;
  const inForce = consents.find(({ revokedAt }) => revokedAt === null);
  const past = consents.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <section aria-labelledby="abroad" className="border-line border-t py-8">
      <h2 id="abroad" className="mb-2 scroll-mt-24 text-2xl">
        {words.title}
      </h2>
      <p className="measure mb-4">{words.lead}</p>
      <p className="mb-4">
        {inForce ? (
          <Badge tone="good">{words.given(formatTime(lang, inForce.givenAt), inForce.givenBy)}</Badge>
        ) : (
          <Badge>{words.notGiven}</Badge>
        )}
      </p>
      <div className="border-line-strong mb-4 border-l-4 pl-4">
        {wordingOf(lang, inForce?.wording ?? consentWording).map((paragraph) => (
          <p key={paragraph} className="measure mb-2">
            {paragraph}
          </p>
        ))}
        <p className="text-ink-soft text-sm">{words.wording(inForce?.wording ?? consentWording)}</p>
      </div>
      <h3 className="font-semibold">{words.recipients}</h3>
      {recipients.length === 0 ? <p className="mb-4">{words.noRecipients}</p> : null}
      <ul className="mb-5">
        {recipients.map((body) => (
          <li key={body.id}>
            {nameOf(lang, body)} <span className="text-ink-soft">{countryName(lang, body.country)}</span>
          </li>
        ))}
      </ul>
      <form method="post" action={at(lang).disclosure("abroad")}>
        {inForce ? (
          <Button look="danger" name="intent" value="revoke">
            {words.revoke}
          </Button>
        ) : (
          <>
            <input type="hidden" name="wording" value={consentWording} />
            <label className="mb-3 flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="agreed"
                value="yes"
                required
                aria-invalid={errors ? true : undefined}
                aria-describedby={errors ? "agreed-error" : undefined}
                className="accent-deep size-5"
              />
              {words.agree}
            </label>
            {errors ? (
              <p id="agreed-error" className="text-port mb-3 font-semibold">
                ✕ {errors[0]}
              </p>
            ) : null}
            <Button name="intent" value="consent">
              {words.give}
            </Button>
          </>
        )}
      </form>
      {past.length > 0 ? (
        <details className="mt-6">
          <summary className="min-h-9 cursor-pointer content-center font-semibold">{words.history}</summary>
          <ul>
            {past.map((one) => (
              <li key={one.givenAt.toISOString()}>
                {words.revoked(formatDate(lang, one.givenAt), formatDate(lang, one.revokedAt!))} ·{" "}
                {one.givenBy} · {words.wording(one.wording)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function wordingOf(lang: Lang, version: string): readonly string[] {
  const wordings: Record<string, readonly string[]> = dictionary(lang).network.consent.wordings;
  return wordings[version] ?? [];
}
