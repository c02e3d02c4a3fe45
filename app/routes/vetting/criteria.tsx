import { dictionary } from "#app/i18n/index.ts";
import { criteria } from "#app/modules/vetting/criteria.ts";
import type { Lang } from "#app/platform/context.ts";

/** What the chamber looks at, and how it is decided. */
export function Criteria({ lang }: { lang: Lang }) {
  const words = dictionary(lang).vetting;
  return (
    <section aria-labelledby="criteria" className="border-line mt-12 border-t pt-6">
      <h2 id="criteria" className="mb-2 text-xl">
        {words.criteriaTitle}
      </h2>
      <p className="measure text-ink-soft mb-4">{words.criteriaLead}</p>
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {criteria.map((name) => (
          <div key={name} className="border-line border-t py-3">
            <dt className="font-semibold">{words.criteria[name]}</dt>
            <dd className="text-ink-soft">{words.criteriaHints[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
