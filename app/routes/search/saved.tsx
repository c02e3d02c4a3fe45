import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { marketRows } from "#app/modules/markets/queries.server.ts";
import { isTopic } from "#app/modules/guides/topics.ts";
import {
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
} from "#app/modules/saved-searches/save-search.server.ts";
import {
  saveSearchSchema,
  savedSearchIdSchema,
  type SaveSearchInput,
} from "#app/modules/saved-searches/schema.ts";
import { searchFormOf } from "#app/modules/search/schema.ts";
import { formatDate } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/saved";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "searches.save");
  const { lang } = ctx;
  const params = new URL(args.request.url).searchParams;
  const { q, market, topic } = searchFormOf(params);
  const names = marketRows(ctx).map((row) => [row.code, lang === "zh" ? row.nameZh : row.nameEn]);
  return {
    lang,
    searches: listSavedSearches(ctx),
    // What was just removed stands in the address, so that it can be put back.
    removed: params.has("removed") ? { q, market, topic } : null,
    marketNames: Object.fromEntries(names) as Record<string, string>,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "searches.save");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  if (form.get("intent") === "remove") {
    return submitForm(form, ctx.lang, savedSearchIdSchema, ({ id }) => {
      const gone = removeSavedSearch(ctx, id);
      return redirect(gone ? go.savedSearches({ ...gone, removed: "1" }) : go.savedSearches());
    });
  }
  return submitForm(form, ctx.lang, saveSearchSchema, async (input) => {
    await saveSearch(ctx, ctx.lang, input);
    return redirect(withNotice(go.savedSearches(), "searchSaved"));
  });
}

export default function Saved({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, searches, removed, marketNames } = loaderData;
  const t = dictionary(lang);
  const words = t.searching.save;
  const go = at(lang);
  const nameOf = ({ q, market, topic }: SaveSearchInput) =>
    [
      q,
      ...market.map((code) => marketNames[code] ?? code),
      ...topic.map((slug) => (isTopic(slug) ? t.topics[slug] : slug)),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <FormErrors errors={formOf(actionData).errors} />
      {removed ? (
        <Notice tone="good" live>
          <form method="post" action={go.savedSearches()} className="flex flex-wrap items-center gap-x-4">
            <input type="hidden" name="q" value={removed.q} />
            {removed.market.map((code) => (
              <input key={code} type="hidden" name="market" value={code} />
            ))}
            {removed.topic.map((slug) => (
              <input key={slug} type="hidden" name="topic" value={slug} />
            ))}
            <span>{words.removed(nameOf(removed))}</span>
            <Button look="quiet" name="intent" value="save">
              {words.undo}
            </Button>
          </form>
        </Notice>
      ) : null}
      {searches.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-3">{words.noneText}</p>
          <ButtonLink href={go.search()}>{words.toSearch}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {searches.map((row) => {
            const { market, topic } = row.filters;
            const name = nameOf({ q: row.query, market, topic: topic.filter(isTopic) });
            return (
              <li key={row.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
                <div className="min-w-0 flex-1 basis-64">
                  <a
                    href={go.search({ q: row.query, market, topic })}
                    className="text-deep font-semibold break-words underline underline-offset-4"
                  >
                    {name}
                  </a>
                  <p className="text-ink-soft text-sm">
                    {words.since(formatDate(lang, row.createdAt))} ·{" "}
                    {words.next(formatDate(lang, row.nextDigestAt))}
                  </p>
                </div>
                <form method="post" action={go.savedSearches()}>
                  <input type="hidden" name="id" value={row.id} />
                  <Button look="quiet" name="intent" value="remove" aria-label={words.removeFor(name)}>
                    {words.remove}
                  </Button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
