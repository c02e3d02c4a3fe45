import { redirect } from "react-router";
import { glossary } from "#app/modules/glossary/queries.server.ts";
import { at } from "#app/platform/paths.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/glossary-term";

/** A term's own address leads to its place in the list. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guard(args, "site.read");
  const term = glossary(ctx).find(({ id }) => id === args.params.id.toLowerCase());
  if (!term) throw new Response(null, { status: 404 });
  return redirect(at(ctx.lang).glossaryTerm(term.id), 301);
}
