import { dictionary } from "#app/i18n/index.ts";
import { supplierColumns } from "#app/modules/endorsements/supplier-csv.ts";
import { csv } from "#app/platform/csv.ts";
import { guard } from "#app/routes/guard.server.ts";
import type { Route } from "./+types/template-csv";

/** An empty table with the columns in the reader's language, ready to be filled in. */
export function loader(args: Route.LoaderArgs) {
  const { lang } = guard(args, "suppliers.invite");
  const words = dictionary(lang).endorsing;
  return new Response(csv([supplierColumns.map((column) => words.columns[column])]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.suppliers.file}"`,
    },
  });
}
