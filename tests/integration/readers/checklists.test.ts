import { describe, expect, test } from "vitest";
import { calendarOf } from "#app/modules/checklists/calendar.ts";
import { changeChecklist } from "#app/modules/checklists/change-checklist.server.ts";
import { keepChecklist } from "#app/modules/checklists/keep-checklist.server.ts";
import { concerns, findProduct } from "#app/modules/checklists/product.ts";
import { checklistSteps, findChecklist, listChecklists } from "#app/modules/checklists/queries.server.ts";
import { changeSchema, isDay, type Change } from "#app/modules/checklists/schema.ts";
import { dueDay, stages, stepsFor } from "#app/modules/checklists/steps.ts";
import { factsOf, findMarket } from "#app/modules/markets/queries.server.ts";
import { submitForm } from "#app/platform/form.server.ts";
import type { Database } from "#db/client.server.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { publish } from "#tests/factories/guides.ts";
import { insertFact, insertMarket } from "#tests/factories/markets.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx, testDatabase, testNow } from "#tests/setup/database.ts";

function germany(): Database {
  const db = testDatabase();
  insertMarket(db, "DE", { nameEn: "Germany", nameZh: "德国" });
  const zh = { labelZh: null, textZh: null };
  insertFact(db, "DE", "gpsr", { ...zh, labelEn: "Product safety", textEn: "All consumer goods." });
  insertFact(db, "DE", "toys", { ...zh, kind: "mark", labelEn: "Toy safety", textEn: "Toys need CE." });
  insertFact(db, "DE", "cosmetics", { ...zh, labelEn: "Cosmetics notification", textEn: "CPNP." });
  insertFact(db, "DE", "gap", { gap: true, labelEn: "Unknown" });
  insertFact(db, "DE", "vat", {
    ...zh,
    kind: "vat",
    topic: "tariffs-taxes",
    labelEn: "VAT",
    value: 19,
    unit: "%",
  });
  publish(testCtx(db));
  return db;
}
const ship = "2027-06-30";

async function kept() {
  const db = germany();
  const ctx = as(db, await signedIn(db, await makeUser(db)));
  const id = keepChecklist(ctx, findMarket(ctx, "DE")!, { title: "Germany: toys", hs: "9503", ship });
  const steps = () => checklistSteps(ctx, "en", findChecklist(ctx, id)!);
  const change = (input: Change) => changeChecklist(ctx, id, input);
  return { db, ctx, id, steps, change };
}

describe("the steps", () => {
  test("come from the market's facts, the product's own rules first, other goods' rules and gaps left out", () => {
    const db = germany();
    const facts = factsOf(testCtx(db), findMarket(testCtx(db), "DE")!);
    const { steps, leftOut } = stepsFor(facts, "950300");
    expect(steps.filter(({ step }) => step === "rule").map(({ factKey }) => factKey)).toEqual([
      "toys",
      "gpsr",
    ]);
    expect(leftOut.map(({ key }) => key)).toEqual(["cosmetics"]);
    expect(steps.map(({ stage }) => stages.indexOf(stage))).toEqual(
      steps.map(({ stage }) => stages.indexOf(stage)).sort(),
    );
    expect(steps.find(({ step }) => step === "tax")).toMatchObject({ factKey: "vat", stage: "after" });
    expect(steps.some(({ step }) => step === "origin")).toBe(false);
    expect(stepsFor(facts, null).leftOut).toEqual([]);
  });

  test("know an agreement by its fact, and its proof of origin before shipping", () => {
    const db = germany();
    const fta = { kind: "fta" as const, topic: "tariffs-taxes" as const };
    insertFact(db, "DE", "rcep", { ...fta, detail: { ftaKind: "regional", originProofEn: "Form RCEP" } });
    insertFact(db, "DE", "talks", { ...fta, detail: { ftaKind: "under negotiation" } });
    const { steps } = stepsFor(factsOf(testCtx(db), findMarket(testCtx(db), "DE")!), null);
    expect(steps.filter(({ factKey }) => factKey === "rcep").map(({ step }) => step)).toEqual([
      "agreement",
      "origin",
    ]);
    expect(steps.some(({ factKey, step }) => factKey === "talks" || step === "noAgreement")).toBe(false);
  });

  test("a product is found by code or words", () => {
    const sectors = [
      { code: "95", nameEn: "Toys, games and sports requisites", nameZh: "玩具、游戏品、运动用品" },
      { code: "61", nameEn: "Apparel, knitted", nameZh: "针织服装" },
      { code: "62", nameEn: "Apparel, not knitted", nameZh: "非针织服装" },
    ];
    expect(findProduct("9503.00", sectors).hs).toBe("950300");
    expect(findProduct("玩具", sectors).hs).toBe("95");
    expect(findProduct("Toy", sectors).hs).toBe("95");
    expect(findProduct("服装", sectors)).toMatchObject({
      hs: null,
      chapters: [{ code: "61" }, { code: "62" }],
    });
    expect(findProduct("", sectors)).toEqual({ hs: null, chapters: [] });
    expect(
      concerns({ labelEn: "Food contact", labelZh: "食品接触材料", textEn: "", textZh: "" }, "9503"),
    ).toBe("general");
  });

  test("due days count from the shipment and never lie in the past", () => {
    expect(dueDay("tests", ship, "2026-11-22")).toBe("2027-05-05");
    expect(dueDay("payment", ship, "2026-11-22")).toBe("2027-08-11");
    expect(dueDay("hs", "2026-12-24", "2026-11-22")).toBe("2026-11-22");
    expect([isDay("2027-02-29"), isDay("2028-02-29"), isDay("2027-13-01")]).toEqual([false, true, false]);
  });
});

describe("a kept list", () => {
  test("is marked, dated, noted, reordered and grows by own steps", async () => {
    const { ctx, steps, change } = await kept();
    const [first, second] = steps();
    change({ intent: "done", item: first!.id });
    expect(listChecklists(ctx)).toMatchObject([{ done: 1, total: steps().length }]);
    change({ intent: "undone", item: first!.id });
    change({ intent: "down", item: first!.id });
    expect(steps()[0]!.id).toBe(second!.id);
    change({ intent: "save", item: first!.id, dueOn: "2027-01-10", note: "Ask Li", text: "Mine" });
    expect(steps()[1]).toMatchObject({ dueOn: "2027-01-10", note: "Ask Li", text: "" });
    change({ intent: "add", stage: "ship", text: "Call the forwarder", dueOn: null });
    expect(steps().at(-1)).toMatchObject({ step: "", stage: "ship", text: "Call the forwarder" });
    expect(() => change({ intent: "done", item: "none" })).toThrow("checklist.gone");
  });

  test("a step taken off and a list thrown away can be had back", async () => {
    const { ctx, steps, change } = await kept();
    const [first, second] = steps();
    change({ intent: "remove", item: first!.id });
    expect(steps()[0]!.id).toBe(second!.id);
    change({ intent: "putBack", item: first!.id });
    expect(steps()[0]!.id).toBe(first!.id);
    change({ intent: "delete" });
    expect(listChecklists(ctx)).toEqual([]);
    expect(() => change({ intent: "done", item: first!.id })).toThrow("checklist.gone");
    change({ intent: "restore" });
    expect(listChecklists(ctx)).toHaveLength(1);
  });

  test("another shipment moves what is open of ours; done and own steps keep their day", async () => {
    const { steps, change } = await kept();
    change({ intent: "add", stage: "quote", text: "Own", dueOn: "2027-01-01" });
    const [hs] = steps();
    change({ intent: "done", item: hs!.id });
    const before = steps();
    change({ intent: "plan", title: "Later", shipOn: "2027-09-30" });
    const after = steps();
    expect(after[0]!.dueOn).toBe(before[0]!.dueOn);
    expect(after.find(({ step }) => step === "tests")!.dueOn).toBe(
      dueDay("tests", "2027-09-30", "2026-11-22"),
    );
    expect(after.find(({ text }) => text === "Own")!.dueOn).toBe("2027-01-01");
  });

  test("says which step's section changed since, until it has been looked at", async () => {
    const { db, ctx, id, change } = await kept();
    const later = new Date(testNow.getTime() + 86_400_000);
    expect(checklistSteps(ctx, "en", findChecklist(ctx, id)!).some((step) => step.changedAt)).toBe(false);
    publish(testCtx(db, undefined, later), { body: "New rules." });
    const changed = checklistSteps(ctx, "en", findChecklist(ctx, id)!).filter((step) => step.changedAt);
    expect(new Set(changed.map(({ topic }) => topic))).toEqual(new Set(["standards"]));
    const after = { ...ctx, now: new Date(later.getTime() + 1) };
    changeChecklist(after, id, { intent: "seen", item: changed[0]!.id });
    expect(
      checklistSteps(after, "en", findChecklist(ctx, id)!).find((step) => step.id === changed[0]!.id)!
        .changedAt,
    ).toBeNull();
    change({ intent: "delete" });
  });

  test("is nobody else's", async () => {
    const { db, id } = await kept();
    const other = as(db, await signedIn(db, await makeUser(db)));
    expect(findChecklist(other, id)).toBeNull();
    expect(() => changeChecklist(other, id, { intent: "delete" })).toThrow("checklist.gone");
  });

  test("its forms are read as the page sends them", async () => {
    const form = new FormData();
    for (const [name, value] of [
      ["intent", "save"],
      ["item", "x"],
      ["dueOn", ""],
      ["note", "a"],
    ])
      form.set(name!, value!);
    let read: unknown;
    await submitForm(form, "en", changeSchema, (change) => (read = change));
    expect(read).toEqual({ intent: "save", item: "x", dueOn: null, note: "a", text: "" });
  });
});

test("due days as a calendar file: CRLF, folded lines, escaped text, whole days", () => {
  const summary = `检测，${"很长的一项步骤".repeat(20)}; done, or not`;
  const file = calendarOf("Germany", testNow, [
    { id: "a", day: "2027-05-05", summary, description: "Line 1\nLine 2", url: "https://x.example/en" },
  ]);
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file.trimEnd()).toMatch(/END:VCALENDAR$/);
  expect(file.replaceAll("\r\n", "")).not.toContain("\n");
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = file.replaceAll("\r\n ", "");
  expect(unfolded).toContain("DTSTART;VALUE=DATE:20270505");
  expect(unfolded).toContain("DTEND;VALUE=DATE:20270506");
  expect(unfolded).toContain("\\; done\\, or not");
  expect(unfolded).toContain("DESCRIPTION:Line 1\\nLine 2");
});
