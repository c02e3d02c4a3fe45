import { dictionary } from "#app/i18n/index.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import { knownCertificates } from "#app/modules/matching/vocabulary.ts";
import { maxCertificates, maxProducts } from "#app/modules/msmes/schema.ts";
import type { Reply } from "#app/platform/form.ts";
import { TextField } from "#app/ui/field.tsx";
import { ProfileGroupForm, type GroupProps } from "./profile-group.tsx";

type Row = Record<string, string>;

/** The rows to draw: what was typed if the form was refused, gaps as empty rows, else what is saved; some empty ones after. */
function rowsOf(reply: Reply, name: string, saved: Row[], most: number): Row[] {
  const typed = reply?.initialValue?.[name];
  const rows: Row[] = Array.isArray(typed)
    ? Array.from(typed as (Row | undefined)[], (row) => row ?? {})
    : reply
      ? []
      : saved;
  const empty = Math.min(rows.length === 0 ? 3 : 2, Math.max(0, most - rows.length));
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

export function ProductsForm({ lang, profile, reply, saved, names }: GroupProps & { names: Names }) {
  const words = dictionary(lang).profile.fields;
  const rows = rowsOf(reply, "products", profile.products, maxProducts);
  return (
    <ProfileGroupForm
      group="products"
      lang={lang}
      reply={reply}
      saved={saved}
      stated={profile.statedGroups.includes("products")}
    >
      <p id="products" className="text-ink-soft measure mb-4 scroll-mt-24">
        {words.hsHint} {words.emptyRows}
      </p>
      {rows.map((row, index) => (
        <fieldset key={index} className="border-line mb-4 border-b">
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
            <p className="text-ink-soft -mt-3 mb-3 text-sm">{names.sector(row.hs.slice(0, 2))}</p>
          ) : null}
        </fieldset>
      ))}
    </ProfileGroupForm>
  );
}

export function CertificatesForm({ lang, profile, reply, saved }: GroupProps) {
  const words = dictionary(lang).profile.fields;
  const stored = profile.certificates.map(({ code, issuer, expiresOn }) => ({
    code,
    issuer,
    ...(expiresOn ? { expiresOn } : {}),
  }));
  const rows = rowsOf(reply, "certificates", stored, maxCertificates);
  return (
    <ProfileGroupForm
      group="certificates"
      lang={lang}
      reply={reply}
      saved={saved}
      stated={profile.statedGroups.includes("certificates")}
    >
      <p id="certificates" className="text-ink-soft measure mb-4 scroll-mt-24">
        {words.expiresHint} {words.emptyRows} {words.nonePossible}
      </p>
      <datalist id="known-certificates">
        {knownCertificates.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        <fieldset key={index} className="border-line mb-4 border-b">
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
        </fieldset>
      ))}
    </ProfileGroupForm>
  );
}
