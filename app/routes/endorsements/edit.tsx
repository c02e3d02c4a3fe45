import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { dayOf } from "#app/modules/endorsements/days.ts";
import { stageAfter } from "#app/modules/endorsements/policy.ts";
import { ownEndorsement } from "#app/modules/endorsements/queries.server.ts";
import { saveDraft } from "#app/modules/endorsements/save-draft.server.ts";
import { draftSchema } from "#app/modules/endorsements/schema.ts";
import { listMarketNames } from "#app/modules/opportunities/queries.server.ts";
import { sectorTree } from "#app/modules/sectors/queries.server.ts";
import { passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/edit";
import { DraftForm } from "./draft-form.tsx";
import { nameOf } from "./facts.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const own = ownEndorsement(ctx, args.params.id);
  if (!own) throw new Response(null, { status: 404 });
  // What is active or over cannot be changed: its page says what can be done.
  if (stageAfter(own.stage, "edit") === null) throw redirect(at(ctx.lang).endorsement(args.params.id));
  const row = own.endorsement;
  return {
    lang: ctx.lang,
    id: row.id,
    firm: own.firm,
    stage: own.stage,
    tree: sectorTree(ctx),
    markets: listMarketNames(ctx),
    savedSectors: row.scopeSectors,
    savedMarkets: row.scopeMarkets,
    saved: {
      supplierSince: row.supplierSince,
      relationship: row.relationship,
      spendBand: row.spendBand,
      goodsEn: row.goodsEn,
      goodsZh: row.goodsZh,
      recordEn: row.recordEn,
      recordZh: row.recordZh,
      audience: row.audience,
      conflictStatement: row.conflictStatement,
      firstDay: dayOf(row.validFrom),
      lastDay: dayOf(row.validUntil),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const { id } = args.params;
  const own = ownEndorsement(ctx, id);
  if (!own) throw new Response(null, { status: 404 });
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, draftSchema, (value) => {
    saveDraft(ctx, id, value);
    const key = own.stage === "draft" ? "endorsementSaved" : "endorsementBackToDraft";
    return redirect(withNotice(at(ctx.lang).endorsement(id), key));
  });
}

export default function EditEndorsement({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, id, firm, stage, tree, markets, saved, savedSectors, savedMarkets } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.form;
  const go = at(lang);
  const title = words.editTitle(nameOf(lang, firm));
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead kicker={<a href={go.endorsements()}>{t.endorsing.portfolio.title}</a>} title={title} />
      {stage === "draft" ? null : <Notice tone="warn">{words.editedWarning}</Notice>}
      <DraftForm
        lang={lang}
        action={go.endorsementEdit(id)}
        reply={actionData as Reply}
        saved={saved}
        savedSectors={savedSectors}
        savedMarkets={savedMarkets}
        tree={tree}
        markets={markets}
      >
        <div className="flex flex-wrap gap-4">
          <Button>{words.save}</Button>
          <ButtonLink look="quiet" href={go.endorsement(id)}>
            {t.endorsing.page.content}
          </ButtonLink>
        </div>
      </DraftForm>
    </>
  );
}
