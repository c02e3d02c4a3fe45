import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { feedbackSchema } from "#app/modules/feedback/schema.ts";
import { sendFeedback } from "#app/modules/feedback/send-feedback.server.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { GuideError } from "#app/routes/guides/missing-place.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/feedback";
import { sectionAt } from "./shown-section.server.ts";
import { NotUsefulForm } from "./useful-form.tsx";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "feedback.send");
  const { market, topic, section } = sectionAt(ctx, args.params);
  return { lang: ctx.lang, market, topic, revision: section?.publishedRevisionId ?? null };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "feedback.send");
  const { market, topic, section } = sectionAt(ctx, args.params);
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, feedbackSchema, (input) => {
    sendFeedback(ctx, section?.id ?? "", input);
    return redirect(withNotice(at(ctx.lang).section(market.code, topic), "feedbackThanks"));
  });
}

/** The page that the form of a section comes back to when something is wrong with it. */
export default function Feedback({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, topic, revision } = loaderData;
  const t = dictionary(lang);
  const words = t.readers;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  return (
    <>
      <title>{`${words.useful.title} · ${name} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <a href={at(lang).section(market.code, topic)} className="text-note underline underline-offset-4">
            {name} · {t.topics[topic]}
          </a>
        }
        title={words.useful.title}
      />
      {revision ? (
        <div className="max-w-xl">
          <NotUsefulForm
            lang={lang}
            market={market.code}
            topic={topic}
            revision={revision}
            reply={actionData}
          />
        </div>
      ) : (
        <EmptyState title={words.report.none}>{words.report.noneText}</EmptyState>
      )}
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <GuideError error={error} lang={params.lang === "zh" ? "zh" : "en"} />;
}
