import { parseWithZod } from "@conform-to/zod/v4";
import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { sources } from "#db/schema/markets.ts";
import { searchOutbox } from "#db/schema/search.ts";
import { factSchema, newFactSchema, type FactForm } from "#app/modules/markets/fact-form.ts";
import { factToEdit } from "#app/modules/markets/fact-queries.server.ts";
import { addFact, saveFact } from "#app/modules/markets/save-fact.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { as } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";

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
  });
});
