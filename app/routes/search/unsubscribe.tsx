import { dictionary } from "#app/i18n/index.ts";
import { followsBehind, stopFollows } from "#app/modules/follows/stop-letter.server.ts";
import { searchesBehind, unsubscribe } from "#app/modules/saved-searches/unsubscribe.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/unsubscribe";

/** Mail programs open links by themselves: opening shows what would end, one press ends it. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "account.enter");
  const { token } = args.params;
  const follows = followsBehind(ctx.db, token);
  const count = follows ?? searchesBehind(ctx.db, token);
  return { lang: ctx.lang, letter: follows === null ? ("searches" as const) : ("follows" as const), count };
}

export function action(args: Route.ActionArgs) {
  const ctx = guard(args, "account.enter");
  const { token } = args.params;
  return { stopped: stopFollows(ctx, token) || unsubscribe(ctx, token) };
}

export default function Unsubscribe({
  loaderData: { lang, letter, count },
  actionData,
}: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = letter === "follows" ? t.readers.follow.letter : t.searching.save;
  const done = actionData?.stopped === true || count === 0;
  return (
    <>
      <title>{`${words.stopTitle} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead title={words.stopTitle} />
      {count === null ? (
        <EmptyState title={t.searching.save.badLink}>
          <p className="mb-3">{t.searching.save.badLinkText}</p>
          <ButtonLink href={at(lang).savedSearches()}>{t.searching.save.title}</ButtonLink>
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
