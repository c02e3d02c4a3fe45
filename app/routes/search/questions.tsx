import { dictionary } from "#app/i18n/index.ts";
import { myQuestions } from "#app/modules/desk/ask-question.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/questions";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "desk.ask");
  return { lang: ctx.lang, questions: myQuestions(ctx) };
}

/** What the reader asked the desk, with the answers. */
export default function Questions({ loaderData: { lang, questions } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.searching.desk;
  const go = at(lang);
  return (
    <>
      <title>{`${words.mine} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.mine}
        lead={words.mineLead}
        actions={questions.length > 0 ? <ButtonLink href={go.ask()}>{words.ask}</ButtonLink> : null}
      />
      {questions.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-3">{words.noneText}</p>
          <ButtonLink href={go.ask()}>{words.ask}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {questions.map((row) => (
            <li key={row.id} id={`q-${row.id}`} className="scroll-mt-24 py-4">
              <p className="text-ink-soft text-sm">{words.asked(formatDate(lang, row.createdAt))}</p>
              <p className="measure whitespace-pre-line font-semibold">{row.question}</p>
              {row.state === "open" ? (
                <p className="mt-2">
                  <Badge tone="note">{words.waiting}</Badge>
                </p>
              ) : (
                <div className="border-starboard mt-3 border-l-4 pl-4">
                  <p className="text-ink-soft text-sm">
                    {words.answered(formatDate(lang, row.answeredAt ?? row.createdAt))}
                  </p>
                  <p className="measure whitespace-pre-line">{row.answer}</p>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
