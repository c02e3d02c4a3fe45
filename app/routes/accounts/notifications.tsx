import { redirect } from "react-router";
import { markAllRead, markRead } from "#app/modules/notifications/mark-read.server.ts";
import { listNotifications } from "#app/modules/notifications/queries.server.ts";
import { fill } from "#app/i18n/fill.ts";
import { dictionary } from "#app/i18n/index.ts";
import { formatTime } from "#app/platform/dates.ts";
import { readForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageOf } from "#app/platform/page-number.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/notifications";

const perPage = 30;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "notifications.read");
  const page = pageOf(args.request);
  return { lang: ctx.lang, page, ...listNotifications(ctx, page, perPage) };
}

/** Opening a line marks it as read and goes where it leads. */
export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "notifications.read");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  if (form.get("intent") === "allRead") {
    markAllRead(ctx);
    return redirect(withNotice(go.notifications(), "allRead"));
  }
  const path = markRead(ctx, String(form.get("line")));
  return redirect(path === null ? go.notifications() : `/${ctx.lang}${path}`);
}

export default function Notifications({ loaderData: { lang, page, lines, total } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.notifications;
  const messages: Record<string, string> = t.notifications;
  return (
    <>
      <title>{`${t.common.nav.notifications} · ${t.common.site.name}`}</title>
      <PageHead
        title={t.common.nav.notifications}
        actions={
          lines.some((line) => !line.readAt) ? (
            <form method="post" action={at(lang).notifications()}>
              <Button look="secondary" name="intent" value="allRead">
                {words.allRead}
              </Button>
            </form>
          ) : null
        }
      />
      {lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <ul className="divide-line border-line divide-y border-y">
          {lines.map((line) => (
            <li key={line.id} className="flex items-start gap-3 py-3">
              <span aria-hidden="true" className={line.readAt ? "invisible" : "text-note"}>
                ●
              </span>
              <form method="post" action={at(lang).notifications()} className="min-w-0">
                <input type="hidden" name="line" value={line.id} />
                <button
                  type="submit"
                  className={`text-deep min-h-11 cursor-pointer text-left underline underline-offset-4 ${line.readAt ? "" : "font-semibold"}`}
                >
                  {line.readAt ? null : <span className="sr-only">{words.unread} </span>}
                  {fill(messages[line.key] ?? words.unknown, line.params)}
                </button>
                <p className="text-ink-soft text-sm">{formatTime(lang, line.createdAt)}</p>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / perPage)}
        href={(number) => at(lang).notifications({ page: number })}
        words={t.staff.pages}
      />
    </>
  );
}
