import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { askQuestion } from "#app/modules/desk/ask-question.server.ts";
import { askSchema } from "#app/modules/desk/schema.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/ask";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "desk.ask");
  const q = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, 200);
  return { lang: ctx.lang, q };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "desk.ask");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, askSchema, (input) => {
    askQuestion(ctx, ctx.lang, input);
    return redirect(withNotice(at(ctx.lang).questions(), "questionSent"));
  });
}

export default function Ask({ loaderData: { lang, q }, actionData }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.searching.desk;
  const form = formOf(actionData, { q, question: "" });
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<a href={at(lang).questions()}>{words.mine}</a>}
      />
      <form method="post" className="max-w-2xl">
        <FormErrors errors={form.errors} />
        {q || form.sent ? <TextField {...form.field("q")} label={words.query} maxLength={200} /> : null}
        <TextArea
          {...form.field("question")}
          label={words.question}
          hint={words.hint}
          rows={7}
          required
          minLength={10}
          maxLength={2000}
        />
        <Button>{words.send}</Button>
      </form>
    </>
  );
}
