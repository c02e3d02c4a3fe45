import { queueSides } from "#app/modules/guides/editor-queries.server.ts";
import { queueOf } from "#app/modules/guides/queue.ts";
import { langs } from "#app/platform/context.ts";
import { csv } from "#app/platform/csv.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/queue-csv";
import { queueFilterOf } from "./queue-filter.ts";

const head = [
  ...["market", "topic", "lang", "title", "status", "draft", "draft_author", "owner", "verified_at"],
  ...["review_due_at", "freshness", "language_pair", "errors", "not_useful", "useful"],
];

/** The filtered queue as a file, one line a language, in the order of the page. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const rows = queueOf(queueSides(ctx), queueFilterOf(args.request), ctx.actor.userId, ctx.now);
  const lines = rows.flatMap((row) =>
    langs.flatMap((lang) => {
      const side = row.sides[lang];
      if (!side) return [];
      const { title, status, draft, draftAuthor, owner, verifiedAt, reviewDueAt } = side;
      return [
        [
          ...[row.market, row.topic, lang, title, status, draft, draftAuthor, owner, verifiedAt],
          ...[reviewDueAt, side.freshness, side.pair, side.errors, side.notUseful, side.useful],
        ],
      ];
    }),
  );
  return new Response(csv([head, ...lines]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="guides-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
