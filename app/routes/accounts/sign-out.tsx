import { redirect } from "react-router";
import { revokeSession, signOutEverywhere } from "#app/modules/accounts/sign-out.server.ts";
import { dictionary } from "#app/i18n/index.ts";
import { readForm } from "#app/platform/form.server.ts";
import { withNotice } from "#app/platform/notice.ts";
import { at } from "#app/platform/paths.ts";
import { blankCookie } from "#app/platform/sessions.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHead } from "#app/ui/text.tsx";
import type { Route } from "./+types/sign-out";

export function loader(args: Route.LoaderArgs) {
  const { lang, actor } = guard(args, "account.enter");
  if (actor.kind === "visitor") throw redirect(at(lang).home());
  return { lang };
}

export async function action(args: Route.ActionArgs) {
  const { actor, ...ctx } = guard(args, "account.enter");
  const everywhere = (await readForm(args.request)).get("where") === "everywhere";
  if (actor.kind === "user") {
    if (everywhere) signOutEverywhere({ ...ctx, actor });
    else revokeSession({ ...ctx, actor }, actor.sessionId);
  }
  const path = withNotice(at(ctx.lang).home(), everywhere ? "signedOutEverywhere" : "signedOut");
  return redirect(path, { headers: { "Set-Cookie": blankCookie(ctx.db) } });
}

export default function SignOut({ loaderData: { lang } }: Route.ComponentProps) {
  const t = dictionary(lang);
  const words = t.accounts.signOut;
  return (
    <>
      <title>{`${words.title} · ${t.common.site.name}`}</title>
      <PageHead title={words.title} lead={words.lead} />
      <form method="post" action={at(lang).signOut()} className="flex flex-wrap gap-4">
        <Button name="where" value="here">
          {words.here}
        </Button>
        <Button name="where" value="everywhere" look="secondary">
          {words.everywhere}
        </Button>
      </form>
    </>
  );
}
