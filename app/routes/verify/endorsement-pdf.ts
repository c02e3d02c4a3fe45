import { endorsementSheet } from "#app/modules/credentials/endorsement-sheet.server.ts";
import { pressAnswer } from "#app/modules/pdf/press.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/endorsement-pdf";

/** An endorsement in force as one page to print, with the QR code that leads to its verification page. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const params: { id?: string } = args.params;
  const id = params.id ?? "";
  const model = endorsementSheet(ctx, ctx.lang, id);
  if (!model) throw new Response(null, { status: 404 });
  return pressAnswer(args.request, model, `endorsement-${id.slice(0, 8)}.${ctx.lang}.pdf`, {
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
  });
}
