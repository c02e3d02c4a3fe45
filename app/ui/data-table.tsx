import type { ReactNode } from "react";

export type Column<Row> = { key: string; head: ReactNode; cell: (row: Row) => ReactNode; numeric?: boolean };

/**
 * A table that scrolls inside its own frame on a narrow screen. `caption` names it for screen readers.
 * Chinese breaks after any character: without a least width a narrow screen would stand words on end.
 * `relative` keeps words that only screen readers see inside the frame; else they widen the page.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <div
      className="border-line relative overflow-x-auto border-y"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line-strong border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`px-3 py-2 text-sm whitespace-nowrap ${column.numeric ? "text-right" : ""}`}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-line border-b align-top last:border-b-0">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={`px-3 py-2 ${column.numeric ? "text-right whitespace-nowrap" : "min-w-20 first:min-w-36"}`}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
