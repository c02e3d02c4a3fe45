import type { ReactNode } from "react";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import { profileSteps, type ProfileStep, type StepState } from "#app/modules/msmes/overview.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import type { Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button, EnterButton } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import type { Difference } from "./difference-words.ts";
import { StepNav } from "./step-nav.tsx";

/** What a step's loader hands to its page beside the values. */
export type StepData = {
  lang: Lang;
  /** Whose draft the browser keeps: person and firm. */
  keeper: string;
  states: Record<ProfileStep, StepState>;
  /** Fingerprint of what is saved now. */
  base: string;
  save: { at: Date; by: string | null } | null;
};

export type StepReply = (NonNullable<Reply> & { conflict?: Difference[] | undefined }) | undefined;

/** One step of the guided profile: where we are, the form, what follows. A refused form comes back to its place. */
export function StepPage({
  step,
  page,
  title,
  part,
  data,
  reply,
  next,
  children,
  beside,
}: {
  step: ProfileStep;
  /** Where the form is sent. */
  page: string;
  title: string;
  /** Sets apart the parts of one step, e.g. the dimensions of the self-assessment. */
  part?: string;
  data: StepData;
  reply: StepReply;
  /** Where the way leads on; null = back to the overview. */
  next: string | null;
  children: ReactNode;
  beside?: ReactNode;
}) {
  const { lang, keeper, states, save } = data;
  const t = dictionary(lang);
  const words = t.profile.guide;
  const typed = reply?.initialValue ?? null;
  // A refused form goes on from what it began with: what was saved meanwhile stays unread until somebody decides.
  const base = typeof typed?.base === "string" && reply?.conflict ? typed.base : data.base;
  const state = {
    ...(typed ? {} : { "data-fresh": "" }),
    ...(reply?.conflict ? { "data-conflict": "" } : {}),
  };
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <>
            <a href={at(lang).profile()}>{t.profile.title}</a>
            {" · "}
            {words.step(profileSteps.indexOf(step) + 1, profileSteps.length)}
          </>
        }
        title={title}
        lead={t.profile.leads[step]}
      />
      <StepNav lang={lang} current={step} states={states} />
      <save-as-you-go
        class="block max-w-3xl"
        data-key={`${keeper}-${step}${part ? `-${part}` : ""}`}
        {...state}
        data-now={t.profile.saving.now}
        data-changed={t.profile.saving.changed}
        data-unsaved={t.profile.saving.unsaved}
        data-offline={t.profile.saving.offline}
        data-signed-out={t.profile.saving.signedOut}
        data-elsewhere={t.profile.saving.elsewhere}
        data-restored={t.profile.saving.restored}
      >
        <form method="post" action={page} noValidate className="relative">
          <EnterButton />
          <div id="form-says" data-live="">
            {reply?.conflict ? (
              <ConflictPanel lang={lang} differences={reply.conflict} over={data.base} page={page} />
            ) : (
              <FormErrors errors={reply?.error?.[""] ?? []} />
            )}
          </div>
          <input type="hidden" name="base" value={base} />
          {children}
          <p className="flex flex-wrap items-center gap-3 pt-2">
            <Button name="then" value="next">
              {next ? words.saveAndNext : words.saveAndEnd}
            </Button>
            <Button look="secondary">{words.save}</Button>
          </p>
          <p id="saved-line" data-live="" role="status" className="saved-line text-ink-soft">
            <SavedLine lang={lang} save={save} />
          </p>
        </form>
      </save-as-you-go>
      <div id="beside" data-live="">
        {beside}
      </div>
    </>
  );
}

function SavedLine({ lang, save }: { lang: Lang; save: StepData["save"] }) {
  const words = dictionary(lang).profile.saving;
  const comma = lang === "zh" ? "，" : ", ";
  if (!save) return words.never;
  return (
    <>
      <span aria-hidden="true" className="text-starboard">
        ✓{" "}
      </span>
      {fill(words.at, { time: formatTime(lang, save.at) })}
      {save.by ? `${comma}${fill(words.by, { name: save.by })}` : ""}
    </>
  );
}
