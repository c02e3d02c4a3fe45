/**
 * A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read Chinese right. A text that a
 * spreadsheet would take for a formula (East Asian ones read full-width signs too) gets an apostrophe in front; so
 * does what follows a semicolon, a tab or a line break, where a spreadsheet set to a European country or to tabs
 * begins a new cell.
 */
export function csv(rows: (string | number | null | undefined)[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const first = /^(?=[=+\-@＝＋－＠\t\r\n])/;
const afterSeparator = /([;\t\r\n]["' ]*)(?=[=+\-@＝＋－＠])/g;

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = value.replace(afterSeparator, "$1'").replace(first, "'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
