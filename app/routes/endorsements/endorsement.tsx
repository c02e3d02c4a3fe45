import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import {
  approveEndorsement,
  returnEndorsement,
} from "#app/modules/endorsements/approve-endorsement.server.ts";
import { renewEndorsement, revokeEndorsement } from "#app/modules/endorsements/end-endorsement.server.ts";
import { ownEndorsement } from "#app/modules/endorsements/queries.server.ts";
import { discardDraft } from "#app/modules/endorsements/save-draft.server.ts";
import {
  approveSchema,
  missingForSubmission,
  returnSchema,
  revokeSchema,
} from "#app/modules/endorsements/schema.ts";
import { submitEndorsement } from "#app/modules/endorsements/submit-endorsement.server.ts";
import { shownFields, type RevocationReason } from "#app/modules/endorsements/vocabulary.ts";
import { emptySchema } from "#app/modules/accounts/schema.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/endorsement";
import { EndorsementActs } from "./endorsement-acts.tsx";
import { FactList, factsOf, nameOf } from "./facts.tsx";
import { Road, StageBadge } from "./stage-badge.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const own = ownEndorsement(ctx, args.params.id);
  if (!own) throw new Response(null, { status: 404 });
  const { endorsement: row, ...rest } = own;
  return {
    ...rest,
    lang: ctx.lang,
    id: row.id,
    facts: factsOf(row),
    sectorNames: nameTables(ctx, ctx.lang, []).sectors,
    audience: row.audience,
    from: row.validFrom,
    until: row.validUntil,
    notYet: row.validFrom > ctx.now,
    statement: row.conflictStatement,
    missing: missingForSubmission(row),
    returnedBy: row.returnedBy,
    returnedNote: row.returnedNote,
    shown: row.acceptedAt ? row.shownFields : null,
    reason: row.revokedReason,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "endorsements.draft");
  const { id } = args.params;
  if (!ownEndorsement(ctx, id)) throw new Response(null, { status: 404 });
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  const here = go.endorsement(id);
  switch (form.get("intent")) {
    case "submit":
      return submitForm(form, ctx.lang, emptySchema, () => {
        submitEndorsement(ctx, id);
        return redirect(withNotice(here, "endorsementSubmitted"));
      });
    case "discard":
      return submitForm(form, ctx.lang, emptySchema, () => {
        discardDraft(ctx, id);
        return redirect(withNotice(go.endorsements(), "endorsementDiscarded"));
      });
    case "approve":
      return submitForm(form, ctx.lang, approveSchema, ({ seen }) => {
        approveEndorsement(ctx, id, seen);
        return redirect(withNotice(here, "endorsementApproved"));
      });
    case "return":
      return submitForm(form, ctx.lang, returnSchema, ({ note }) => {
        returnEndorsement(ctx, id, note);
        return redirect(withNotice(here, "endorsementReturned"));
      });
    case "renew":
      return submitForm(form, ctx.lang, emptySchema, () =>
        redirect(withNotice(go.endorsementEdit(renewEndorsement(ctx, id)), "endorsementRenewed")),
      );
    case "revoke":
      return submitForm(form, ctx.lang, revokeSchema, ({ reason }) => {
        revokeEndorsement(ctx, id, reason);
        return redirect(withNotice(here, "endorsementRevoked"));
      });
    default:
      throw new Response(null, { status: 400 });
  }
}

/** One endorsement as the multinational's people see it. */
export default function EndorsementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, id, firm, mnc, stage, held, facts, shown, reason } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.page;
  const go = at(lang);
  const reply = actionData as Reply;
  const form = formOf(reply);
  const title = t.endorsing.form.editTitle(nameOf(lang, firm));
  const dash = lang === "zh" ? "至" : " – ";
  const validity = `${formatDate(lang, loaderData.from)}${dash}${formatDate(lang, loaderData.until)}`;
  const reasonWords =
    reason && reason in t.endorsing.reasons
      ? t.endorsing.reasons[reason as RevocationReason]
      : words.byChamber;
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.endorsements()}>{t.endorsing.portfolio.title}</a>}
        title={title}
        lead={`${words.lead(nameOf(lang, mnc))} ${validity}`}
        actions={<StageBadge {...loaderData} />}
      />
      <FormErrors
        errors={[...form.errors, ...["seen", "sure"].flatMap((one) => form.field(one).errors ?? [])]}
      />
      {stage === "expired" || stage === "revoked" ? null : <Road lang={lang} stage={stage} />}
      {held ? <Notice tone="warn">{words.held}</Notice> : null}
      {stage === "draft" && loaderData.returnedBy === "approver" ? (
        <Notice tone="warn">
          {words.returnedApprover} {loaderData.returnedNote}
        </Notice>
      ) : null}
      {stage === "draft" && loaderData.returnedBy === "firm" ? <Notice>{words.returnedFirm}</Notice> : null}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="content">
          <h2 id="content" className="mb-2 text-xl">
            {words.content}
          </h2>
          <FactList lang={lang} facts={facts} fields={shownFields} sectorNames={loaderData.sectorNames} />
          <p className="mt-2">
            {t.endorsing.form.audience}
            {lang === "zh" ? "：" : ": "}
            {t.endorsing.audiences[loaderData.audience]}
          </p>
          <h3 className="mt-6 mb-1 font-semibold">{words.conflict}</h3>
          <p className="measure whitespace-pre-line">{loaderData.statement || t.endorsing.notSaid}</p>
          {loaderData.draftedBy ? (
            <p className="text-ink-soft mt-4 text-sm">
              {words.people(
                loaderData.draftedBy,
                loaderData.editedBy === loaderData.draftedBy ? null : loaderData.editedBy,
                loaderData.approvedBy,
              )}
            </p>
          ) : null}
        </section>
        <section aria-label={words.road}>
          {shown ? (
            <p className="mb-6">
              {words.shown}
              {lang === "zh" ? "：" : ": "}
              {shown.length > 0
                ? shown.map((field) => t.endorsing.fields[field]).join(lang === "zh" ? "、" : ", ")
                : words.shownNothing}
              {lang === "zh" ? "。" : ". "}
              <a href={go.verify(id)}>{words.verify}</a>
            </p>
          ) : null}
          {stage === "revoked" ? <p className="mb-6">{words.reasonShown(reasonWords)}</p> : null}
          <EndorsementActs lang={lang} acts={loaderData} reply={reply} />
        </section>
      </div>
    </>
  );
}
