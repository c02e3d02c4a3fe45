import { guard } from "#app/routes/guard.server.ts";
import worker from "#app/islands/service-worker.ts?worker&url";
import type { Route } from "./+types/service-worker";

/**
 * The service worker at the site's root, so that it may answer for every page. Its text names the built script, whose
 * name holds its hash: a new build is a new worker.
 */
export function loader(args: Route.LoaderArgs) {
  guard(args, "site.read");
  const text = `self.fairwayBuild = ${JSON.stringify(worker)};\nimportScripts(${JSON.stringify(worker)});\n`;
  return new Response(text, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
