import { dictionary } from "#app/i18n/index.ts";
import { checklistSteps, findChecklist } from "#app/modules/checklists/queries.server.ts";
import { factState } from "#app/modules/markets/facts.ts";
import { csv } from "#app/platform/csv.ts";
import { absoluteUrl } from "#app/platform/mail.server.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/checklist-csv";
import { stepWords } from "./step-words.ts";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "checklists.keep");
  const found = findChecklist(ctx, args.params.id);
  if (!found || found.list.deletedAt) throw new Response(null, { status: 404 });
  const t = dictionary(ctx.lang);
  const words = t.readers.checklist;
  const rows = checklistSteps(ctx, ctx.lang, found).map((step) => [
    step.doneAt ? words.yes : "",
    words.stages[step.stage],
    stepWords(ctx.lang, step, step.fact),
    step.dueOn,
    step.note,
    step.topic ? absoluteUrl(at(ctx.lang).section(found.market.code, step.topic)) : "",
    step.fact
      ? t.guides.fact.states[factState(step.fact)]
      : step.freshness
        ? t.guides.freshness[step.freshness]
        : "",
  ]);
  return new Response(csv([words.csvHead, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="checklist-${found.market.code}.csv"`,
    },
  });
}
