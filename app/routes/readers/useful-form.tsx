import { dictionary } from "#app/i18n/index.ts";
import { feedbackReasons } from "#app/modules/feedback/schema.ts";
import type { Lang } from "#app/platform/context.ts";
import { formOf, type Reply } from "#app/platform/form.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type Place = { lang: Lang; market: string; topic: string; revision: string };

/**
 * “Was this useful?” under a section. The same for every reader, since the page is kept for all visitors: the answer
 * goes to a route of its own.
 */
export function UsefulForm(place: Place) {
  const { lang, market, topic } = place;
  const words = dictionary(lang).readers;
  return (
    <section aria-labelledby="useful" className="no-print border-line-strong mt-12 border-t pt-4">
      <h2 id="useful" className="text-base">
        {words.useful.question}
      </h2>
      <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2">
        <form method="post" action={at(lang).feedback(market, topic)}>
          <input type="hidden" name="revision" value={place.revision} />
          <Button look="secondary" name="useful" value="yes">
            {words.useful.yes}
          </Button>
        </form>
        <details className="group max-w-xl min-w-0 open:order-last open:w-full">
          <summary className="border-line-strong bg-sheet hover:border-ink inline-flex min-h-11 cursor-pointer items-center rounded-md border px-4 py-2 font-semibold">
            {words.useful.no}
          </summary>
          <div className="mt-4">
            <NotUsefulForm {...place} reply={undefined} />
          </div>
        </details>
        <report-selection
          class="inline-flex min-h-11 items-center"
          data-href={at(lang).report(market, topic)}
          data-selected={words.report.selected}
        >
          <a href={at(lang).report(market, topic)}>{words.report.link}</a>
        </report-selection>
      </div>
    </section>
  );
}

/** Why a section did not help: reasons to tick and a few words. */
export function NotUsefulForm({ lang, market, topic, revision, reply }: Place & { reply: Reply }) {
  const words = dictionary(lang).readers.useful;
  const form = formOf(reply);
  return (
    <form method="post" action={at(lang).feedback(market, topic)}>
      <FormErrors errors={form.errors} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="useful" value="no" />
      <CheckboxGroup
        name="reasons"
        label={words.why}
        options={feedbackReasons.map((value) => ({ value, label: words.reasons[value] }))}
        checked={form.values("reasons")}
      />
      <TextArea
        {...form.field("message")}
        label={words.words}
        optional={words.optional}
        hint={words.hint}
        rows={3}
        maxLength={1000}
      />
      <Button>{words.send}</Button>
    </form>
  );
}
