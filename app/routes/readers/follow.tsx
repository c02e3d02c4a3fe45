import { redirect } from "react-router";
import { dictionary } from "#app/i18n/index.ts";
import { setFollow } from "#app/modules/follows/follow.server.ts";
import { followSchema, followTopic } from "#app/modules/follows/schema.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { formOf } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import { GuideError } from "#app/routes/guides/missing-place.tsx";
import { marketAt } from "#app/routes/guides/place.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/follow";

export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.follow");
  const { search, searchParams } = new URL(args.request.url);
  const market = marketAt(ctx, args.params, search);
  const topic = followTopic.safeParse(searchParams.get("topic") ?? "");
  return { lang: ctx.lang, market, topic: topic.success ? topic.data : ("" as const) };
}

export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.follow");
  const { code } = marketAt(ctx, args.params, "");
  const form = await readForm(args.request);
  const go = at(ctx.lang);
  return submitForm(form, ctx.lang, followSchema, (input) => {
    const { topic, intent } = input;
    setFollow(ctx, { ...input, market: code });
    if (form.get("from") === "list") {
      if (intent === "follow") return redirect(withNotice(go.follows(), "followed"));
      return redirect(go.follows({ ended: topic ? `${code}/${topic}` : code }));
    }
    const page = topic ? go.section(code, topic) : go.guide(code);
    return redirect(withNotice(page, intent === "follow" ? "followed" : "unfollowed"));
  });
}

/** Where a visitor lands after signing in: one press follows. */
export default function Follow({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, market, topic } = loaderData;
  const t = dictionary(lang);
  const words = t.readers.follow;
  const name = lang === "zh" ? market.nameZh : market.nameEn;
  const place = topic === "" ? name : `${name} · ${t.topics[topic]}`;
  return (
    <>
      <title>{`${words.confirm(place)} · ${t.common.site.name}`}</title>
      <PageHead title={words.confirm(place)} lead={words.confirmText} />
      <form method="post" action={at(lang).follow(market.code, { topic })}>
        <FormErrors errors={formOf(actionData).errors} />
        <input type="hidden" name="market" value={market.code} />
        <input type="hidden" name="topic" value={topic} />
        <Button name="intent" value="follow">
          {words.go}
        </Button>
      </form>
    </>
  );
}

export function ErrorBoundary({ error, params }: Route.ErrorBoundaryProps) {
  return <GuideError error={error} lang={params.lang === "zh" ? "zh" : "en"} />;
}
