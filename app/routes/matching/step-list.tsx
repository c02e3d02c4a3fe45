import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { Step } from "#app/modules/msmes/steps.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Badge } from "#app/ui/text.tsx";

/** The way to a vetted standing, in order; what comes next is marked. Nothing for a vetted firm. */
export function StepList({ lang, steps }: { lang: Lang; steps: Step[] }) {
  const words = dictionary(lang).matching.steps;
  if (steps.length === 0) return null;
  const next = steps.findIndex((step) => !step.done);
  return (
    <section aria-labelledby="steps" className="border-ink bg-sheet mb-10 border p-4 sm:p-6">
      <h2 id="steps" className="text-xl">
        {words.title}
      </h2>
      <p className="measure text-ink-soft mb-3">{words.lead}</p>
      <ol>
        {steps.map((step, index) => {
          const label = fill(words[step.step], step.date ? { date: formatDay(lang, step.date) } : {});
          return (
            <li key={step.step} className="border-line flex items-baseline gap-3 border-t py-2">
              <span className="text-ink-soft w-5 shrink-0 text-right">{index + 1}</span>
              <span className="min-w-0 flex-1">
                {step.done ? label : <a href={hrefOf(lang, step)}>{label}</a>}
              </span>
              {step.done ? (
                <Badge tone="good">{words.done}</Badge>
              ) : (
                <Badge tone={index === next ? "note" : "plain"}>
                  {index === next ? words.next : words.open}
                </Badge>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The last step is the vetting itself, which has its own page; the others are fields of the profile. */
function hrefOf(lang: Lang, { field }: Step): string {
  return field === "vetting" ? at(lang).vetting() : at(lang).profile(field);
}
