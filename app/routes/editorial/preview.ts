import { renderProse } from "#app/modules/guides/markdown.ts";
import { linkFigures } from "#app/modules/guides/prose-facts.ts";
import { factsOf, findMarket } from "#app/modules/markets/queries.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/preview";

const longest = 60_000;

/** A text as readers would see it, drawn by the same renderer as the page; the editor's island asks while typing. */
export async function action(args: Route.ActionArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const form = await readForm(args.request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const side = text("side") === "zh" ? "zh" : "en";
  const market = findMarket(ctx, text("market"));
  const body = text("text").slice(0, longest);
  const prose = renderProse(side, market ? linkFigures(side, market.code, body, factsOf(ctx, market)) : body);
  return new Response(prose.html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
