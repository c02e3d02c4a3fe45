import { dictionary } from "#app/i18n/index.ts";
import { dayOf } from "#app/modules/endorsements/days.ts";
import { ownSuppliers, supplierStages } from "#app/modules/endorsements/supplier-queries.server.ts";
import { csv } from "#app/platform/csv.ts";
import { guardPerson } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/suppliers-csv";

/** The invitations as a table: the columns of the upload, when it was sent, and how far it has led. */
export function loader(args: Route.LoaderArgs) {
  const ctx = guardPerson(args, "suppliers.invite");
  const words = dictionary(ctx.lang).endorsing;
  const asked = new URL(args.request.url).searchParams.get("stage");
  const stage = supplierStages.find((one) => one === asked);
  const head = [...Object.values(words.columns), words.suppliers.sent, words.suppliers.stage];
  const rows = ownSuppliers(ctx)
    .filter((row) => !stage || row.stage === stage)
    .map((row) => [
      row.email,
      row.nameZh,
      row.nameEn,
      row.creditCode,
      row.supplierSince,
      row.goods,
      dayOf(row.createdAt),
      words.supplierStages[row.stage],
    ]);
  return new Response(csv([head, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.suppliers.file}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
