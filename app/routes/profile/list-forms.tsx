import { dictionary } from "#app/i18n/index.ts";
import { knownCertificates } from "#app/modules/matching/vocabulary.ts";
import { certificateState } from "#app/modules/msmes/certificates.ts";
import { maxCertificates, maxProducts } from "#app/modules/msmes/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import type { Reply } from "#app/platform/form.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { GroupProps } from "./group-props.ts";

type Row = Record<string, string>;

/** The rows to draw: what was typed if the form was refused, gaps as empty rows, else what is saved; some empty ones after. */
function rowsOf(reply: Reply, name: string, saved: Row[], most: number): Row[] {
  const typed = reply?.initialValue?.[name];
  const rows: Row[] = Array.isArray(typed)
    ? Array.from(typed as (Row | undefined)[], (row) => row ?? {})
    : reply
      ? []
      : saved;
  const empty = Math.min(rows.length === 0 ? 2 : 1, Math.max(0, most - rows.length));
  return [...rows, ...Array.from({ length: empty }, () => ({}))];
}

function cell(reply: Reply, list: string, index: number, row: Row, name: string) {
  const field = `${list}[${index}].${name}`;
  const typed = row[name];
  return {
    name: field,
    id: `${list}-${index}-${name}`,
    defaultValue: typeof typed === "string" ? typed : "",
    errors: reply?.error?.[field] ?? undefined,
  };
}

export function ProductsForm({ lang, profile, reply, names }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const rows = rowsOf(reply, "products", profile.products, maxProducts);
  return (
    <>
      <p id="products" className="text-ink-soft measure mb-4 scroll-mt-24">
        {words.hsHint} {words.emptyRows}
      </p>
      {rows.map((row, index) => (
        <fieldset key={index} id={`products-row-${index}`} data-row="" className="border-line mb-4 border-b">
          <legend className="sr-only">{words.product(index + 1)}</legend>
          <div className="grid gap-x-4 sm:grid-cols-[9rem_1fr_1fr]">
            <TextField
              {...cell(reply, "products", index, row, "hs")}
              label={words.hs}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
            />
            <TextField
              {...cell(reply, "products", index, row, "nameZh")}
              label={words.productZh}
              lang="zh-Hans"
              maxLength={120}
            />
            <TextField
              {...cell(reply, "products", index, row, "nameEn")}
              label={words.productEn}
              lang="en"
              maxLength={120}
            />
          </div>
          {row.hs && /^\d\d/.test(row.hs) ? (
            <p className="text-ink-soft -mt-3 mb-1 text-sm">{names.sector(row.hs.slice(0, 2))}</p>
          ) : null}
          <DropButton lang={lang} row={row} index={index} what={words.product(index + 1)} />
        </fieldset>
      ))}
    </>
  );
}

export function CertificatesForm({ lang, profile, reply, today }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const stored = profile.certificates.map(({ code, issuer, expiresOn }) => ({
    code,
    issuer,
    ...(expiresOn ? { expiresOn } : {}),
  }));
  const rows = rowsOf(reply, "certificates", stored, maxCertificates);
  return (
    <>
      <p id="certificates" className="text-ink-soft measure mb-4 scroll-mt-24">
        {words.expiresHint} {words.emptyRows} {words.nonePossible}
      </p>
      <datalist id="known-certificates">
        {knownCertificates.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        <fieldset
          key={index}
          id={`certificates-row-${index}`}
          data-row=""
          className="border-line mb-4 border-b"
        >
          <legend className="sr-only">{words.certificate(index + 1)}</legend>
          <div className="grid gap-x-4 sm:grid-cols-[1fr_1fr_11rem]">
            <TextField
              {...cell(reply, "certificates", index, row, "code")}
              label={words.code}
              list="known-certificates"
              autoComplete="off"
              maxLength={60}
            />
            <TextField
              {...cell(reply, "certificates", index, row, "issuer")}
              label={words.issuer}
              optional={words.optional}
              maxLength={120}
            />
            <TextField
              {...cell(reply, "certificates", index, row, "expiresOn")}
              label={words.expiresOn}
              type="date"
            />
          </div>
          <CertificateWarning lang={lang} expiresOn={row.expiresOn} today={today} />
          <DropButton lang={lang} row={row} index={index} what={words.certificate(index + 1)} />
        </fieldset>
      ))}
    </>
  );
}

/** Takes a filled row out at once; with the others it saves what is typed in them. */
function DropButton({ lang, row, index, what }: { lang: Lang; row: Row; index: number; what: string }) {
  if (Object.values(row).every((value) => !value)) return null;
  return (
    <p className="mb-2">
      <Button
        look="quiet"
        name="drop"
        value={index}
        className="-ml-4"
        aria-label={`${dictionary(lang).profile.fields.drop}: ${what}`}
      >
        {dictionary(lang).profile.fields.drop}
      </Button>
    </p>
  );
}

function CertificateWarning({
  lang,
  expiresOn,
  today,
}: {
  lang: Lang;
  expiresOn: string | undefined;
  today: string;
}) {
  const words = dictionary(lang).profile.fields.certificateStates;
  if (!expiresOn || Number.isNaN(Date.parse(expiresOn))) return null;
  const found = certificateState(expiresOn, today);
  if (found.state === "expired") {
    return <p className="text-port mb-2 font-semibold">✕ {words.expired(formatDay(lang, expiresOn))}</p>;
  }
  return found.state === "soon" ? (
    <p className="text-shoal mb-2 font-semibold">! {words.soon(formatDay(lang, expiresOn), found.days)}</p>
  ) : null;
}
