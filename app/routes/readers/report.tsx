import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { reportableLines } from "#app/modules/feedback/lines.ts";
import { reportError } from "#app/modules/feedback/report-error.server.ts";
import { reportSchema } from "#app/modules/feedback/schema.ts";
import { plainFigures } from "#app/modules/guides/prose-facts.ts";
import { factsOf } from "#app/modules/markets/queries.server.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { GuideError } from "#app/routes/guides/missing-place.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/report";
import { sectionAt } from "./shown-section.server.ts";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "feedback.send");
  const { market, topic, section } = sectionAt(ctx, args.params);
  const facts = factsOf(ctx, market);
  return {
    ...{ lang: ctx.lang, market, topic },
    revision: section?.publishedRevisionId ?? "",
    sectionLang: section?.lang ?? ctx.lang,
    quote: (new URL(args.request.url).searchParams.get("quote") ?? "").slice(0, 600),
    lines: reportableLines(
      ctx.lang,
      section ? plainFigures(section.lang, section.body, facts) : "",
      facts.filter((fact) => fact.topic === topic),
    ),
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "feedback.send");
  const { market, topic, section } = sectionAt(ctx, args.params);
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, reportSchema, (input) => {
    reportError(ctx, section?.id ?? { market: market.code, topic, lang: ctx.lang }, input);
    return redirect(withNotice(at(ctx.lang).section(market.code, topic), "reportThanks"));
  });
}

/** An error on a line: the reader points at a line of the section, or pastes it, and says what is right. */
export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, topic, revision, sectionLang, quote, lines } = loaderData;
  const t = dictionary(lang);
  const words = t.readers.report;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const form = formOf(actionData, { quote });
  const [chosen] = form.values("line");
  return (
    <>
      <title>{`${words.title} · ${name} · ${t.topics[topic]} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={
          <a href={at(lang).section(market.code, topic)} className="text-note underline underline-offset-4">
            {name} · {t.topics[topic]}
          </a>
        }
        title={words.title}
        lead={words.lead}
      />
      {lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <form method="post" action={at(lang).report(market.code, topic)} className="max-w-3xl">
          <FormErrors errors={form.errors} />
          <input type="hidden" name="revision" value={revision} />
          <fieldset className="mb-6">
            <legend className="mb-1 font-semibold">{words.lines}</legend>
            <ul
              className="border-line-strong border-y"
              lang={sectionLang === lang ? undefined : sectionLang === "zh" ? "zh-Hans" : "en"}
            >
              {lines.map((line) => (
                <li key={line} className="border-line border-b last:border-b-0">
                  <label className="hover:bg-shoalwater has-checked:bg-note-tint flex min-h-11 cursor-pointer items-start gap-3 px-2 py-2 leading-snug">
                    <input
                      type="radio"
                      name="line"
                      value={line}
                      defaultChecked={chosen === line}
                      className="accent-note mt-0.5 size-5 shrink-0"
                    />
                    <span className="min-w-0 wrap-anywhere">{line}</span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <TextArea {...form.field("quote")} label={words.paste} rows={2} maxLength={2000} />
          <TextArea {...form.field("message")} label={words.message} required maxLength={1000} />
          <Button>{words.send}</Button>
        </form>
      )}
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <GuideError error={error} lang={params.lang === "zh" ? "zh" : "en"} />;
}
