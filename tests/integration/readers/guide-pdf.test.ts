import { describe, expect, test } from "vitest";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { guideModel } from "#app/modules/pdf/guide-model.server.ts";
import { press, versionOf } from "#app/modules/pdf/press.server.ts";
import { findMarket } from "#app/modules/markets/queries.server.ts";
import type { Lang } from "#app/platform/context.ts";
import type { Database } from "#db/client.server.ts";
import { publish } from "#tests/factories/guides.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";

const chinese =
  "## 先后顺序\n\n1. 先查清产品适用的法规，再做检测。\n2. 税率为{{vat}}，货值低于限额的另有规定。\n\n**注意：**证书须写明型号。";

function guide() {
  const db = testDatabase();
  insertMarket(db, "DE", { nameEn: "Germany", nameZh: "德国" });
  insertFact(db, "DE", "vat", { kind: "vat", labelEn: "VAT", labelZh: "增值税", value: 19, unit: "%" });
  publish(testCtx(db));
  publish(testCtx(db), { lang: "zh", title: "标准", summary: "先查法规。", body: chinese });
  return db;
}
const modelOf = (db: Database, lang: Lang, topic: "standards" | null = "standards") => {
  const ctx = testCtx(db);
  return guideModel(ctx, lang, findMarket(ctx, "DE")!, topic)!;
};

async function read(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  let text = "";
  let images = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join("");
    images += (await page.getOperatorList()).fnArray.filter((op) => op === OPS.paintImageXObject).length;
  }
  const { info } = await document.getMetadata();
  const outline = await document.getOutline();
  const result = {
    text: text.replace(/\s+/g, ""),
    pages: document.numPages,
    info: info as { Title?: string; Language?: string },
    tagged: await document.getMarkInfo(),
    outline: outline.map(({ title }) => title),
    images,
  };
  await document.destroy();
  return result;
}

describe("a guide as PDF", () => {
  test("is Chinese text that can be selected, with figures from the facts, dates, sources and page numbers", async () => {
    const pdf = await press(modelOf(guide(), "zh"));
    const found = await read(pdf);
    expect(found.text).toContain("先查清产品适用的法规，再做检测。");
    expect(found.text).toContain("税率为19%，货值");
    expect(found.text).toContain("增值税");
    expect(found.text).toContain("1/1");
    expect(found.text).toContain("下次复核：2027年1月15日");
    expect(found).toMatchObject({
      pages: 1,
      images: 0,
      info: { Title: "德国 · 标准、检测与标签", Language: "zh-Hans" },
      tagged: { Marked: true },
      outline: ["标准、检测与标签"],
    });
  });

  test("embeds of ten megabytes of font only the characters it uses", async () => {
    const pdf = await press(modelOf(guide(), "zh"));
    expect(pdf.length).toBeLessThan(120_000);
    const names = pdf.toString("latin1").match(/\/FontName \/[\w+-]+/g) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^\/FontName \/[A-Z]{6}\+NotoSansSC/);
  });

  test("keeps a heading with the first figures or words below it, wherever it falls on a page", async () => {
    const source = "A long name of a source that runs over many lines of its narrow column. ".repeat(3);
    for (const lines of [23, 25, 28, 31]) {
      const filler = Array.from({ length: lines }, () => ({ kind: "note" as const, lines: ["Line."] }));
      const pdf = await press({
        ...modelOf(guide(), "en"),
        blocks: [
          ...filler,
          { kind: "heading", level: 1, text: "Headed" },
          { kind: "lead", text: "The answer first." },
          { kind: "heading", level: 2, text: "At a glance" },
          { kind: "facts", rows: [{ label: "VAT", statement: ["Nineteen"], note: source }] },
        ],
      });
      const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
      for (let number = 1; number <= document.numPages; number += 1) {
        const { items } = await (await document.getPage(number)).getTextContent();
        const text = items.map((item) => ("str" in item ? item.str : "")).join("");
        expect(text.includes("Headed")).toBe(text.includes("Nineteen"));
      }
      await document.destroy();
    }
  });

  test("says to a screen reader what is a list and what its items are", async () => {
    const pdf = await press(modelOf(guide(), "zh"));
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    await document.destroy();
    expect(tree).toMatch(/"role":"L","children":\[\{"role":"LI","children":\[\{"role":"LBody"/);
    // The steps and the sources.
    expect(tree.match(/"role":"L"/g)).toHaveLength(2);
  });

  test("of the whole market runs over many pages, in English too, and ends where its content does", async () => {
    const db = guide();
    for (const topic of ["risks", "entry", "logistics", "culture"] as const) {
      publish(testCtx(db), { topic, body: "Ship it with care, and say so in writing. ".repeat(120) });
    }
    const found = await read(await press(modelOf(db, "en", null)));
    expect(found.pages).toBeGreaterThan(3);
    expect(found.pages).toBeLessThan(12);
    expect(found.text).toContain(`${found.pages}/${found.pages}`);
    expect(found.outline[0]).toBe("Germany");
    expect(found.outline).toHaveLength(6);
  });

  test("is made anew when what it says changes, not when anything else does", () => {
    const db = guide();
    const before = versionOf(modelOf(db, "en"));
    insertMarket(db, "FR");
    publish(testCtx(db), { topic: "logistics" });
    expect(versionOf(modelOf(db, "en"))).toBe(before);
    publish(testCtx(db, undefined, testNow), { body: "Something else." });
    expect(versionOf(modelOf(db, "en"))).not.toBe(before);
  });
});
