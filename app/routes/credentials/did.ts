import { ownDidDocument } from "#app/modules/credentials/keys.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/did";

/** `/.well-known/did.json`: the public keys by which everything that we sign can be checked, by any site. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  return new Response(JSON.stringify(ownDidDocument(ctx.db)), {
    headers: {
      "Content-Type": "application/did+json",
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": "no-cache",
    },
  });
}
