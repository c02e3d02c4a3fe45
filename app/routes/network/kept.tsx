import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { dropSupplier, keepSupplier, restoreSupplier } from "#app/modules/network/keep-supplier.server.ts";
import { keptSuppliers, removedSupplier } from "#app/modules/network/queries.server.ts";
import { firmIdSchema, keepSchema, mostCompared } from "#app/modules/network/schema.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { formatDate } from "#app/platform/dates.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, Notice, PageHead } from "#app/ui/text.tsx";
import { placeOf } from "./firm-words.ts";
import type { Route } from "./+types/kept";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "network.read");
  const removed = firmIdSchema.safeParse({ firm: new URL(args.request.url).searchParams.get("removed") });
  return {
    lang: ctx.lang,
    kept: keptSuppliers(ctx),
    // Which one was just removed stands in the address, its note never.
    removed: removed.success ? removedSupplier(ctx, removed.data.firm) : null,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "network.read");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  if (form.get("intent") === "remove") {
    return submitForm(form, ctx.lang, firmIdSchema, ({ firm }) =>
      redirect(go.networkKept(dropSupplier(ctx, firm) ? { removed: firm } : {})),
    );
  }
  if (form.get("intent") === "restore") {
    return submitForm(form, ctx.lang, firmIdSchema, ({ firm }) => {
      restoreSupplier(ctx, firm);
      return redirect(go.networkKept());
    });
  }
  return submitForm(form, ctx.lang, keepSchema, (input) => {
    if (!keepSupplier(ctx, input)) throw new Response(null, { status: 404 });
    return redirect(withNotice(go.networkKept(), "saved"));
  });
}

export default function KeptSuppliers({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, kept, removed } = loaderData;
  const t = dictionary(lang);
  const words = t.network.suppliers;
  const go = at(lang);
  const seen = kept.filter(({ supplier }) => supplier !== null).map(({ msmeId }) => msmeId);
  return (
    <>
      <title>{`${words.savedTitle} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.network()}>{words.back}</a>}
        title={words.savedTitle}
        lead={words.savedLead}
        actions={
          seen.length > 1 ? (
            <ButtonLink href={go.networkCompare({ firm: seen.slice(0, mostCompared) })}>
              {words.compare}
            </ButtonLink>
          ) : null
        }
      />
      <FormErrors errors={formOf(actionData).errors} />
      {removed ? (
        <Notice tone="good" live>
          <form method="post" action={go.networkKept()} className="flex flex-wrap items-center gap-x-4">
            <input type="hidden" name="firm" value={removed.msmeId} />
            <span>
              {removed.supplier ? words.removed(nameOf(lang, removed.supplier.firm)) : words.removedUnseen}
            </span>
            <Button look="quiet" name="intent" value="restore">
              {words.undo}
            </Button>
          </form>
        </Notice>
      ) : null}
      {kept.length === 0 ? (
        <EmptyState title={words.savedNone}>
          <p className="mb-3">{words.savedNoneText}</p>
          <ButtonLink href={go.network()}>{words.title}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="divide-line border-line-strong divide-y border-y">
          {kept.map(({ msmeId, note, createdAt, supplier }) => {
            const name = supplier ? nameOf(lang, supplier.firm) : words.gone;
            return (
              <li key={msmeId} className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[1fr_1fr]">
                <div>
                  {supplier ? (
                    <a
                      href={go.firm(msmeId)}
                      className="text-deep font-semibold underline underline-offset-4"
                    >
                      {name}
                    </a>
                  ) : (
                    <p className="text-ink-soft">{name}</p>
                  )}
                  <p className="text-ink-soft text-sm">
                    {supplier ? `${placeOf(lang, supplier.firm)} · ` : ""}
                    {formatDate(lang, createdAt)}
                  </p>
                  <form method="post" action={go.networkKept()}>
                    <input type="hidden" name="firm" value={msmeId} />
                    <Button look="quiet" name="intent" value="remove" aria-label={words.removeFor(name)}>
                      {words.remove}
                    </Button>
                  </form>
                </div>
                {supplier ? (
                  <form method="post" action={go.networkKept()}>
                    <input type="hidden" name="firm" value={msmeId} />
                    <TextArea
                      name="note"
                      id={`note-${msmeId}`}
                      label={words.note}
                      rows={2}
                      maxLength={1000}
                      defaultValue={note}
                    />
                    <Button look="secondary" name="intent" value="save">
                      {words.saveNote}
                    </Button>
                  </form>
                ) : (
                  <p className="whitespace-pre-line">{note}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
