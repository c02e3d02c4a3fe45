import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { emptySchema } from "#app/modules/accounts/schema.ts";
import {
  acceptEndorsement,
  declineEndorsement,
} from "#app/modules/endorsements/accept-endorsement.server.ts";
import { endorsementOfFirm } from "#app/modules/endorsements/queries.server.ts";
import { acceptSchema } from "#app/modules/endorsements/schema.ts";
import { shownFields, type ShownField } from "#app/modules/endorsements/vocabulary.ts";
import { nameTables } from "#app/modules/matching/queries.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/endorsed";
import { ChooseShown, StrangerSees } from "./choose-shown.tsx";
import { factsOf, nameOf } from "./facts.tsx";
import { StageBadge } from "./stage-badge.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "endorsements.answer");
  const found = endorsementOfFirm(ctx, args.params.id);
  if (!found) throw new Response(null, { status: 404 });
  const { endorsement: row, firm: mnc, own, stage, held, counts, seen } = found;
  const asked = new URL(args.request.url).searchParams.getAll("shown");
  const ticked = shownFields.filter((field) => asked.includes("all") || asked.includes(field));
  return {
    lang: ctx.lang,
    id: row.id,
    mnc,
    own,
    stage,
    held,
    counts,
    seen,
    notYet: row.validFrom > ctx.now,
    facts: factsOf(row),
    audience: row.audience,
    from: row.validFrom,
    until: row.validUntil,
    shown: row.acceptedAt ? row.shownFields : null,
    ticked,
    sectorNames: nameTables(ctx, ctx.lang, []).sectors,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "endorsements.answer");
  const { id } = args.params;
  if (!endorsementOfFirm(ctx, id)) throw new Response(null, { status: 404 });
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  if (form.get("intent") === "decline") {
    return submitForm(form, ctx.lang, emptySchema, () => {
      declineEndorsement(ctx, id);
      return redirect(withNotice(go.endorsedList(), "endorsementDeclined"));
    });
  }
  return submitForm(form, ctx.lang, acceptSchema, async ({ seen, shown, previewed }) => {
    // Ticks that the preview did not show are shown first: what is accepted has been read.
    if (!previewed) throw new DomainError("endorsement.previewFirst");
    await acceptEndorsement(ctx, id, seen, shown);
    return redirect(withNotice(go.endorsed(id), "endorsementAccepted"));
  });
}

/** The firm decides: what a stranger would see, field by field, then accept or decline. */
export default function Endorsed({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, mnc, stage, shown, until } = loaderData;
  const t = dictionary(lang);
  const words = t.endorsing.endorsed;
  const go = at(lang);
  const form = formOf(actionData as Reply);
  const waits = stage === "acceptance";
  const title = (waits ? words.ask : words.by)(nameOf(lang, mnc));
  const sent = form.sent ? (form.values("shown") as ShownField[]) : loaderData.ticked;
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.endorsedList()}>{words.title}</a>}
        title={title}
        actions={waits ? null : <StageBadge {...loaderData} />}
      />
      <FormErrors errors={[...form.errors, ...(form.field("seen").errors ?? [])]} />
      {loaderData.held ? <Notice tone="warn">{t.endorsing.page.held}</Notice> : null}
      {waits && loaderData.held ? (
        <form method="post" action={go.endorsed(loaderData.id)}>
          <Button look="secondary" name="intent" value="decline">
            {words.decline}
          </Button>
          <p className="text-ink-soft mt-2 text-sm">{words.declineHint}</p>
        </form>
      ) : waits ? (
        <ChooseShown lang={lang} ticked={sent} loaded={loaderData} />
      ) : (
        <>
          {stage === "active" ? (
            <p className="mb-6">
              {loaderData.counts ? words.inForce(formatDate(lang, until)) : words.paused}{" "}
              <a href={go.verify(loaderData.id)}>{t.endorsing.page.verify}</a>
            </p>
          ) : null}
          {shown ? <StrangerSees lang={lang} title={words.shown} shown={shown} loaded={loaderData} /> : null}
        </>
      )}
    </>
  );
}
