import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacter } from "#app/modules/accounts/credit-code.ts";
import { readSuppliers, supplierColumns, type SupplierFile } from "#app/modules/endorsements/supplier-csv.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSuppliers(utf8(text), 2026);
function rowsOf(file: SupplierFile) {
  if (!file.ok) throw new Error(file.key);
  return file.rows;
}

describe("what is read", () => {
  test("a Chinese header, a byte order mark, and a quoted field over two lines", () => {
    const file = read(
      '\uFEFF邮箱,企业名称,统一社会信用代码,合作起始年份,供应商品\r\na@b.example,青禾木制玩具,91330782MADEM0011F,2021年,"积木,\r\n拼图"\r\nc@d.example,岚屿,,,\r\n',
    );
    expect(rowsOf(file).map(({ line, supplier }) => ({ line, ...supplier }))).toMatchObject([
      {
        line: 2,
        email: "a@b.example",
        nameZh: "青禾木制玩具",
        nameEn: "",
        creditCode: "91330782MADEM0011F",
        supplierSince: 2021,
        goods: "积木, 拼图",
      },
      { line: 4, email: "c@d.example", nameZh: "岚屿", creditCode: null },
    ]);
  });

  test("GB 18030, as a Chinese spreadsheet saves it", () => {
    // "邮箱,企业名称" and "青禾" in GB 18030.
    const head = [0xd3, 0xca, 0xcf, 0xe4, 0x2c, 0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a];
    const row = [...utf8("a@b.example,"), 0xc7, 0xe0, 0xba, 0xcc, 0x0d, 0x0a];
    const file = readSuppliers(new Uint8Array([...head, ...row]), 2026);
    expect(rowsOf(file)[0]!.supplier).toMatchObject({ email: "a@b.example", nameZh: "青禾" });
  });

  test("semicolons and tabs, columns in any order, columns that mean nothing to us", () => {
    for (const sign of [";", "\t"]) {
      const file = read(
        ["Name EN", "Note", "E-Mail"].join(sign) + "\n" + ["Toys, Inc", "x", "a@b.example"].join(sign),
      );
      expect(file).toMatchObject({ ok: true, ignored: ["Note"] });
      expect(rowsOf(file)[0]!.supplier).toMatchObject({ nameEn: "Toys, Inc", email: "a@b.example" });
    }
  });

  test("500 suppliers, not 501; empty lines count for nothing", () => {
    const table = (rows: number) =>
      "email,nameEn\n" + Array.from({ length: rows }, (_, i) => `p${i}@b.example,Firm ${i}\n\n`).join("");
    expect(rowsOf(read(table(500)))).toHaveLength(500);
    expect(read(table(501))).toEqual({ ok: false, key: "supplier.tooManyRows" });
  });
});

describe("what is refused", () => {
  test("says line and field of each mistake, and goes on", () => {
    const rows = rowsOf(
      read(
        "email,nameEn,creditCode,supplierSince\nnobody,Firm,91330782MADEM0011G,1066\n,,,\na@b.example,,,2027\n",
      ),
    );
    expect(rows.map(({ line, errors }) => [line, errors.map(({ field }) => field)])).toEqual([
      [2, ["email", "creditCode", "supplierSince"]],
      [4, ["nameZh", "supplierSince"]],
    ]);
  });

  test.each([
    ["", "supplier.columns"],
    ["email,creditCode\na@b.example,\n", "supplier.columns"],
    ["email,nameEn,e-mail\n", "supplier.columnTwice"],
    ["email,nameEn\n", "supplier.empty"],
    ['email,nameEn\na@b.example,"Firm\n', "supplier.quotes"],
  ])("%j", (text, key) => {
    expect(read(text)).toEqual({ ok: false, key });
  });

  test("bytes that are no text", () => {
    expect(readSuppliers(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]), 2026)).toEqual({
      ok: false,
      key: "supplier.encoding",
    });
  });

  test("nothing at all makes it throw", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readSuppliers(bytes, 2026)));
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        (text) => void read("email,nameEn\n" + text),
      ),
    );
  });
});

test("whatever is written comes back, in every dialect", () => {
  const words = fc
    .string({ unit: fc.constantFrom(..."ab 青禾,;\t\"'\n.-=+"), maxLength: 20 })
    .map((text) => text.replace(/\s+/g, " ").trim());
  const code = fc
    .array(fc.constantFrom(..."0123456789ABCDEFGH"), { minLength: 9, maxLength: 9 })
    .map((own) => `91330782${own.join("")}`)
    .map((first17) => first17 + checkCharacter(first17));
  const supplier = fc.record({
    email: fc.integer({ min: 1 }).map((n) => `p${n}@firm.example`),
    nameZh: words.map((text) => text || "青禾"),
    nameEn: words,
    creditCode: fc.option(code),
    supplierSince: fc.option(fc.integer({ min: 1950, max: 2026 })),
    goods: words,
  });
  const quoted = (value: string | number | null) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(supplier, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\r\n", "\n"),
      fc.boolean(),
      (suppliers, sign, newline, mark) => {
        const lines = [
          supplierColumns.join(sign),
          ...suppliers.map((one) => supplierColumns.map((column) => quoted(one[column])).join(sign)),
        ];
        const file = read((mark ? "\uFEFF" : "") + lines.join(newline) + newline);
        expect(rowsOf(file).map((row) => row.supplier)).toEqual(suppliers);
      },
    ),
  );
});
