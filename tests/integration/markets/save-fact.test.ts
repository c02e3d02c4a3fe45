import { parseWithZod } from "@conform-to/zod/v4";
import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { sources, type FactDetail } from "#db/schema/markets.ts";
import { searchOutbox } from "#db/schema/search.ts";
import { importSections } from "#app/modules/guides/import-sections.server.ts";
import { detailAfter, typedParticulars } from "#app/modules/markets/fact-detail.ts";
import { factSchema, newFactSchema, type FactForm } from "#app/modules/markets/fact-form.ts";
import { factToEdit } from "#app/modules/markets/fact-queries.server.ts";
import { removeFact } from "#app/modules/markets/remove-fact.server.ts";
import { addFact, saveFact } from "#app/modules/markets/save-fact.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { parseJsonRecord } from "#db/seed/guide-record.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";

let db: Database;
let ctx: PersonCtx;
beforeEach(async () => {
  db = testDatabase();
  insertMarket(db, "DE");
  insertFact(db, "DE", "vat", { value: 19, unit: "%" });
  const id = await makeUser(db, { secondFactor: true, staff: ["editor"] });
  ctx = as(db, await signedIn(db, id, { secondFactor: true }));
});

const typed = {
  seen: String(testNow.getTime()),
  labelEn: "VAT",
  labelZh: "增值税",
  textEn: "Standard rate",
  textZh: "标准税率",
  value: "19",
  unit: "%",
  sourceId: "source",
  asOf: "2025",
  confidence: "high",
  basis: "knowledge",
};
/** As a browser sends it: every box, the empty ones too. */
function sent(fields: object): FormData {
  const form = new FormData();
  const boxes = ["noteEn", "noteZh", "url", "newSourceEn", "newSourceZh", "newSourceUrl"];
  for (const name of boxes) form.set(name, "");
  for (const [name, value] of Object.entries({ ...typed, ...fields })) {
    if (value !== undefined) form.set(name, String(value));
  }
  return form;
}
function form(fields: object = {}): FactForm {
  const submission = parseWithZod(sent(fields), { schema: factSchema });
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
  return submission.value;
}
const problems = (fields: object) =>
  Object.keys(parseWithZod(sent(fields), { schema: factSchema }).reply().error ?? {});

describe("a fact", () => {
  it("is corrected with its trail, and the market's search follows", () => {
    saveFact(ctx, "DE", "vat", form({ value: "２０", basis: "read", asOf: "2026" }));
    expect(factToEdit(ctx, "DE", "vat")).toMatchObject({ value: 20, basis: "read", asOf: 2026 });
    const entry = db.select().from(auditEntries).orderBy(desc(auditEntries.seq)).get();
    expect(entry).toMatchObject({
      action: "fact.change",
      recordId: "DE/vat",
      fromState: "knowledge",
      toState: "read",
      detail: expect.objectContaining({ value: "19 → 20", asOf: "2025 → 2026" }),
    });
    expect(
      db
        .select()
        .from(searchOutbox)
        .all()
        .map(({ documentId }) => documentId),
    ).toEqual(["DE"]);
  });

  it("refuses a form that somebody else overtook", () => {
    saveFact(ctx, "DE", "vat", form({ value: "20" }));
    expect(() => saveFact(ctx, "DE", "vat", form({ value: "21" }))).toThrow("fact.moved");
    expect(factToEdit(ctx, "DE", "vat")?.value).toBe(20);
  });

  it("names source and year unless it is a gap, which holds no figure", () => {
    expect(problems({ sourceId: "", asOf: "" })).toEqual(["sourceId", "asOf"]);
    expect(problems({ basis: "read", asOf: "" })).toEqual(["asOf"]);
    expect(problems({ gap: "on" })).toEqual(["value"]);
    expect(
      problems({ gap: "on", value: "", sourceId: "", asOf: "", basis: undefined, confidence: undefined }),
    ).toEqual([]);
    expect(problems({ textZh: "" })).toEqual(["textZh"]);
    expect(problems({ value: "about 19", unit: "percent", url: "javascript:alert(1)" })).toEqual([
      "value",
      "unit",
      "url",
    ]);
    expect(() => saveFact(ctx, "DE", "vat", form({ asOf: "2027" }))).toThrow("fact.yearAhead");
  });

  it("can bring its own source, once", () => {
    const own = {
      sourceId: "new",
      newSourceEn: "Customs Tariff",
      newSourceZh: "海关税则",
      newSourceUrl: "https://zoll.de",
    };
    expect(problems({ ...own, newSourceZh: "" })).toEqual(["newSourceZh"]);
    saveFact(ctx, "DE", "vat", form(own));
    expect(factToEdit(ctx, "DE", "vat")?.sourceId).toBe("customs-tariff");
    expect(db.select().from(sources).where(eq(sources.id, "customs-tariff")).get()).toMatchObject({
      nameZh: "海关税则",
      url: "https://zoll.de",
    });
  });

  it("is added under a key of its own", () => {
    const place = { key: "excise", kind: "vat", topic: "tariffs-taxes" };
    const submission = parseWithZod(sent(place), { schema: newFactSchema });
    if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
    const fresh = submission.value;
    addFact(ctx, "DE", fresh);
    expect(factToEdit(ctx, "DE", "excise")).toMatchObject({ kind: "vat", position: 1 });
    expect(() => addFact(ctx, "DE", fresh)).toThrow("fact.keyTaken");
    // The page of a fact that is still to be written has this address.
    expect(parseWithZod(sent({ ...place, key: "new" }), { schema: newFactSchema }).status).toBe("error");
  });

  it("takes the particulars of its kind, in both languages, and keeps those its form did not hold", () => {
    const months = [9];
    insertFact(db, "DE", "toy-fair", {
      kind: "fair",
      detail: { cityEn: "Nuremberg", cityZh: "纽伦堡", months },
    });
    const seen = () => String(factToEdit(ctx, "DE", "toy-fair")!.updatedAt.getTime());
    saveFact(ctx, "DE", "toy-fair", form({ seen: seen() }));
    expect(factToEdit(ctx, "DE", "toy-fair")?.detail).toMatchObject({ cityEn: "Nuremberg", months });
    const fair = { detailOf: "fair", detailMonths: "２月、 1", detailOrganiser: "Spielwarenmesse eG" };
    saveFact(
      ctx,
      "DE",
      "toy-fair",
      form({ seen: seen(), ...fair, detailStatusEn: "x", detailStatusZh: "x" }),
    );
    expect(factToEdit(ctx, "DE", "toy-fair")?.detail).toEqual({
      months: [1, 2],
      organiser: "Spielwarenmesse eG",
    });
    const entry = db.select().from(auditEntries).orderBy(desc(auditEntries.seq)).get();
    expect(entry?.detail?.detail).toContain("Nuremberg");
    expect(problems({ detailMonths: "13", detailCityEn: "Cologne" })).toEqual([
      "detailMonths",
      "detailCityZh",
    ]);
    expect(problems({ detailInForce: "soon", detailList: "World Trade Organization" })).toEqual([
      "detailInForce",
      "detailList",
    ]);
  });

  it("shows its particulars as they can be typed again", () => {
    const detail: FactDetail = {
      list: [
        { en: "WTO", zh: "世界贸易组织" },
        { en: "G20", zh: "二十国集团" },
      ],
    };
    const boxes = { detailOf: "membership", ...typedParticulars(detail) };
    expect(detailAfter("membership", {}, form(boxes))).toEqual(detail);
    const fta: FactDetail = { ftaKind: "regional", inForce: "2022-01-01" };
    expect(detailAfter("fta", {}, form({ detailOf: "fta", ...typedParticulars(fta) }))).toEqual(fta);
  });

  it("is removed with its words in the trail, unless a text names it", () => {
    const seen = String(testNow.getTime());
    insertFact(db, "DE", "excise", {});
    const record = {
      market: "DE",
      topic: "tariffs-taxes",
      lang: "en",
      title: "Taxes",
      body: "VAT is {{vat}}.",
    };
    const found = [{ file: "in.jsonl", parsed: parseJsonRecord(JSON.stringify(record), 1) }];
    importSections(testCtx(db), found, { skipBad: false });
    expect(() => removeFact(ctx, "DE", "vat", seen)).toThrow("fact.named");
    expect(() => removeFact(ctx, "DE", "excise", "1")).toThrow("fact.moved");
    removeFact(ctx, "DE", "excise", seen);
    expect(factToEdit(ctx, "DE", "excise")).toBeNull();
    const entry = db.select().from(auditEntries).orderBy(desc(auditEntries.seq)).get();
    expect(entry).toMatchObject({ action: "fact.remove", recordId: "DE/excise" });
  });
});
