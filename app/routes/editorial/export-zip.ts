import { exportSections } from "#app/modules/guides/export-sections.server.ts";
import { zipOf } from "#app/platform/zip.server.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/export-zip";

/** All published sections (of one market where `?market=` names it) as Markdown in an archive. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "guides.edit");
  const asked = new URL(args.request.url).searchParams.get("market") ?? "";
  const market = /^[A-Z]{2,5}$/.test(asked) ? asked : undefined;
  const name = ["guides", market, ctx.now.toISOString().slice(0, 10)].filter(Boolean).join("-");
  return new Response(zipOf(exportSections(ctx, market)), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${name}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}
