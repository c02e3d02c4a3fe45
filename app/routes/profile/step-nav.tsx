import { dictionary } from "#app/i18n/index.ts";
import { profileSteps, type ProfileStep, type StepState } from "#app/modules/msmes/overview.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Badge } from "#app/ui/text.tsx";

const fills: Record<StepState, string> = {
  done: "fill-starboard",
  attention: "fill-shoal",
  open: "fill-line",
  optional: "fill-line",
};

/** All steps as one bar of the chart's scale, and folded below it the list to jump by. */
export function StepNav({
  lang,
  current,
  states,
}: {
  lang: Lang;
  current: ProfileStep;
  states: Record<ProfileStep, StepState>;
}) {
  const t = dictionary(lang).profile;
  const width = 100 / profileSteps.length;
  const asked = profileSteps.filter((step) => states[step] !== "optional");
  const done = asked.filter((step) => states[step] !== "open").length;
  return (
    <nav aria-label={t.guide.steps} className="mb-6 max-w-3xl">
      <div id="steps-bar" data-live="">
        <svg
          width="100%"
          className="block h-3"
          role="img"
          aria-label={t.completeness.text(done, asked.length)}
        >
          {profileSteps.map((step, index) => (
            <rect
              key={step}
              x={`${index * width}%`}
              y={step === current ? "0" : "25%"}
              width={`${width}%`}
              height={step === current ? "100%" : "50%"}
              strokeWidth="2"
              className={`stroke-paper ${fills[states[step]]}`}
            />
          ))}
        </svg>
      </div>
      <details className="border-line border-b">
        <summary className="min-h-11 cursor-pointer content-center">
          {t.guide.steps}
          {lang === "zh" ? "：" : ": "}
          {t.completeness.text(done, asked.length)}
        </summary>
        <ol className="sm:columns-2">
          {profileSteps.map((step, index) => (
            <li key={step} className="flex min-h-11 items-center gap-2">
              <span className="text-ink-soft w-6 text-right">{index + 1}</span>
              <a href={at(lang).profileStep(step)} aria-current={step === current ? "step" : undefined}>
                {t.groups[step]}
              </a>
              <StepBadge lang={lang} state={states[step]} />
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

export function StepBadge({ lang, state }: { lang: Lang; state: StepState }) {
  const words = dictionary(lang).profile.guide;
  if (state === "done") return <Badge tone="good">{words.done}</Badge>;
  if (state === "attention") return <Badge tone="warn">{words.attention}</Badge>;
  return <Badge>{state === "optional" ? words.optional : words.toDo}</Badge>;
}
