import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { disclosedFirm } from "#app/modules/msmes/firm.server.ts";
import { askIntroduction } from "#app/modules/network/ask-introduction.server.ts";
import { mayAsk } from "#app/modules/network/policy.ts";
import { askSchema } from "#app/modules/network/schema.ts";
import { nameOf } from "#app/modules/network/suppliers.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf, passHeaders } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/introduction-new";

export const headers = passHeaders;

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "network.read");
  const seen = disclosedFirm(ctx, new URL(args.request.url).searchParams.get("firm") ?? "");
  if (!seen || !mayAsk(seen)) throw new Response(null, { status: 404 });
  return { lang: ctx.lang, firm: seen.firm };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "network.read");
  const form = await readForm(args.request);
  return submitForm(form, ctx.lang, askSchema, (input) => {
    if (!askIntroduction(ctx, input)) throw new Response(null, { status: 404 });
    return redirect(withNotice(at(ctx.lang).introductions(), "introductionAsked"));
  });
}

export default function IntroductionNew({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, firm } = loaderData;
  const t = dictionary(lang);
  const words = t.network.introductions;
  const go = at(lang);
  const form = formOf(actionData);
  const title = words.newTitle(nameOf(lang, firm));
  return (
    <>
      <title>{`${title} · ${t.common.site.name}`}</title>
      <PageHead
        kicker={<a href={go.firm(firm.id)}>{nameOf(lang, firm)}</a>}
        title={title}
        lead={words.newLead}
      />
      <FormErrors errors={form.errors} />
      <form method="post" action={go.introductionNew({ firm: firm.id })} className="max-w-2xl">
        <input type="hidden" name="firm" value={firm.id} />
        <TextArea
          {...form.field("message")}
          label={words.message}
          hint={words.messageHint}
          rows={8}
          required
          minLength={30}
          maxLength={2000}
        />
        <Button>{words.send}</Button>
      </form>
    </>
  );
}
