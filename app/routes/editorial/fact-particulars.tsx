import {
  fairFrequencies,
  ftaKinds,
  particularField,
  particularsOf,
  type Particular,
} from "#app/modules/markets/fact-detail.ts";
import type { FactKind } from "#app/modules/markets/facts.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import type { formOf } from "#app/platform/form.ts";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";

type Props = { lang: Lang; kind: FactKind; field: ReturnType<typeof formOf>["field"] };

/** The boxes that only some kinds of facts have: a fair's months, an agreement's proof of origin. */
export function FactParticulars({ lang, kind, field }: Props) {
  const t = dictionary(lang);
  const words = t.editorial.facts;
  const names = particularsOf(kind);
  if (names.length === 0) return null;
  const choices: Partial<Record<Particular, { value: string; label: string }[]>> = {
    ftaKind: ftaKinds.map((value) => ({ value, label: t.guides.fact.ftaKinds[value] ?? value })),
    frequency: fairFrequencies.map((value) => ({ value, label: t.guides.fact.frequency[value] ?? value })),
  };
  return (
    <fieldset className="border-line mt-2 mb-2 border-t pt-4">
      <legend className="float-left mb-3 w-full text-lg font-semibold">
        {words.particularsOf(t.guides.fact.kinds[kind])}
      </legend>
      <input type="hidden" name="detailOf" value={kind} />
      <div className="clear-both grid gap-x-6 sm:grid-cols-2">
        {names.map((name) => {
          const box = { ...field(particularField(name)), label: words.particulars[name] };
          const options = choices[name];
          if (options) return <SelectField key={name} {...box} empty="—" options={options} />;
          if (name === "list") {
            return (
              <div key={name} className="sm:col-span-2">
                <TextArea {...box} hint={words.listHint} rows={7} />
              </div>
            );
          }
          const code = name.endsWith("En") ? "en" : name.endsWith("Zh") ? "zh-Hans" : undefined;
          const hint =
            name === "months" ? words.monthsHint : name === "inForce" ? words.inForceHint : undefined;
          return <TextField key={name} {...box} hint={hint} lang={code} autoComplete="off" />;
        })}
      </div>
    </fieldset>
  );
}
