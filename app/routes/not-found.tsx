import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/not-found";

/** Any other address below a language: the helpful 404 of the shell. */
export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
