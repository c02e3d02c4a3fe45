import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import type { CaseFile } from "#app/modules/vetting/case-file.server.ts";
import { criteria, highestScore, reviewerCodes } from "#app/modules/vetting/criteria.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatTime } from "#app/platform/dates.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button, EnterButton } from "#app/ui/button.tsx";
import { CheckboxGroup, TextArea } from "#app/ui/field.tsx";

type Props = { lang: Lang; file: CaseFile; /** Whose draft the browser keeps. */ keeper: string };

const keyOf = ({ file, keeper }: Props) => `${keeper}-review-${file.id}-${file.round}`;

/** Scores and reasons for each criterion; kept as a draft as one goes and by a button, and given by another. */
export function ReviewForm({ reply, ...props }: Props & { reply: Reply }) {
  const { lang, file } = props;
  const t = dictionary(lang).vetting;
  const { saving } = dictionary(lang).profile;
  const words = t.file;
  const draft = file.draft?.body;
  const { codes: draftCodes = [], ...texts } = draft ?? {};
  const form = formOf(reply, texts as Record<string, string>);
  const points = Array.from({ length: highestScore + 1 }, (_, score) => String(score));
  return (
    <section aria-labelledby="review" className="border-ink bg-sheet mt-10 border p-4 sm:p-6">
      <h2 id="review" className="mb-2 text-xl">
        {words.reviewTitle}
      </h2>
      <p className="measure text-ink-soft mb-4">
        {words.reviewLead} {file.reviewsIn > 0 ? words.blind : null}
      </p>
      <save-as-you-go
        class="block"
        data-key={keyOf(props)}
        data-fresh={form.sent ? undefined : ""}
        data-now={saving.now}
        data-changed={saving.changed}
        data-unsaved={saving.unsaved}
        data-offline={saving.offline}
        data-signed-out={saving.signedOut}
        data-restored={saving.restored}
        data-closed={words.draftClosed}
      >
        <form method="post" action={at(lang).staffVettingCase(file.id)} className="relative">
          <EnterButton />
          <input type="hidden" name="base" value={file.draft?.updatedAt.toISOString() ?? ""} />
          {criteria.map((name) => {
            const score = form.field(name);
            const why = form.field(`${name}Why`);
            return (
              <div key={name} className="border-line mb-4 border-t pt-4">
                <fieldset
                  className="mb-3"
                  aria-describedby={score.errors ? `${name}-error` : `${name}-means`}
                >
                  <legend className="font-semibold">
                    {fill(words.score, { criterion: t.criteria[name] })}
                  </legend>
                  <p id={`${name}-means`} className="text-ink-soft text-sm">
                    {t.criteriaHints[name]}
                  </p>
                  <div className="flex flex-wrap gap-x-5">
                    {points.map((value) => (
                      <label key={value} className="flex min-h-11 items-center gap-2">
                        <input
                          type="radio"
                          name={name}
                          value={value}
                          defaultChecked={score.defaultValue === value}
                          className="accent-deep size-5"
                        />
                        {value}
                      </label>
                    ))}
                  </div>
                  {score.errors ? (
                    <p id={`${name}-error`} className="text-port font-semibold">
                      ✕ {score.errors[0]}
                    </p>
                  ) : null}
                </fieldset>
                <TextArea
                  {...why}
                  label={fill(words.why, { criterion: t.criteria[name] })}
                  hint={words.whyHint}
                  rows={3}
                  maxLength={2000}
                />
              </div>
            );
          })}
          <CheckboxGroup
            name="codes"
            label={words.codesTitle}
            options={reviewerCodes.map((code) => ({ value: code, label: t.codes[code] }))}
            checked={form.sent ? form.values("codes") : draftCodes}
          />
          <TextArea
            {...form.field("note")}
            label={words.note}
            hint={words.noteHint}
            rows={3}
            maxLength={1000}
          />
          <p className="text-ink-soft mb-3 text-sm">{words.giveHint}</p>
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="review">
              {words.give}
            </Button>
            <Button look="secondary" name="intent" value="draft">
              {words.saveDraft}
            </Button>
          </div>
          <p id="saved-line" data-live="" role="status" className="saved-line text-ink-soft">
            {file.draft
              ? fill(words.draftFrom, { date: formatTime(lang, file.draft.updatedAt) })
              : words.draftNone}
          </p>
        </form>
      </save-as-you-go>
    </section>
  );
}

/** Stands where the form stood: a browser that still keeps words of it lets them go. */
export function NothingToReview(props: Props) {
  return <save-as-you-go hidden data-key={keyOf(props)} />;
}
