import { data, redirect } from "react-router";
import { openPassport } from "#app/modules/passports/open-passport.server.ts";
import { passportContent } from "#app/modules/passports/passport-content.server.ts";
import { openSchema, openUnaskedSchema } from "#app/modules/passports/schema.ts";
import { dictionary } from "#app/i18n/index.ts";
import type { Lang } from "#app/platform/context.ts";
import { formatDate, formatTime } from "#app/platform/dates.ts";
import { formOf, passHeaders, type Reply } from "#app/platform/form.ts";
import { readForm, submitForm } from "#app/platform/form.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { EmptyState, PageHead } from "#app/ui/text.tsx";
import { behind } from "./behind.server.ts";
import { PassportShown } from "./passport-shown.tsx";
import type { Route } from "./+types/passport";

const secret = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow, noarchive" };

export function headers({ loaderHeaders, actionHeaders }: Route.HeadersArgs) {
  const answer = new Headers(loaderHeaders);
  for (const [name, value] of passHeaders({ actionHeaders })) answer.set(name, value);
  return answer;
}

export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const { lang } = ctx;
  const { token } = args.params;
  const found = behind(ctx, args.request, token);
  const none = { lang, token: "", asksWho: false, content: null, stand: "", until: "" };
  if (!found) return data({ ...none, gone: true }, { status: 404, headers: secret });
  const { asksWho, expiresAt } = found.passport;
  if (!found.openingId) return data({ ...none, gone: false, token, asksWho }, { headers: secret });
  const shown = {
    ...none,
    gone: false,
    token,
    content: passportContent(ctx, lang, found.passport),
    stand: formatTime(lang, ctx.now),
    until: formatDate(lang, expiresAt),
  };
  // Somebody signed in has forms on the page (sign out), which need an origin; the link stays on this site then, too.
  const quiet: Record<string, string> =
    ctx.actor.kind === "visitor" ? { "Referrer-Policy": "no-referrer" } : {};
  return data(shown, { headers: { ...secret, ...quiet } });
}

export async function action(args: Route.ActionArgs) {
  const ctx = guard(args, "site.read");
  const { token } = args.params;
  const form = await readForm(args.request);
  const found = behind(ctx, args.request, token);
  const page = at(ctx.lang).passport(token);
  const open = (who: { name: string; body: string }) => {
    const cookie = openPassport(ctx, token, { ...who, userAgent: args.request.headers.get("user-agent") });
    return redirect(page, { headers: { ...secret, ...(cookie ? { "Set-Cookie": cookie } : {}) } });
  };
  if (!found || found.openingId) return redirect(page, { headers: secret });
  return submitForm(form, ctx.lang, found.passport.asksWho ? openSchema : openUnaskedSchema, open);
}

export default function Passport({ loaderData, actionData }: Route.ComponentProps) {
  const { lang, gone, content, token, asksWho, stand, until } = loaderData;
  const t = dictionary(lang);
  const words = t.passports;
  if (content)
    return <PassportShown lang={lang} content={content} token={token} stand={stand} until={until} />;
  if (gone || loaderData.token === "") {
    return (
      <>
        <title>{`${words.gone.title} · ${t.common.site.name}`}</title>
        <meta name="robots" content="noindex" />
        <PageHead title={words.gone.title} />
        <EmptyState title={words.gone.text} />
      </>
    );
  }
  return <Cover lang={lang} token={token} asksWho={asksWho} reply={actionData} />;
}

/** What a link shows before somebody opens it: nothing of the firm, since robots and previews come this far. */
function Cover({
  lang,
  token,
  asksWho,
  reply,
}: {
  lang: Lang;
  token: string;
  asksWho: boolean;
  reply: Reply;
}) {
  const t = dictionary(lang);
  const words = t.passports.cover;
  const form = formOf(reply);
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <meta name="robots" content="noindex" />
      <PageHead kicker={t.passports.shown.kicker} title={words.title} lead={words.lead} />
      <form method="post" action={at(lang).passport(token)} className="max-w-lg">
        <FormErrors errors={form.errors} />
        {asksWho ? (
          <>
            <p className="mb-4">{words.asks}</p>
            <TextField
              {...form.field("name")}
              label={words.name}
              autoComplete="name"
              required
              maxLength={80}
            />
            <TextField
              {...form.field("body")}
              label={words.body}
              autoComplete="organization"
              required
              maxLength={120}
            />
          </>
        ) : null}
        <Button>{words.open}</Button>
      </form>
    </>
  );
}
