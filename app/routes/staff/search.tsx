import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { searchStatus } from "#app/modules/search/queries.server.ts";
import { rebuildIndex } from "#app/modules/search/rebuild-index.server.ts";
import { log } from "#app/platform/log.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Badge, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/search";

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "search.operate");
  return { lang: ctx.lang, status: searchStatus() };
}

export function action(args: Route.ActionArgs) {
  const ctx = guard(args, "search.operate");
  rebuildIndex(ctx, (error) => log.error({ err: error, requestId: ctx.requestId }, "search rebuild failed"));
  return redirect(withNotice(at(ctx.lang).staffSearch(), "searchRebuild"));
}

export default function StaffSearch({ loaderData: { lang, status } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.search.staff;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={at(lang).staff()}>{t.staff.kicker}</a>}
        title={words.title}
        lead={words.lead}
      />
      <p className="mb-8 flex flex-wrap gap-x-8 gap-y-2">
        <a href={at(lang).staffSynonyms()}>{t.searching.staff.synonyms}</a>
        <a href={at(lang).staffQueries()}>{t.searching.staff.queries}</a>
      </p>
      <dl className="mb-8 grid max-w-xl grid-cols-[auto_1fr] gap-x-8 gap-y-2">
        <dt className="text-ink-soft">{words.engine}</dt>
        <dd>{words.engines[status.engine]}</dd>
        <dt className="text-ink-soft">{words.state}</dt>
        <dd>
          {!status.ok ? (
            <Badge tone="bad">{words.down}</Badge>
          ) : status.degraded ? (
            <Badge tone="warn">{words.degraded}</Badge>
          ) : (
            <Badge tone="good">{words.good}</Badge>
          )}
        </dd>
        <dt className="text-ink-soft">{words.documents}</dt>
        <dd>{status.documents}</dd>
        <dt className="text-ink-soft">{words.pending}</dt>
        <dd>{status.pending}</dd>
      </dl>
      <form method="post">
        <p className="measure mb-3">{words.rebuildHint}</p>
        <Button>{words.rebuild}</Button>
      </form>
    </>
  );
}
