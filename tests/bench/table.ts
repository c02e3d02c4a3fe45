export type Row = { what: string; value: string; target?: string; ok?: boolean };

export const figure = (value: number, digits = 1) =>
  Number.isFinite(value) ? value.toLocaleString("en-GB", { maximumFractionDigits: digits }) : "–";

const rule = (widths: number[]) => widths.map((width) => "─".repeat(width)).join("──");

/** Prints rows under a heading as one small table; gives whether every target was met. */
export function printTable(heading: string, rows: Row[]): boolean {
  const cells = rows.map(({ what, value, target = "", ok }) => [
    what,
    value,
    target,
    ok === undefined ? "" : ok ? "pass" : "MISS",
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]!.length), 4));
  console.log(`\n${heading}\n${rule(widths)}`);
  for (const row of cells) console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join("  "));
  return rows.every(({ ok }) => ok !== false);
}
