import { env } from "#app/platform/env.server.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/robots";

/** Guides are for finding; result lists and the API are not worth a crawler's time. */
export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  const lines = ["User-agent: *", "Disallow: /en/search", "Disallow: /zh/search", "Disallow: /api/", ""];
  const text = [...lines, `Sitemap: ${env().APP_ORIGIN}/sitemap.xml`, ""].join("\n");
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
