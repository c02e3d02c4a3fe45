import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { dayOf, lastDayOf } from "#app/modules/endorsements/days.ts";
import { endorsableFirm, endorsableFirms } from "#app/modules/endorsements/queries.server.ts";
import { startDraft } from "#app/modules/endorsements/save-draft.server.ts";
import { draftSchema } from "#app/modules/endorsements/schema.ts";
import { ownSuppliers } from "#app/modules/endorsements/supplier-queries.server.ts";
import { listMarketNames } from "#app/modules/opportunities/queries.server.ts";
import { sectorTree } from "#app/modules/sectors/queries.server.ts";
import { passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/new";
import { DraftForm } from "./draft-form.tsx";
import { nameOf } from "./facts.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const asked = new URL(args.request.url).searchParams;
  const q = (asked.get("q") ?? "").trim().slice(0, 80);
  const id = asked.get("firm");
  const firm = id === null ? null : endorsableFirm(ctx, id);
  if (id !== null && firm === null) throw new Response(null, { status: 404 });
  const suppliers = ownSuppliers(ctx).filter((one) => one.stage === "vetted" && one.msmeId !== null);
  const invited = suppliers.find((one) => one.msmeId === id);
  const today = dayOf(ctx.now);
  return {
    lang: ctx.lang,
    q,
    firm,
    found: firm === null && q !== "" ? endorsableFirms(ctx, q) : [],
    suppliers: suppliers.flatMap((one) => endorsableFirm(ctx, one.msmeId!) ?? []),
    tree: firm ? sectorTree(ctx) : [],
    markets: firm ? listMarketNames(ctx) : [],
    saved: {
      supplierSince: invited?.supplierSince ?? null,
      goodsZh: invited && /\p{Script=Han}/u.test(invited.goods) ? invited.goods : null,
      goodsEn: invited && !/\p{Script=Han}/u.test(invited.goods) ? invited.goods : null,
      firstDay: today,
      lastDay: lastDayOf(today),
      relationship: "directSupplier",
      audience: "public",
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const firm = endorsableFirm(ctx, new URL(args.request.url).searchParams.get("firm") ?? "");
  if (firm === null) throw new Response(null, { status: 404 });
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, draftSchema, (value) => {
    const id = startDraft(ctx, firm.id, value);
    return redirect(withNotice(at(ctx.lang).endorsement(id), "endorsementSaved"));
  });
}

/** First the firm, then the form. */
export default function NewEndorsement({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, q, firm, found, suppliers, tree, markets, saved } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.form;
  const go = at(lang);
  const title = firm ? words.editTitle(nameOf(lang, firm)) : words.newTitle;
  const firms = (label: string, rows: typeof found) => (
    <section aria-label={label} className="mb-8 max-w-2xl">
      <h2 className="mb-2 text-xl">{label}</h2>
      <ul className="divide-line border-line divide-y border-y">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-4 py-2">
            <span>{nameOf(lang, row)}</span>
            <a
              href={go.endorsementNew({ firm: row.id })}
              className="text-deep inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {words.choose} <span className="sr-only">{nameOf(lang, row)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.endorsements()}>{t.endorsing.portfolio.title}</a>}
        title={title}
        lead={firm ? <a href={go.endorsementNew()}>{words.other}</a> : words.newLead}
      />
      {firm ? (
        <DraftForm
          lang={lang}
          action={go.endorsementNew({ firm: firm.id })}
          reply={actionData as Reply}
          saved={saved}
          savedSectors={[]}
          savedMarkets={[]}
          tree={tree}
          markets={markets}
        >
          <Button>{words.saveNew}</Button>
        </DraftForm>
      ) : (
        <>
          {suppliers.length > 0 ? firms(words.own, suppliers) : null}
          <form
            method="get"
            action={go.endorsementNew()}
            className="mb-6 grid max-w-2xl items-end gap-x-4 sm:grid-cols-[1fr_auto]"
          >
            <TextField
              name="q"
              label={words.search}
              hint={words.searchHint}
              defaultValue={q}
              minLength={2}
              maxLength={80}
              required
            />
            <div className="mb-5">
              <Button look="secondary">{words.find}</Button>
            </div>
          </form>
          {found.length > 0 ? firms(words.found, found) : null}
          {q && found.length === 0 ? (
            <EmptyState title={words.foundNone}>
              {words.foundNoneText} <a href={go.supplierInvite()}>{t.endorsing.suppliers.invite}</a>
            </EmptyState>
          ) : null}
        </>
      )}
    </>
  );
}
