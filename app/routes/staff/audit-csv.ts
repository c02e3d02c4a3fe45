import { listAudit } from "#app/modules/audit/queries.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { csv } from "#app/platform/csv.ts";
import { guard } from "#app/routes/guard.server.ts";
import { auditFilterOf, deed } from "#app/routes/staff/audit-filter.ts";
import type { Route } from "./+types/audit-csv";

/** A file larger than this is not read by a person; narrower filters give the rest. */
const mostRows = 20_000;

/** The filtered audit trail as a file, newest first; instants in UTC. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "audit.read");
  const { entries } = listAudit(ctx, auditFilterOf(args.request), mostRows, 0);
  const words = dictionary(ctx.lang).staff.audit.csvHead;
  const head = [
    words.number,
    words.at,
    words.who,
    words.what,
    words.action,
    words.record,
    words.recordId,
    words.from,
    words.to,
    words.detail,
    words.request,
  ];
  const rows = entries.map((entry) => [
    entry.seq,
    entry.at.toISOString(),
    entry.actorEmail ?? entry.actorId,
    deed(ctx.lang, entry.action),
    entry.action,
    entry.record,
    entry.recordId,
    entry.fromState,
    entry.toState,
    entry.detail ? JSON.stringify(entry.detail) : null,
    entry.requestId,
  ]);
  return new Response(csv([head, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="audit-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
