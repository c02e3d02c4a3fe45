import { redirect } from "react-router";
import { mailStates, type MailState } from "#app/modules/notifications/mail-states.ts";
import { listMail, sendAgain } from "#app/modules/notifications/outbox.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatTime } from "#app/platform/dates.ts";
import { env } from "#app/platform/env.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { FilterForm } from "#app/routes/staff/filter-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Badge, EmptyState, Foreign, Notice, PageHead, type Tone } from "#app/ui/text.tsx";
import type { Route } from "./+types/mail";

const perPage = 50;
const tones: Record<MailState, Tone> = { waiting: "plain", failed: "bad", sent: "good" };

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "mail.read");
  const asked = new URL(args.request.url).searchParams.get("state");
  const state = mailStates.find((known) => known === asked) ?? null;
  const page = pageOf(args.request);
  return { lang: ctx.lang, state, page, sends: !!env().SMTP_URL, ...listMail(ctx, state, page, perPage) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "mail.read");
  const form = await readForm(args.request);
  sendAgain(ctx, String(form.get("letter")));
  return redirect(withNotice(at(ctx.lang).staffMail({ state: "failed" }), "mailQueued"));
}

export default function Mail({ loaderData }: Route.ComponentProps) {
  const { lang, state, page, sends, letters, total } = loaderData;
  const t = dictionary(lang);
  const words = t.staff.mail;
  const go = at(lang);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={`${words.lead} ${t.staff.found(total)}`}
      />
      {sends ? null : <Notice tone="warn">{words.noSmtp}</Notice>}
      <FilterForm lang={lang} clearHref={go.staffMail()}>
        <SelectField
          name="state"
          label={words.state}
          defaultValue={state ?? ""}
          empty={t.staff.any}
          options={mailStates.map((value) => ({ value, label: words.states[value] }))}
        />
      </FilterForm>
      {letters.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: "state",
              head: words.state,
              cell: (letter) => <Badge tone={tones[letter.state]}>{words.states[letter.state]}</Badge>,
            },
            { key: "to", head: words.to, cell: (letter) => letter.to },
            {
              key: "subject",
              head: words.subject,
              cell: (letter) => (
                <div className="min-w-56">
                  <Foreign lang={letter.lang}>{letter.subject}</Foreign>
                  {letter.text ? (
                    <details>
                      <summary className="cursor-pointer">{words.read}</summary>
                      <pre
                        lang={letter.lang === "zh" ? "zh-Hans" : "en"}
                        className="border-line bg-sheet mt-2 max-w-prose border p-3 font-sans text-sm break-words whitespace-pre-wrap"
                      >
                        {letter.text}
                      </pre>
                    </details>
                  ) : (
                    <p className="text-ink-soft text-sm">{letter.text === null ? words.shut : words.wiped}</p>
                  )}
                </div>
              ),
            },
            {
              key: "queued",
              head: words.queued,
              cell: (letter) => (
                <span className="whitespace-nowrap">{formatTime(lang, letter.createdAt)}</span>
              ),
            },
            {
              key: "sent",
              head: words.sent,
              cell: (letter) =>
                letter.sentAt ? (
                  <span className="whitespace-nowrap">{formatTime(lang, letter.sentAt)}</span>
                ) : null,
            },
            { key: "attempts", head: words.attempts, numeric: true, cell: (letter) => letter.attempts },
            {
              key: "error",
              head: words.error,
              cell: (letter) => (
                <>
                  <span className="text-sm break-all">{letter.lastError}</span>
                  {letter.state === "failed" ? (
                    <form method="post" action={go.staffMail()}>
                      <input type="hidden" name="letter" value={letter.id} />
                      <Button look="quiet" aria-label={words.againFor(letter.subject)}>
                        {words.again}
                      </Button>
                    </form>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => go.staffMail({ state, page: number })}
        words={t.staff.pages}
      />
    </>
  );
}
