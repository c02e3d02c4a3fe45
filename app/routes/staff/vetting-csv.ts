import { queueFilterOf } from "#app/modules/vetting/queue-filter.ts";
import { vettingQueue } from "#app/modules/vetting/queue.server.ts";
import { csv } from "#app/platform/csv.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/vetting-csv";

/** The queue as filtered, as a file; instants in UTC. No score is in it. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "vetting.review");
  const rows = vettingQueue(ctx, queueFilterOf(new URL(args.request.url).searchParams));
  const head = ["id", "firm_zh", "firm_en", "state", "round", "submitted_at", "working_days_left", "due_on"];
  const body = rows.map((row) => [
    row.id,
    row.firm.nameZh,
    row.firm.nameEn,
    row.state,
    row.round,
    row.submittedAt?.toISOString(),
    row.age?.leftDays,
    row.age?.dueDay,
    row.age?.weekdaysOnly ? "weekdays only" : "",
    row.reviews,
    row.part,
    row.age ? "" : row.decidedAt?.toISOString(),
  ]);
  return new Response(csv([[...head, "calendar", "reviews", "you", "decided_at"], ...body]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="vetting-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
