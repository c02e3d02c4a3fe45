import { dictionary } from "#app/i18n/index.ts";
import type { SupplierCheck, SupplierVerdict } from "#app/modules/endorsements/invite-suppliers.server.ts";
import type { Lang } from "#app/platform/context.ts";
import { at } from "#app/platform/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Badge, Notice, type Tone } from "#app/ui/text.tsx";

const tones: Record<SupplierVerdict, Tone> = {
  new: "good",
  wrong: "bad",
  twice: "warn",
  here: "note",
  invited: "note",
};
const order: SupplierVerdict[] = ["new", "wrong", "twice", "here", "invited"];

/** What would happen to each line of the file; the lines with mistakes first. */
export function CheckResult({ lang, check }: { lang: Lang; check: SupplierCheck }) {
  const t = dictionary(lang);
  const words = t.endorsing.invite;
  const { verdicts, columns } = t.endorsing;
  const counts = order.map((verdict) => ({
    verdict,
    count: check.rows.filter((row) => row.verdict === verdict).length,
  }));
  const fresh = counts[0]!.count;
  const wrongFirst = [...check.rows].sort(
    (a, b) => Number(b.verdict === "wrong") - Number(a.verdict === "wrong") || a.line - b.line,
  );
  return (
    <section className="mb-12">
      <h2 className="mb-2 text-xl">{words.result}</h2>
      <p className="mb-3 flex flex-wrap gap-2">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ verdict, count }) => (
            <Badge key={verdict} tone={tones[verdict]}>
              {verdicts[verdict]} {count}
            </Badge>
          ))}
      </p>
      {check.ignored.length > 0 ? (
        <p className="text-ink-soft mb-3">{words.ignored(check.ignored.join(" · "))}</p>
      ) : null}
      {check.sealed ? (
        <form method="post" action={at(lang).supplierInvite()} className="mb-6">
          <input type="hidden" name="sealed" value={check.sealed} />
          <Button name="intent" value="send">
            {words.send(fresh)}
          </Button>
          <p className="text-ink-soft mt-1 text-sm">{words.sendHint}</p>
        </form>
      ) : (
        <Notice tone="warn">{words.none}</Notice>
      )}
      {counts[1]!.count > 0 ? <p className="mb-3">{fresh > 0 ? words.againSome : words.again}</p> : null}
      <DataTable
        caption={words.result}
        rows={wrongFirst}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", head: words.line, cell: (row) => row.line, numeric: true },
          {
            key: "verdict",
            head: words.verdict,
            cell: (row) => (
              <span className="block min-w-32">
                <Badge tone={tones[row.verdict]}>{verdicts[row.verdict]}</Badge>
                {row.firstLine === null ? null : (
                  <span className="text-ink-soft block text-sm">{words.firstLine(row.firstLine)}</span>
                )}
              </span>
            ),
          },
          ...(["email", "nameZh", "nameEn", "creditCode", "supplierSince", "goods"] as const).map(
            (column) => ({
              key: column,
              head: columns[column],
              cell: (row: SupplierCheck["rows"][number]) => {
                const mistake = row.errors.find((error) => error.field === column);
                return (
                  <span className="block max-w-60 break-words">
                    {row.typed[column]}
                    {mistake ? (
                      <span className="text-port block min-w-40 text-sm font-semibold">
                        ✕ {t.errors[mistake.key]}
                      </span>
                    ) : null}
                  </span>
                );
              },
            }),
          ),
        ]}
      />
    </section>
  );
}
