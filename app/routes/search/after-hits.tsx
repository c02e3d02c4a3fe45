import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import type { SearchForm } from "./filters.tsx";

/** Keep this search, for those signed in; visitors sign in first and come back to it. */
export function SaveSearch({ lang, form, signedIn }: { lang: Lang; form: SearchForm; signedIn: boolean }) {
  const words = dictionary(lang).searching.save;
  const go = at(lang);
  const { q, market, topic } = form;
  if (!signedIn) {
    return <ButtonLink href={go.signIn({ to: go.search({ q, market, topic }) })}>{words.button}</ButtonLink>;
  }
  return (
    <form method="post" action={go.savedSearches()}>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="q" value={q} />
      {market.map((code) => (
        <input key={code} type="hidden" name="market" value={code} />
      ))}
      {topic.map((slug) => (
        <input key={slug} type="hidden" name="topic" value={slug} />
      ))}
      <Button look="secondary" title={words.hint}>
        {words.button}
      </Button>
    </form>
  );
}

/** The way to people, from an empty result and from any other. */
export function AskTheDesk({ lang, q }: { lang: Lang; q: string }) {
  const words = dictionary(lang).searching.desk;
  return (
    <aside className="border-line no-print mt-10 flex flex-wrap items-center justify-between gap-4 border-t pt-5">
      <div>
        <p className="font-semibold">{words.offer}</p>
        <p className="text-ink-soft">{words.offerText}</p>
      </div>
      <ButtonLink href={at(lang).ask({ q })}>{words.ask}</ButtonLink>
    </aside>
  );
}
