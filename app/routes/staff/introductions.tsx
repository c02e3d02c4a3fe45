import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { forwardIntroduction } from "#app/modules/network/forward-introduction.server.ts";
import { deskIntroductions, deskViews, type DeskView } from "#app/modules/network/introductions.server.ts";
import { answerDays } from "#app/modules/network/policy.ts";
import { deskSchema } from "#app/modules/network/schema.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { formatDate } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { StateBadge } from "#app/routes/network/introduction-parts.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/introductions";

const perPage = 20;

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "introductions.forward");
  const asked = new URL(args.request.url).searchParams.get("state");
  const view: DeskView = deskViews.find((one) => one === asked) ?? "requested";
  const page = pageOf(args.request);
  return {
    lang: ctx.lang,
    views: [...deskViews],
    view,
    page,
    ...deskIntroductions(ctx, view, page, perPage),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "introductions.forward");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, deskSchema, (input) => {
    if (!forwardIntroduction(ctx, input)) throw new Response(null, { status: 404 });
    const notice = input.intent === "forward" ? "introductionForwarded" : "introductionRefused";
    return redirect(withNotice(at(ctx.lang).staffIntroductions(), notice));
  });
}

/** The desk's queue of requests for introductions, the longest waiting first. */
export default function StaffIntroductions({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, views, view, page, total, requests } = loaderData;
  const t = dictionary(lang);
  const all = t.network.introductions;
  const words = all.desk;
  const go = at(lang);
  const reply = formOf(actionData);
  const sentFor = reply.values("id")[0];
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={words.lead}
        actions={views.map((one) => (
          <a
            key={one}
            href={go.staffIntroductions({ state: one })}
            aria-current={one === view ? "page" : undefined}
            className={one === view ? "font-semibold" : ""}
          >
            {words.states[one]}
          </a>
        ))}
      />
      <FormErrors errors={reply.errors} />
      {requests.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {requests.map((row) => {
            const form = sentFor === row.id ? reply : formOf(undefined);
            return (
              <li key={row.id} className="py-5">
                <p className="flex flex-wrap items-baseline gap-x-4">
                  <span className="font-semibold">
                    {words.wants(nameOf(lang, row.asker), nameOf(lang, row.firm))}
                  </span>
                  {view === "requested" ? null : <StateBadge lang={lang} state={row.state} />}
                </p>
                <p className="text-ink-soft text-sm">
                  {formatDate(lang, row.createdAt)}
                  {row.desk ? ` · ${words.by(row.desk)}` : ""}
                  {row.state === "forwarded" && row.answerBy
                    ? ` · ${all.answerBy(formatDate(lang, row.answerBy))}`
                    : ""}
                  {" · "}
                  <a href={go.firm(row.firm.id)}>{nameOf(lang, row.firm)}</a>
                </p>
                <p className="measure my-2 break-words whitespace-pre-line">{row.message}</p>
                {row.deskNote ? <p className="measure text-ink-soft">{row.deskNote}</p> : null}
                {row.state === "requested" ? (
                  <form method="post" action={go.staffIntroductions()} className="max-w-2xl">
                    <input type="hidden" name="id" value={row.id} />
                    <TextArea
                      {...form.field("note")}
                      id={`note-${row.id}`}
                      label={words.note}
                      hint={words.noteHint}
                      rows={2}
                      maxLength={1000}
                    />
                    <p className="flex flex-wrap items-center gap-4">
                      <Button name="intent" value="forward">
                        {words.forward}
                      </Button>
                      <Button look="danger" name="intent" value="refuse">
                        {words.refuse}
                      </Button>
                      <span className="text-ink-soft text-sm">{words.answerDays(answerDays)}</span>
                    </p>
                  </form>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => go.staffIntroductions({ state: view, page: number })}
        words={t.staff.pages}
      />
    </>
  );
}
