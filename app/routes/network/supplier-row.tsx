import { dictionary } from "#app/i18n/index.ts";
import type { Names } from "#app/modules/matching/explain.ts";
import type { Disclosed } from "#app/modules/msmes/disclosure.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { commaOf, either, endorsementParts, placeOf } from "./firm-words.ts";

/** One supplier in the list: who vouches, for what, and what it makes as far as it shows it. */
export function SupplierRow({ lang, supplier, names }: { lang: Lang; supplier: Disclosed; names: Names }) {
  const words = dictionary(lang).network;
  const { firm, groups, endorsements } = supplier;
  const name = nameOf(lang, firm);
  const products = (groups.products ?? []).map(
    ({ nameEn, nameZh, hs }) => either(lang, { en: nameEn, zh: nameZh })?.text ?? `HS ${hs}`,
  );
  return (
    <li className="border-line flex gap-3 border-b py-4">
      <label className="flex min-h-11 min-w-6 items-start pt-1">
        <span className="sr-only">{words.suppliers.pick(name)}</span>
        <input type="checkbox" name="firm" value={firm.id} className="accent-deep size-5" />
      </label>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <a
            href={at(lang).firm(firm.id)}
            className="text-deep text-lg font-semibold underline underline-offset-4"
          >
            {name}
          </a>
          <span className="text-ink-soft text-sm">{placeOf(lang, firm)}</span>
        </p>
        {products.length > 0 ? <p className="measure">{products.join(commaOf(lang))}</p> : null}
        {groups.certificates ? (
          <p className="text-ink-soft text-sm">{groups.certificates.map(({ code }) => code).join(" · ")}</p>
        ) : null}
        <ul className="mt-1">
          {endorsements.map((one) => (
            <li key={one.id} className="text-sm">
              <span className="text-starboard" aria-hidden="true">
                ✓{" "}
              </span>
              <span className="font-semibold">{nameOf(lang, one.by)}</span>
              <span className="text-ink-soft"> · {endorsementParts(lang, one, names).join(" · ")}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
