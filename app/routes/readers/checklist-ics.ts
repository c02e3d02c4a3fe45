import { calendarOf } from "#app/modules/checklists/calendar.ts";
import { checklistSteps, findChecklist } from "#app/modules/checklists/queries.server.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/checklist-ics";
import { stepWords } from "./step-words.ts";

/** The due days of what is still to be done, for a calendar. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "checklists.keep");
  const found = findChecklist(ctx, args.params.id);
  if (!found || found.list.deletedAt) throw new Response(null, { status: 404 });
  const page = absoluteUrl(at(ctx.lang).checklist(found.list.id));
  const entries = checklistSteps(ctx, ctx.lang, found).flatMap((step) =>
    step.dueOn && !step.doneAt
      ? [
          {
            id: step.id,
            day: step.dueOn,
            summary: stepWords(ctx.lang, step, step.fact),
            description: [found.list.title, step.note].filter(Boolean).join("\n"),
            url: `${page}#item-${step.id}`,
          },
        ]
      : [],
  );
  return new Response(calendarOf(found.list.title, ctx.now, entries), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="checklist-${found.market.code}.ics"`,
    },
  });
}
