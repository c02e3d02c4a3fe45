import { dictionary } from "#app/i18n/index.ts";
import { searchesBehind, unsubscribe } from "#app/modules/saved-searches/unsubscribe.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/unsubscribe";

/** Mail programs open links by themselves: opening shows what would end, one press ends it. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "account.enter");
  return { lang: ctx.lang, count: searchesBehind(ctx.db, args.params.token) };
}

export function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  return { stopped: unsubscribe(ctx, args.params.token) };
}

export default function Unsubscribe({ loaderData: { lang, count }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.searching.save;
  const done = actionData?.stopped === true || count === 0;
  return (
    <>
      <title>{`${words.stopTitle} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <PageHead title={words.stopTitle} />
      {count === null ? (
        <EmptyState title={words.badLink}>
          <p className="mb-3">{words.badLinkText}</p>
          <ButtonLink href={at(lang).savedSearches()}>{words.title}</ButtonLink>
        </EmptyState>
      ) : done ? (
        <Notice tone="good" live>
          {words.stopped}
        </Notice>
      ) : (
        <form method="post">
          <p className="measure mb-4">{words.stopLead(count)}</p>
          <Button>{words.stop}</Button>
        </form>
      )}
    </>
  );
}
