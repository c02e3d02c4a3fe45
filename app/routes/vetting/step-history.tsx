import { dictionary } from "#app/i18n/index.ts";
import type { OwnVetting } from "#app/modules/vetting/own-vetting.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import { Reasons } from "./own-steps.tsx";

/** The states that a case went through, each with its time and reasons. */
export function StepHistory({ lang, steps }: { lang: Lang; steps: OwnVetting["steps"] }) {
  const words = dictionary(lang).vetting;
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history" className="mb-3 text-xl">
        {words.historyTitle}
      </h2>
      <ol className="border-line-strong ml-1 border-l">
        {steps.map((step) => (
          <li key={step.id} className="relative pb-3 pl-5">
            <span aria-hidden="true" className="bg-deep absolute top-2 -left-[5px] size-[9px] rounded-full" />
            <span className="font-semibold">{words.states[step.to]}</span>{" "}
            <span className="text-ink-soft text-sm">{formatTime(lang, step.createdAt)}</span>
            {step.codes.length > 0 ? <Reasons lang={lang} codes={step.codes} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
