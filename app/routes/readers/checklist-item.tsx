import { dictionary } from "#app/i18n/index.ts";
import type { ChecklistStep } from "#app/modules/checklists/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { StepStanding } from "./step-standing.tsx";
import { stepWords } from "./step-words.ts";

/** One step of a kept list: its mark, words, standing, date and note, and what can be done to it. */
export function ChecklistItem({
  lang,
  today,
  step,
  list,
  market,
  first,
  last,
}: {
  lang: Lang;
  today: string;
  step: ChecklistStep;
  list: string;
  market: string;
  first: boolean;
  last: boolean;
}) {
  const words = dictionary(lang).readers.checklist;
  const said = stepWords(lang, step, step.fact);
  const done = step.doneAt !== null;
  const late = !done && step.dueOn !== null && step.dueOn < today;
  const post = { method: "post" as const, action: at(lang).checklist(list) };
  const item = <input type="hidden" name="item" value={step.id} />;
  return (
    <li
      id={`item-${step.id}`}
      className="border-line target:bg-shoalwater grid scroll-mt-6 break-inside-avoid grid-cols-[3rem_1fr] border-b py-2"
    >
      <form {...post}>
        {item}
        <button
          type="submit"
          name="intent"
          value={done ? "undone" : "done"}
          aria-label={`${done ? words.undone : words.done}${lang === "zh" ? "：" : ": "}${said}`}
          className="group grid size-11 cursor-pointer place-items-start pt-1"
        >
          <span
            aria-hidden="true"
            className={`grid size-6 place-items-center border-2 leading-none font-bold ${done ? "border-starboard bg-starboard text-paper" : "border-ink bg-sheet text-sheet group-hover:text-line-strong"}`}
          >
            ✓
          </span>
        </button>
      </form>
      <div className="min-w-0">
        <p className={`measure leading-snug ${done ? "text-ink-soft line-through" : "font-semibold"}`}>
          {said}
        </p>
        <p className={`text-sm ${late ? "text-port font-semibold" : "text-ink-soft"}`}>
          {step.dueOn ? `${words.due} ${formatDay(lang, step.dueOn)}` : words.noDue}
          {late ? ` · ${words.overdue}` : null}
        </p>
        {step.topic ? (
          <StepStanding
            lang={lang}
            market={market}
            topic={step.topic}
            fact={step.fact}
            freshness={step.freshness}
          />
        ) : null}
        {step.note ? (
          <p className="measure border-note my-1 border-l-2 pl-3 text-sm whitespace-pre-line">{step.note}</p>
        ) : null}
        {step.changedAt ? (
          <form {...post} className="text-shoal flex flex-wrap items-center gap-x-3 text-sm">
            {item}
            <span className="font-semibold">
              <span aria-hidden="true">!</span> {words.changed(formatDate(lang, step.changedAt))}
            </span>
            <Small lang={lang} value="seen" label={words.seen} of={said} />
          </form>
        ) : null}
        <details className="no-print">
          <summary className="text-deep min-h-9 w-fit cursor-pointer content-center text-sm underline underline-offset-4">
            {words.edit}
            <span className="sr-only">
              {lang === "zh" ? "：" : ": "}
              {said}
            </span>
          </summary>
          <form {...post} className="bg-shoalwater mt-2 max-w-xl px-4 pt-4 pb-1">
            {item}
            {step.step === "" ? (
              <TextField
                name="text"
                id={`text-${step.id}`}
                label={words.words}
                defaultValue={step.text}
                maxLength={200}
              />
            ) : null}
            <TextField
              name="dueOn"
              id={`due-${step.id}`}
              type="date"
              label={words.due}
              defaultValue={step.dueOn ?? ""}
            />
            <TextArea
              name="note"
              id={`note-${step.id}`}
              label={words.note}
              defaultValue={step.note}
              rows={2}
              maxLength={1000}
            />
            <div className="mb-3">
              <Button look="secondary" name="intent" value="save">
                {words.save}
              </Button>
            </div>
          </form>
          <form {...post} className="bg-shoalwater flex max-w-xl flex-wrap gap-x-4 px-4 pb-3">
            {item}
            {first ? null : <Small lang={lang} value="up" label={words.up} of={said} />}
            {last ? null : <Small lang={lang} value="down" label={words.down} of={said} />}
            <Small lang={lang} value="remove" label={words.remove} of={said} />
          </form>
        </details>
      </div>
    </li>
  );
}

function Small({ lang, value, label, of }: { lang: Lang; value: string; label: string; of: string }) {
  return (
    <button
      type="submit"
      name="intent"
      value={value}
      className="text-deep hover:text-note min-h-9 cursor-pointer text-sm underline underline-offset-4"
    >
      {label}
      <span className="sr-only">
        {lang === "zh" ? "：" : ": "}
        {of}
      </span>
    </button>
  );
}
