import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import { may } from "#app/modules/accounts/rights.ts";
import { proposalSchema, suspensionSchema } from "#app/modules/vetting/schema.ts";
import { standings } from "#app/modules/vetting/standings.server.ts";
import {
  confirmSuspension,
  proposeSuspension,
  withdrawSuspension,
} from "#app/modules/vetting/suspend-standing.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Badge, EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/vetting-standing";
import { OpenProposal, SuspensionForm } from "./vetting-suspension.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "vetting.suspend");
  const q = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 80);
  return {
    lang: ctx.lang,
    q,
    rows: standings(ctx, q),
    alone: ctx.actor.staffRoles.includes("admin"),
    reviews: may(ctx.actor, "vetting.review"),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "vetting.suspend");
  const { lang } = ctx;
  const form = await readForm(args.request);
  const intent = form.get("intent");
  const back = at(lang).staffVettingStanding();
  if (intent === "confirm" || intent === "withdraw") {
    return submitForm(form, lang, proposalSchema, ({ proposal }) => {
      if (intent === "withdraw") {
        withdrawSuspension(ctx, proposal);
        return redirect(withNotice(back, "proposalWithdrawn"));
      }
      const kind = confirmSuspension(ctx, proposal);
      return redirect(withNotice(back, kind === "lift" ? "standingLifted" : "standingSuspended"));
    });
  }
  return submitForm(form, lang, suspensionSchema, (input) => {
    const done = proposeSuspension(ctx, input);
    const notices = {
      proposed: "standingProposed",
      suspend: "standingSuspended",
      lift: "standingLifted",
    } as const;
    return redirect(withNotice(back, notices[done]));
  });
}

/** Standings in force and suspended, with the place to suspend, to lift and to confirm what a vetter proposed. */
export default function VettingStanding({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, q, rows, alone, reviews } = loaderData;
  const t = dictionary(lang);
  const words = t.vetting.standing;
  const go = at(lang);
  const form = formOf(actionData);
  const sentFor = form.values("case")[0];
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          reviews ? (
            <a href={go.staffVetting()}>{t.vetting.queue.title}</a>
          ) : (
            <a href={go.staff()}>{t.staff.kicker}</a>
          )
        }
        title={words.title}
        lead={words.lead}
      />
      <FormErrors errors={form.errors} />
      <form
        method="get"
        action={go.staffVettingStanding()}
        className="mb-4 grid max-w-xl items-end gap-x-4 sm:grid-cols-[1fr_auto]"
      >
        <TextField name="q" label={words.search} defaultValue={q} maxLength={80} />
        <div className="mb-5">
          <Button look="secondary">{t.vetting.queue.filter}</Button>
        </div>
      </form>
      {rows.length === 0 ? <EmptyState title={words.none} /> : null}
      <ul className="border-line divide-line divide-y border-y">
        {rows.map((row) => (
          <li key={row.id} className="py-4">
            <p className="flex flex-wrap items-center gap-2">
              <strong>
                {lang === "zh" ? row.firm.nameZh || row.firm.nameEn : row.firm.nameEn || row.firm.nameZh}
              </strong>
              {row.state === "suspended" ? (
                <Badge tone="bad">{words.suspended}</Badge>
              ) : row.expiresAt ? (
                <span className="text-ink-soft">
                  {fill(words.inForce, { date: formatDate(lang, row.expiresAt) })}
                </span>
              ) : null}
            </p>
            {row.proposal ? (
              <OpenProposal lang={lang} proposal={row.proposal} />
            ) : (
              <SuspensionForm
                lang={lang}
                row={row}
                alone={alone}
                reply={sentFor === row.id ? actionData : undefined}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
