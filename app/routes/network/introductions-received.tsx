import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { answerIntroduction } from "#app/modules/network/answer-introduction.server.ts";
import { receivedIntroductions } from "#app/modules/network/introductions.server.ts";
import { answerSchema } from "#app/modules/network/schema.ts";
import type { NoticeKey } from "#app/i18n/en/notices.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { ReceivedIntroduction } from "./received-introduction.tsx";
import type { Route } from "./+types/introductions-received";

export const headers = passHeaders;

const noticeOf = {
  accept: "introductionAccepted",
  decline: "introductionDeclined",
  end: "introductionEnded",
} as const satisfies Record<string, NoticeKey>;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "introductions.answer");
  return { lang: ctx.lang, received: receivedIntroductions(ctx) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "introductions.answer");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, answerSchema, ({ id, intent }) => {
    if (!answerIntroduction(ctx, id, intent)) throw new Response(null, { status: 404 });
    return redirect(withNotice(at(ctx.lang).introductionsReceived(), noticeOf[intent]));
  });
}

/** Who wants to get to know the firm: first what waits, then whom it has accepted, then the rest. */
export default function IntroductionsReceived({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, received } = loaderData;
  const t = dictionary(lang);
  const words = t.network.introductions.received;
  const parts = [
    { key: "open", title: words.open, rows: received.filter(({ state }) => state === "forwarded") },
    { key: "current", title: words.current, rows: received.filter(({ state }) => state === "accepted") },
    {
      key: "past",
      title: words.past,
      rows: received.filter(({ state }) => state !== "forwarded" && state !== "accepted"),
    },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <FormErrors errors={formOf(actionData).errors} />
      {parts.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
          <p className="mt-3">
            {words.noneMore} <a href={at(lang).disclosure()}>{t.network.disclosure.title}</a>
          </p>
        </EmptyState>
      ) : null}
      {parts.map(({ key, title, rows }) => (
        <section key={key} aria-labelledby={key} className="mb-10">
          <h2 id={key} className="mb-2 text-xl">
            {title}
          </h2>
          <ul className="divide-line border-line-strong divide-y border-y">
            {rows.map((row) => (
              <ReceivedIntroduction key={row.id} lang={lang} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
