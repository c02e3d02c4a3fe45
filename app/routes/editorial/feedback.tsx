import { redirect } from "react-router";
import { answerFeedback } from "#app/modules/guides/answer-feedback.server.ts";
import { feedbackOf } from "#app/modules/guides/editor-queries.server.ts";
import { answerSchema } from "#app/modules/guides/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatTime } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, EmptyState, Foreign, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/feedback";
import { roomPlace } from "./place.server.ts";
import { reasonWords } from "./reason-words.ts";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic, place } = roomPlace(ctx, args.params);
  return { lang: ctx.lang, market, topic, ...feedbackOf(ctx, place) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const { market, topic } = roomPlace(ctx, args.params);
  return submitForm(await readForm(args.request), ctx.lang, answerSchema, ({ report, ...outcome }) => {
    answerFeedback(ctx, report, outcome);
    return redirect(withNotice(at(ctx.lang).staffGuideFeedback(market.code, topic), "reportClosed"));
  });
}

/** What readers reported of one place: open ones with a form to answer and close them, then what came of the others. */
export default function Feedback({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, topic, reports, useful } = loaderData;
  const t = dictionary(lang);
  const words = t.editorial.feedback;
  const go = at(lang);
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const reply = actionData as Reply;
  return (
    <>
      <title>{`${words.title} · ${name} · ${t.topics[topic]} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <a href={go.staffGuides({ state: "feedback", order: "feedback" })}>{t.editorial.editor.kicker}</a>
        }
        title={
          <>
            <span className="text-ink-soft font-normal">{words.title}</span> {name} {t.topics[topic]}
          </>
        }
        lead={words.lead(useful)}
        actions={<ButtonLink href={go.staffGuide(market.code, topic)}>{words.edit}</ButtonLink>}
      />
      <FormErrors errors={formOf(reply).errors} />
      {reports.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      <ul className="divide-line border-line divide-y border-y empty:hidden">
        {reports.map((report) => {
          const mine = reply?.initialValue?.report === report.id;
          const { field } = formOf(mine ? reply : undefined);
          return (
            <li key={report.id} className="grid gap-x-10 gap-y-3 py-5 lg:grid-cols-2">
              <div className="min-w-0">
                <p className="mb-1 flex flex-wrap items-center gap-2">
                  <Badge tone={report.kind === "error" ? "bad" : "warn"}>{words.kinds[report.kind]}</Badge>
                  <span>{t.editorial.sides[report.lang]}</span>
                  {report.revision ? (
                    <span className="text-ink-soft">{words.onRevision(report.revision)}</span>
                  ) : null}
                </p>
                <p className="text-ink-soft text-sm">
                  {formatTime(lang, report.createdAt)} ·{" "}
                  {report.reporter ? words.reporter(report.reporter) : words.anonymous}
                </p>
                {report.reasons.length > 0 ? <p>{reasonWords(lang, report.reasons)}</p> : null}
                {report.quote ? (
                  <blockquote className="border-note my-2 border-l-2 pl-3 break-words">
                    <Foreign lang={report.lang}>{report.quote}</Foreign>
                  </blockquote>
                ) : null}
                {report.message ? <p className="break-words whitespace-pre-line">{report.message}</p> : null}
              </div>
              {report.state === "open" ? (
                <form method="post" action={go.staffGuideFeedback(market.code, topic)}>
                  <input type="hidden" name="report" value={report.id} />
                  <SelectField
                    {...field("state")}
                    id={`state-${report.id}`}
                    label={words.outcome}
                    options={(["fixed", "declined"] as const).map((value) => ({
                      value,
                      label: words.outcomes[value],
                    }))}
                  />
                  <TextArea
                    {...field("answer")}
                    id={`answer-${report.id}`}
                    label={words.answer}
                    hint={report.reporter ? words.answerHint : words.answerSilent}
                    rows={2}
                  />
                  <Button look="secondary">{words.close}</Button>
                </form>
              ) : (
                <div>
                  <Badge tone={report.state === "fixed" ? "good" : "plain"}>
                    {words.states[report.state]}
                  </Badge>
                  {report.closedAt ? (
                    <span className="text-ink-soft ml-2 text-sm">{formatTime(lang, report.closedAt)}</span>
                  ) : null}
                  <p className="mt-1 break-words whitespace-pre-line">{report.answer}</p>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
