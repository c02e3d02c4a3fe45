import { statusPurposes } from "#app/modules/credentials/credential.ts";
import { statusList } from "#app/modules/credentials/status-list.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/status-list";

/** `/credentials/status/revocation` and `/suspension`: signed lists, true at the moment of the answer. */
export async function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const purpose = statusPurposes.find((one) => one === args.params.purpose);
  if (!purpose) throw new Response(null, { status: 404 });
  const { jwt, etag } = await statusList(ctx, purpose);
  const headers = {
    "Content-Type": "application/vc+jwt",
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
    ETag: etag,
  };
  if (args.request.headers.get("If-None-Match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(jwt, { headers });
}
