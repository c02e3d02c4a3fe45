import { dictionary } from "#app/i18n/index.ts";
import type { Change } from "#app/modules/msmes/standards.server.ts";
import type { SizeClass } from "#app/modules/msmes/size-class.ts";
import type { Lang } from "#app/platform/context.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/text.tsx";

/** How many firms another standard would put into another class, and which. */
export function ImpactTable({
  lang,
  firms,
  changes,
  again,
}: {
  lang: Lang;
  firms: number;
  changes: Change[];
  /** The figures are other ones than those that were looked at before. */
  again: boolean;
}) {
  const t = dictionary(lang);
  const words = t.sizeStandards;
  const classes = (said: string) =>
    said === ""
      ? words.outside
      : said
          .split("/")
          .map((one) => t.matching.sizes[one as SizeClass])
          .join(t.profile.size.or);
  return (
    <section aria-labelledby="impact" className="mb-8 max-w-3xl">
      <h2 id="impact" className="mb-2 text-xl">
        {words.impact}
      </h2>
      <Notice tone={changes.length > 0 ? "warn" : "good"} live>
        {again ? `${words.previewFirst} ` : ""}
        {changes.length > 0 ? words.impactText(changes.length, firms) : words.impactNone(firms)}
      </Notice>
      {changes.length > 0 ? (
        <DataTable
          caption={words.impact}
          rows={changes}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "firm",
              head: words.firm,
              cell: (row) => (lang === "zh" ? row.nameZh || row.nameEn : row.nameEn || row.nameZh),
            },
            { key: "from", head: words.from, cell: (row) => classes(row.from) },
            { key: "to", head: words.to, cell: (row) => classes(row.to) },
          ]}
        />
      ) : null}
    </section>
  );
}
