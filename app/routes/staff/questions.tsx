import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { answerQuestion, listQuestions } from "#app/modules/desk/answer-question.server.ts";
import { answerSchema, questionStates } from "#app/modules/desk/schema.ts";
import { formatDate } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/questions";

const perPage = 20;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "desk.answer");
  const asked = new URL(args.request.url).searchParams.get("state");
  const state = questionStates.find((one) => one === asked) ?? "open";
  const page = pageOf(args.request);
  return { lang: ctx.lang, state, page, ...listQuestions(ctx, state, page, perPage) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "desk.answer");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, answerSchema, (input) => {
    answerQuestion(ctx, input);
    return redirect(withNotice(at(ctx.lang).staffQuestions(), "answerSent"));
  });
}

/** The queue of readers' questions, the longest waiting first; each is answered in its place. */
export default function StaffQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, state, page, questions, total } = loaderData;
  const t = dictionary(lang);
  const words = t.searching.desk;
  const go = at(lang);
  const reply = formOf(actionData);
  const sentFor = reply.values("id")[0];
  return (
    <>
      <title>{`${words.queue} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.queue}
        lead={words.queueLead}
        actions={questionStates.map((one) => (
          <a
            key={one}
            href={go.staffQuestions({ state: one })}
            aria-current={one === state ? "page" : undefined}
            className={one === state ? "font-semibold" : ""}
          >
            {words.states[one]}
          </a>
        ))}
      />
      <FormErrors errors={reply.errors} />
      {questions.length === 0 ? (
        <EmptyState title={words.queueNone}>{words.queueNoneText}</EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {questions.map((row) => {
            // The answer that was refused keeps its text; the other forms stay empty.
            const form = sentFor === row.id ? reply : formOf(undefined);
            return (
              <li key={row.id} id={`q-${row.id}`} className="scroll-mt-24 py-5">
                <p className="text-ink-soft text-sm">
                  {words.from(row.name, formatDate(lang, row.createdAt))}
                  {row.lang === lang ? "" : ` · ${words.in[row.lang]}`}
                  {row.query ? (
                    <>
                      {" · "}
                      <a href={go.search({ q: row.query })}>{row.query}</a>
                    </>
                  ) : null}
                </p>
                <p
                  className="measure mb-3 font-semibold break-words whitespace-pre-line"
                  lang={row.lang === "zh" ? "zh-Hans" : "en"}
                >
                  {row.question}
                </p>
                {row.state === "open" ? (
                  <form method="post" action={go.staffQuestions()} className="max-w-2xl">
                    <input type="hidden" name="id" value={row.id} />
                    <TextArea
                      {...form.field("answer")}
                      id={`answer-${row.id}`}
                      label={words.yourAnswer}
                      required
                      minLength={10}
                      maxLength={5000}
                    />
                    <Button look="secondary">{words.sendAnswer}</Button>
                  </form>
                ) : (
                  <p className="border-starboard measure border-l-4 pl-4 whitespace-pre-line">{row.answer}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => go.staffQuestions({ state, page: number })}
        words={t.staff.pages}
      />
    </>
  );
}
