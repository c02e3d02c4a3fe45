import { verificationOf } from "#app/modules/credentials/queries.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/credential-jwt";

/** The signed credential as a file, while there is something in it to hold on to. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const params: { id?: string } = args.params;
  const found = verificationOf(ctx, params.id ?? "");
  if (!found?.jwt) throw new Response(null, { status: 404 });
  return new Response(found.jwt, {
    headers: {
      "Content-Type": "application/vc+jwt",
      "Content-Disposition": `attachment; filename="endorsement-${found.id.slice(0, 8)}.jwt"`,
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
