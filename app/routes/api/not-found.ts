import { api } from "#app/platform/paths.ts";
import { apiError } from "#app/platform/api.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/not-found";

export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  return apiError(
    404,
    "not_found",
    `There is nothing at this address. What there is stands in ${api.openapi()}.`,
  );
}

/** The public API only answers questions; nothing can be changed through it. */
export function action(args: Route.ActionArgs) {
  guard(args, "site.read");
  return apiError(405, "method_not_allowed", "This address takes GET only.");
}
