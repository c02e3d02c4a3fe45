import { dictionary } from "#app/i18n/index.ts";
import { findChecklist, listChecklists } from "#app/modules/checklists/queries.server.ts";
import { formatDay } from "#app/platform/dates.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/checklists";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "checklists.keep");
  const id = new URL(args.request.url).searchParams.get("deleted");
  const found = id ? findChecklist(ctx, id) : null;
  const deleted = found?.list.deletedAt ? { id: found.list.id, title: found.list.title } : null;
  return { lang: ctx.lang, lists: listChecklists(ctx), deleted };
}

export default function Checklists({ loaderData: { lang, lists, deleted } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.readers.checklist;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      {deleted ? (
        <Notice tone="good" live>
          <form
            method="post"
            action={at(lang).checklist(deleted.id)}
            className="flex flex-wrap items-center gap-x-4"
          >
            <span>{words.deleted(deleted.title)}</span>
            <Button look="quiet" name="intent" value="restore">
              {words.undo}
            </Button>
          </form>
        </Notice>
      ) : null}
      {lists.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-3">{words.noneText}</p>
          <ButtonLink href={at(lang).guides()}>{words.toGuides}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {lists.map((list) => (
            <li key={list.id} className="py-3">
              <a
                href={at(lang).checklist(list.id)}
                className="text-deep text-lg font-semibold underline underline-offset-4"
              >
                {list.title}
              </a>
              <Progress done={list.done} total={list.total} />
              <p className="text-ink-soft text-sm">
                {words.progress(list.done, list.total)}
                {list.nextDue ? ` · ${words.nextDue(formatDay(lang, list.nextDue))}` : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How far a list is, drawn; the words beside it say the same. */
export function Progress({ done, total }: { done: number; total: number }) {
  const part = total === 0 ? 0 : (done / total) * 200;
  return (
    <svg viewBox="0 0 200 6" width="200" height="6" aria-hidden="true" className="my-1.5 max-w-full">
      <rect width="200" height="6" className="fill-shallow" />
      <rect width={part} height="6" className="fill-starboard" />
    </svg>
  );
}
