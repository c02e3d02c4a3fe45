import { parse } from "csv-parse/sync";
import { z } from "zod";
import { isCreditCode } from "#app/modules/accounts/credit-code.ts";
import type { ErrorKey } from "#app/i18n/en/errors.ts";

export const supplierColumns = ["email", "nameZh", "nameEn", "creditCode", "supplierSince", "goods"] as const;
export type SupplierColumn = (typeof supplierColumns)[number];
const maxSupplierRows = 500;

export type Supplier = {
  email: string;
  nameZh: string;
  nameEn: string;
  creditCode: string | null;
  supplierSince: number | null;
  goods: string;
};
type SupplierError = { field: SupplierColumn; key: ErrorKey };
/** One record of the file: `line` is where it begins, as a spreadsheet or an editor counts. */
export type SupplierRow = {
  line: number;
  typed: Record<SupplierColumn, string>;
  supplier: Supplier | null;
  errors: SupplierError[];
};
export type SupplierFile =
  { ok: true; rows: SupplierRow[]; ignored: string[] } | { ok: false; key: ErrorKey };

/** What a column may be headed with, in either language, compared without case, spaces and signs. */
const headings: Record<SupplierColumn, string[]> = {
  email: ["email", "emailaddress", "mail", "邮箱", "电子邮箱", "电子邮件", "联系邮箱", "邮箱地址"],
  nameZh: ["namezh", "chinesename", "nameinchinese", "中文名称", "中文名", "企业名称", "公司名称", "名称"],
  nameEn: ["nameen", "englishname", "nameinenglish", "name", "company", "英文名称", "英文名"],
  creditCode: ["creditcode", "uscc", "unifiedsocialcreditcode", "统一社会信用代码", "信用代码"],
  supplierSince: ["suppliersince", "since", "合作起始年份", "供货起始年份", "起始年份", "合作年份"],
  goods: ["goods", "products", "供应商品", "供货商品", "商品", "产品", "货品"],
};
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
const columnOf = (heading: string) =>
  supplierColumns.find((column) => headings[column].includes(plain(heading))) ?? null;

/** The text of a file as spreadsheets save it: UTF-8 with or without its mark, UTF-16 with it, else GB 18030. */
function decodeText(bytes: Uint8Array): string | null {
  const as = (encoding: string) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as("utf-16le");
  return as("utf-8") ?? as("gb18030");
}

type Parsed = { record: string[]; info: { lines: number } };

/** Records with the line each begins on; null when a quote is never closed or stands where none can. */
function recordsOf(text: string, delimiter: string): { line: number; cells: string[] }[] | null {
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      trim: true,
      max_record_size: 20_000,
    }) as unknown as Parsed[];
  } catch {
    return null;
  }
  let line = 1;
  const records: { line: number; cells: string[] }[] = [];
  for (const { record, info } of parsed) {
    records.push({ line, cells: record });
    line = info.lines + 1;
  }
  return records.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/**
 * Reads a table of suppliers (RFC 4180; comma, semicolon or tab; header in English or Chinese) and says line and
 * field of everything that is wrong. `thisYear` bounds the years.
 */
export function readSuppliers(bytes: Uint8Array, thisYear: number): SupplierFile {
  const text = decodeText(bytes)
    ?.replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  if (text === undefined || text.includes("\0")) return { ok: false, key: "supplier.encoding" };
  const tables = [",", ";", "\t"].map((delimiter) => recordsOf(text, delimiter));
  const known = (table: ReturnType<typeof recordsOf>) =>
    table?.[0]?.cells.filter((cell) => columnOf(cell)).length ?? 0;
  const table = tables.reduce((best, one) => (known(one) > known(best) ? one : best), tables[0]!);
  if (!table) return { ok: false, key: "supplier.quotes" };
  const [head, ...records] = table;
  const columns = (head?.cells ?? []).map(columnOf);
  if (!columns.includes("email") || !(columns.includes("nameZh") || columns.includes("nameEn"))) {
    return { ok: false, key: "supplier.columns" };
  }
  if (columns.some((column, at) => column !== null && columns.indexOf(column) !== at)) {
    return { ok: false, key: "supplier.columnTwice" };
  }
  if (records.length === 0) return { ok: false, key: "supplier.empty" };
  if (records.length > maxSupplierRows) return { ok: false, key: "supplier.tooManyRows" };
  const rows = records.map(({ line, cells }) => {
    const typed = Object.fromEntries(
      supplierColumns.map((column) => [column, cells[columns.indexOf(column)] ?? ""]),
    ) as Record<SupplierColumn, string>;
    return { line, typed, ...readRow(typed, thisYear) };
  });
  const ignored = head!.cells.filter((cell, at) => cell !== "" && columns[at] === null);
  return { ok: true, rows, ignored };
}

const oneLine = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();

function readRow(
  typed: Record<SupplierColumn, string>,
  thisYear: number,
): Pick<SupplierRow, "supplier" | "errors"> {
  const errors: SupplierError[] = [];
  const refuse = (field: SupplierColumn, key: ErrorKey) => errors.push({ field, key });
  const email = typed.email.trim().toLowerCase();
  if (!z.email().safeParse(email).success || email.length > 254) refuse("email", "form.email");
  const [nameZh, nameEn] = [oneLine(typed.nameZh), oneLine(typed.nameEn)];
  if (!nameZh && !nameEn) refuse("nameZh", "organisation.nameNeeded");
  if (nameZh.length > 160) refuse("nameZh", "supplier.long");
  if (nameEn.length > 160) refuse("nameEn", "supplier.long");
  const code = typed.creditCode.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (code && !isCreditCode(code)) refuse("creditCode", "organisation.codeWrong");
  const year = typed.supplierSince.normalize("NFKC").replace(/年$/, "").trim();
  if (year && (!/^\d{4}$/.test(year) || Number(year) < 1950 || Number(year) > thisYear)) {
    refuse("supplierSince", "profile.year");
  }
  const goods = oneLine(typed.goods);
  if (goods.length > 200) refuse("goods", "supplier.long");
  if (errors.length > 0) return { supplier: null, errors };
  return {
    supplier: {
      email,
      nameZh,
      nameEn,
      creditCode: code || null,
      supplierSince: year ? Number(year) : null,
      goods,
    },
    errors,
  };
}
