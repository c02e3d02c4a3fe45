import { redirect } from "react-router";
import { notePaper } from "#app/modules/passports/open-passport.server.ts";
import { passportPaper } from "#app/modules/passports/passport-paper.server.ts";
import { pressAnswer } from "#app/modules/pdf/press.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import { behind } from "./behind.server.ts";
import type { Route } from "./+types/passport-pdf";

/** An opened passport to print; whoever has not opened it is led to its cover. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const params: { token?: string } = args.params;
  const token = params.token ?? "";
  const found = behind(ctx, args.request, token);
  if (!found) throw new Response(null, { status: 404 });
  if (!found.openingId) throw redirect(at(ctx.lang).passport(token));
  const model = passportPaper(ctx, ctx.lang, found.passport);
  if (!model) throw new Response(null, { status: 404 });
  notePaper(ctx, found.passport.id, found.openingId);
  return pressAnswer(args.request, model, `passport.${ctx.lang}.pdf`, {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
  });
}
