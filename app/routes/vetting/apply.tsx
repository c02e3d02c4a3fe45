import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { fill } from "#app/i18n/fill.ts";
import { answerMore } from "#app/modules/vetting/answer-more.server.ts";
import { appealCase } from "#app/modules/vetting/appeal-case.server.ts";
import { ownVetting } from "#app/modules/vetting/own-vetting.server.ts";
import { answerSchema, appealSchema, emptySchema, submitSchema } from "#app/modules/vetting/schema.ts";
import { submitCase, withdrawCase } from "#app/modules/vetting/submit-case.server.ts";
import { formatDate } from "#app/platform/dates.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/apply";
import { Application } from "./application.tsx";
import { Criteria } from "./criteria.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { Messages } from "./messages.tsx";
import { AnswerForm, AppealForm, Outcome, WithdrawForm } from "./own-steps.tsx";
import { StandingNow } from "./standing-now.tsx";
import { StepHistory } from "./step-history.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "vetting.apply");
  return { lang: ctx.lang, vetting: ownVetting(ctx) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "vetting.apply");
  const form = await readForm(args.request);
  const { lang } = ctx;
  const back = at(lang).vetting();
  switch (form.get("intent")) {
    case "withdraw":
      return submitForm(form, lang, emptySchema, () => {
        withdrawCase(ctx);
        return redirect(withNotice(back, "caseWithdrawn"));
      });
    case "answer":
      return submitForm(form, lang, answerSchema, ({ text }) => {
        answerMore(ctx, text);
        return redirect(withNotice(back, "answerSent"));
      });
    case "appeal":
      return submitForm(form, lang, appealSchema, ({ text }) => {
        appealCase(ctx, text);
        return redirect(withNotice(back, "appealSent"));
      });
    default:
      return submitForm(form, lang, submitSchema, () => {
        submitCase(ctx);
        return redirect(withNotice(back, "caseSubmitted"));
      });
  }
}

/** The firm's vetting: where it stands and what comes next first, then what it has to do, then what has been. */
export default function Apply({ loaderData: { lang, vetting }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.vetting;
  const form = formOf(actionData);
  const { one, collecting, evidence, messages, steps, standing } = vetting;
  const renewing = standing.status === "vetted" && one !== null && one.state !== "approved";
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <FormErrors errors={form.errors} />
      <StandingNow lang={lang} vetting={vetting} />
      {renewing ? (
        <p className="measure mb-6 font-semibold">
          {fill(words.stillVetted, { date: formatDate(lang, new Date(standing.until)) })}
        </p>
      ) : null}
      {one?.state === "more_info" ? (
        <AnswerForm lang={lang} messages={messages} field={form.field("text")} />
      ) : null}
      {one ? <Outcome lang={lang} one={one} /> : null}
      {one?.appealUntil ? (
        <AppealForm lang={lang} until={one.appealUntil} field={form.field("text")} />
      ) : null}
      {collecting ? (
        <Application lang={lang} vetting={vetting} declaration={form.field("declaration")} />
      ) : null}
      {one?.state === "submitted" ? <WithdrawForm lang={lang} /> : null}
      {one && !collecting ? (
        <section aria-labelledby="evidence" className="mt-10">
          <h2 id="evidence" className="mb-3 text-xl">
            {words.evidenceTitle}
          </h2>
          <EvidenceList lang={lang} evidence={evidence} />
        </section>
      ) : null}
      {messages.length > 0 ? <Messages lang={lang} messages={messages} /> : null}
      {steps.length > 0 ? <StepHistory lang={lang} steps={steps} /> : null}
      <Criteria lang={lang} />
    </>
  );
}
