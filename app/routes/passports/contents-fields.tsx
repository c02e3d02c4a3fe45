import type { ReactNode } from "react";
import { nameIn } from "#app/modules/credentials/in-words.ts";
import type { SpendBand } from "#app/modules/endorsements/vocabulary.ts";
import type { PassportGroup } from "#app/modules/passports/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import type { formOf } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";

type Names = { nameEn: string; nameZh: string };
type Offer = {
  vettedUntil: string | null;
  groups: PassportGroup[];
  endorsements: { id: string; mnc: Names; validUntil: Date }[];
  certificates: { id: string; code: string; issuer: string; expiresOn: string | null }[];
  trade: ({ id: string; year: number; spendBand: string } & Names)[];
};

/** Everything that a passport could show, each thing with a box of its own; nothing is ticked beforehand but standing. */
export function ContentsFields({
  lang,
  offer,
  form,
  standing,
}: {
  lang: Lang;
  offer: Offer;
  form: ReturnType<typeof formOf>;
  standing: boolean;
}) {
  const t = dictionary(lang);
  const words = t.passports.form;
  const boxes = (name: string, rows: { value: string; label: ReactNode }[]) =>
    rows.map(({ value, label }) => (
      <Tick key={value} name={name} value={value} checked={form.values(name).includes(value)}>
        {label}
      </Tick>
    ));
  const { errors } = form.field("groups");
  return (
    <section aria-labelledby="contents" className="mt-6">
      <h2 id="contents" className="text-2xl">
        {words.contents}
      </h2>
      <p className="text-ink-soft measure">{words.contentsHint}</p>
      {errors?.length ? (
        <p role="alert" className="text-port mt-1 font-semibold">
          ✕ {errors[0]}
        </p>
      ) : null}
      <div className="mt-3 grid gap-x-12 lg:grid-cols-2">
        <div>
          <Part label={words.standing}>
            <Tick name="standing" value="on" checked={standing}>
              {offer.vettedUntil ? words.standingNow.vetted(offer.vettedUntil) : words.standingNow.not}
            </Tick>
          </Part>
          <Part label={words.endorsements} hint={words.endorsementsHint} empty={words.nothing}>
            {boxes(
              "endorsements",
              offer.endorsements.map(({ id, mnc, validUntil }) => ({
                value: id,
                label: `${nameIn(lang, mnc)} · ${t.passports.until(formatDate(lang, validUntil))}`,
              })),
            )}
          </Part>
          <Part label={words.trade} hint={words.tradeHint} empty={words.nothing}>
            {boxes(
              "trade",
              offer.trade.map((one) => ({
                value: one.id,
                label: words.tradeOf(
                  one.year,
                  nameIn(lang, one),
                  t.endorsing.spendBands[one.spendBand as SpendBand],
                ),
              })),
            )}
          </Part>
        </div>
        <div>
          <Part label={words.groups} empty={<a href={at(lang).profile()}>{words.fillIn}</a>}>
            {boxes(
              "groups",
              offer.groups.map((group) => ({ value: group, label: t.passports.groups[group] })),
            )}
          </Part>
          <Part label={words.certificates} empty={words.nothing}>
            {boxes(
              "certificates",
              offer.certificates.map(({ id, code, issuer, expiresOn }) => ({
                value: id,
                label: [code, issuer, expiresOn ? formatDay(lang, expiresOn) : ""]
                  .filter(Boolean)
                  .join(" · "),
              })),
            )}
          </Part>
        </div>
      </div>
    </section>
  );
}

function Part({
  label,
  hint,
  empty,
  children,
}: {
  label: string;
  hint?: string;
  empty?: ReactNode;
  children: ReactNode;
}) {
  const none = Array.isArray(children) && children.length === 0;
  return (
    <fieldset className="border-line border-t py-3">
      <legend className="float-left mb-1 w-full font-semibold">{label}</legend>
      <div className="clear-both">
        {hint ? <p className="text-ink-soft text-sm">{hint}</p> : null}
        {none ? <p className="text-ink-soft">{empty}</p> : children}
      </div>
    </fieldset>
  );
}

/** One box with its words, large enough for a thumb. */
export function Tick({
  name,
  value,
  checked,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="accent-deep size-5 shrink-0"
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  );
}
