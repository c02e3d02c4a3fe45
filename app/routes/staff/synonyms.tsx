import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { deleteSynonyms, listSynonyms, saveSynonyms } from "#app/modules/search/edit-synonyms.server.ts";
import { synonymIdSchema, synonymsSchema } from "#app/modules/search/synonyms-schema.ts";
import { formatDate } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/synonyms";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "search.operate");
  const params = new URL(args.request.url).searchParams;
  const text = (name: string) => (params.get(name) ?? "").slice(0, 2000);
  const groups = listSynonyms(ctx);
  return {
    lang: ctx.lang,
    groups,
    editing: groups.find((group) => group.id === params.get("edit")) ?? null,
    // A query from the report starts a group; what was just deleted can be put back.
    from: text("from"),
    deleted: params.has("deleted") ? { terms: text("deleted"), note: text("note") } : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "search.operate");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  if (form.get("intent") === "delete") {
    return submitForm(form, ctx.lang, synonymIdSchema, ({ id }) => {
      const { terms, note } = deleteSynonyms(ctx, id);
      return redirect(go.staffSynonyms({ deleted: terms.join(", "), note }));
    });
  }
  return submitForm(form, ctx.lang, synonymsSchema, (input) => {
    saveSynonyms(ctx, input);
    return redirect(withNotice(go.staffSynonyms(), "synonymsSaved"));
  });
}

export default function Synonyms({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, groups, editing, from, deleted } = loaderData;
  const t = dictionary(lang);
  const words = t.searching.staff;
  const go = at(lang);
  const form = formOf(actionData, {
    terms: editing?.terms.join("\n") ?? (from ? `${from}\n` : ""),
    note: editing?.note,
  });
  return (
    <>
      <title>{`${words.synonyms} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.staffSearch()}>{t.search.staff.title}</a>}
        title={words.synonyms}
        lead={words.synonymsLead}
        actions={<a href={go.staffQueries()}>{words.queries}</a>}
      />
      {deleted ? (
        <Notice tone="good" live>
          <form method="post" action={go.staffSynonyms()} className="flex flex-wrap items-center gap-x-4">
            <input type="hidden" name="terms" value={deleted.terms} />
            <input type="hidden" name="note" value={deleted.note} />
            <span>{words.removed(deleted.terms)}</span>
            <Button look="quiet">{words.undo}</Button>
          </form>
        </Notice>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem]">
        <section aria-label={words.synonyms} className="min-w-0">
          {groups.length === 0 ? (
            <EmptyState title={words.none}>{words.noneText}</EmptyState>
          ) : (
            <ul className="divide-line border-line-strong divide-y border-y">
              {groups.map((group) => {
                const terms = group.terms.join(lang === "zh" ? "、" : ", ");
                return (
                  <li key={group.id} className="flex flex-wrap items-center gap-x-4 py-2">
                    <div className="min-w-0 flex-1 basis-60">
                      <p className="font-semibold break-words">{group.terms.join(" = ")}</p>
                      <p className="text-ink-soft text-sm">
                        {group.note ? `${group.note} · ` : ""}
                        {words.changed} {formatDate(lang, group.updatedAt)}
                      </p>
                    </div>
                    <a href={go.staffSynonyms({ edit: group.id })} aria-label={words.editFor(terms)}>
                      {words.edit}
                    </a>
                    <form method="post" action={go.staffSynonyms()}>
                      <input type="hidden" name="id" value={group.id} />
                      <Button look="quiet" name="intent" value="delete" aria-label={words.removeFor(terms)}>
                        {words.remove}
                      </Button>
                    </form>
                  </li>
                );
              })}
            </ul>
          )}
        </section>
        <form method="post" key={editing?.id ?? "new"}>
          <h2 className="mb-3 text-xl">{editing ? words.edit : words.add}</h2>
          <FormErrors errors={form.errors} />
          {editing ? <input type="hidden" name="id" value={editing.id} /> : null}
          <TextArea {...form.field("terms")} label={words.terms} hint={words.termsHint} rows={5} required />
          <TextField {...form.field("note")} label={words.note} optional={words.optional} maxLength={300} />
          <Button>{editing ? words.save : words.add}</Button>
        </form>
      </div>
    </>
  );
}
