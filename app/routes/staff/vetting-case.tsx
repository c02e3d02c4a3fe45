import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { askMore } from "#app/modules/vetting/ask-more.server.ts";
import { caseFile } from "#app/modules/vetting/case-file.server.ts";
import { giveReview } from "#app/modules/vetting/give-review.server.ts";
import { cannedReplies } from "#app/modules/vetting/canned-replies.ts";
import { resumeCase } from "#app/modules/vetting/resume-case.server.ts";
import { saveReviewDraft } from "#app/modules/vetting/save-review-draft.server.ts";
import { askSchema, emptySchema, reviewDraftSchema, reviewSchema } from "#app/modules/vetting/schema.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { EvidenceList } from "#app/routes/vetting/evidence-list.tsx";
import { Messages } from "#app/routes/vetting/messages.tsx";
import { StepHistory } from "#app/routes/vetting/step-history.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/vetting-case";
import { AskForms } from "./vetting-ask.tsx";
import { CaseHead } from "./vetting-head.tsx";
import { CaseProfile } from "./vetting-profile.tsx";
import { NothingToReview, ReviewForm } from "./vetting-review-form.tsx";
import { GivenReviews } from "./vetting-reviews.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "vetting.review");
  const file = caseFile(ctx, args.params.id);
  if (!file) throw new Response(null, { status: 404 });
  const asked = new URL(args.request.url).searchParams.get("template");
  const template = cannedReplies.find((one) => one === asked) ?? null;
  // A week as the day to answer by, unless somebody chooses another.
  const answerBy = new Date(ctx.now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  return { lang: ctx.lang, file, template, answerBy, keeper: ctx.actor.userId };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "vetting.review");
  const { lang } = ctx;
  const { id } = args.params;
  // Somebody who may not know of the case learns nothing from what a verb would refuse.
  if (!caseFile(ctx, id)) throw new Response(null, { status: 404 });
  const form = await readForm(args.request);
  const back = at(lang).staffVettingCase(id);
  switch (form.get("intent")) {
    case "review":
      return submitForm(form, lang, reviewSchema, (input) => {
        giveReview(ctx, id, input);
        return redirect(withNotice(back, "reviewGiven"));
      });
    case "ask":
      return submitForm(form, lang, askSchema, (input) => {
        askMore(ctx, id, input);
        return redirect(withNotice(back, "questionAsked"));
      });
    case "resume":
      return submitForm(form, lang, emptySchema, () => {
        resumeCase(ctx, id);
        return redirect(withNotice(back, "caseResumed"));
      });
    // What cannot be taken back is only done by its button: Enter and the save as you go keep the draft.
    default:
      return submitForm(form, lang, reviewDraftSchema, (body) => {
        saveReviewDraft(ctx, id, body);
        return redirect(withNotice(back, "reviewSaved"));
      });
  }
}

/** One case: profile as handed in, evidence, what was said; and the place to review it or to ask for more. */
export default function VettingCase({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, file, template, answerBy, keeper } = loaderData;
  const t = dictionary(lang);
  const words = t.vetting.file;
  const go = at(lang);
  const form = formOf(actionData);
  const intent = form.values("intent")[0];
  const name = lang === "zh" ? file.firm.nameZh || file.firm.nameEn : file.firm.nameEn || file.firm.nameZh;
  return (
    <>
      <title>{`${name} · ${t.vetting.title} · ${t.common.site.name}`}</title>
      <PageHead kicker={<a href={go.staffVetting()}>{words.kicker}</a>} title={name} />
      <FormErrors errors={form.errors} />
      <CaseHead lang={lang} file={file} />
      <CaseProfile lang={lang} file={file} />
      <section aria-labelledby="evidence" className="mt-10">
        <h2 id="evidence" className="mb-3 text-xl">
          {t.vetting.evidenceTitle}
        </h2>
        <EvidenceList lang={lang} evidence={file.evidence} />
      </section>
      {file.messages.length > 0 ? <Messages lang={lang} messages={file.messages} /> : null}
      <GivenReviews lang={lang} file={file} />
      {file.mayReview ? (
        <ReviewForm
          lang={lang}
          file={file}
          keeper={keeper}
          reply={intent === "ask" || intent === "resume" ? undefined : actionData}
        />
      ) : (
        <NothingToReview lang={lang} file={file} keeper={keeper} />
      )}
      <AskForms
        lang={lang}
        file={file}
        template={template}
        answerBy={answerBy}
        reply={intent === "ask" ? actionData : undefined}
      />
      {file.steps.length > 0 ? <StepHistory lang={lang} steps={file.steps} /> : null}
    </>
  );
}
