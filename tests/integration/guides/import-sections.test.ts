import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { count } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { sectionRevisions } from "#db/schema/guides.ts";
import { searchOutbox } from "#db/schema/search.ts";
import { readRecords, UnusablePath } from "#app/modules/guides/import-files.server.ts";
import { importSections } from "#app/modules/guides/import-sections.server.ts";
import { pairState } from "#app/modules/guides/language-pair.ts";
import { sectionPair } from "#app/modules/guides/queries.server.ts";
import { findMarket } from "#app/modules/markets/queries.server.ts";
import { insertMarket } from "../../factories/markets.ts";
import { testCtx, testDatabase } from "../../setup/database.ts";

let db: Database;
beforeEach(() => {
  db = testDatabase();
  insertMarket(db, "DE");
});

/** Files by name, in a folder that goes with the test. */
function files(contents: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "fairway-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const record = (fields: object = {}) =>
  JSON.stringify({
    market: "DE",
    topic: "standards",
    lang: "en",
    title: "Standards",
    body: "Test first.",
    ...fields,
  });
const lines = (...records: string[]) => join(files({ "in.jsonl": records.join("\n") }), "in.jsonl");
const take = (path: string, skipBad = false) => importSections(testCtx(db), readRecords(path), { skipBad });
const rows = (table: typeof sectionRevisions | typeof auditEntries | typeof searchOutbox) =>
  db.select({ rows: count() }).from(table).get()!.rows;

describe("importing guide sections", () => {
  it("publishes with revision, audit entry and search outbox together", () => {
    const result = take(lines(record(), record({ lang: "zh", title: "标准", body: "先检测。" })));
    expect(result).toMatchObject({ done: true, counts: { new: 2 } });
    const { en, zh } = sectionPair(testCtx(db), "DE", "standards");
    expect([en?.title, zh?.body]).toEqual(["Standards", "先检测。"]);
    expect(pairState(en!, zh)).toBe("level");
    expect([rows(sectionRevisions), rows(auditEntries), rows(searchOutbox)]).toEqual([2, 2, 2]);
  });

  it("reads a folder of Markdown by its paths", () => {
    const folder = files({
      "DE/fairs.en.md": "---\ntitle: Fairs\n---\nGo there.",
      "DE/fairs.zh.md": "---\ntitle: 展会\n---\n去看看。",
      "README.md": "No record.",
    });
    expect(take(folder)).toMatchObject({ done: true, counts: { new: 2 } });
  });

  it("makes no revision of what is the same, and a numbered one of what is not", () => {
    take(lines(record()));
    expect(take(lines(record())).counts).toMatchObject({ unchanged: 1, revised: 0 });
    expect([rows(sectionRevisions), rows(searchOutbox)]).toEqual([1, 1]);
    expect(take(lines(record({ body: "Test twice." }))).counts.revised).toBe(1);
    expect(sectionPair(testCtx(db), "DE", "standards").en).toMatchObject({ number: 2, body: "Test twice." });
    expect(rows(sectionRevisions)).toBe(2);
  });

  it("opens a guide for a country that had none, and refuses a code that is no country", () => {
    const result = take(lines(record({ market: "PL" }), record({ market: "PL", topic: "fairs" })));
    expect(result).toMatchObject({ done: true, counts: { new: 2 } });
    expect(findMarket(testCtx(db), "PL")).toMatchObject({ nameEn: "Poland", nameZh: "波兰", kind: "market" });
    expect(rows(auditEntries)).toBe(3);
    const refused = take(lines(record({ market: "XX" }), record({ market: "HU" })));
    expect(refused.problems.map(({ field }) => field)).toEqual(["market"]);
    expect(findMarket(testCtx(db), "HU")).toBeNull();
  });

  it("changes dates without a new revision", () => {
    take(lines(record()));
    expect(take(lines(record({ verifiedAt: "2026-11-20" }))).counts.redated).toBe(1);
    expect(sectionPair(testCtx(db), "DE", "standards").en).toMatchObject({
      number: 1,
      verifiedAt: "2026-11-20",
      basis: "read",
    });
  });

  it("shows the other side as behind when one side moves on", () => {
    take(lines(record(), record({ lang: "zh", body: "先检测。" })));
    take(lines(record({ body: "Test twice." })));
    const { en, zh } = sectionPair(testCtx(db), "DE", "standards");
    expect([pairState(en!, zh), pairState(zh!, en)]).toEqual(["thisNewer", "otherNewer"]);
  });

  it("changes nothing when one record is bad, and says line and field of each", () => {
    const path = lines(
      record(),
      record({ market: "XX" }),
      "{",
      record({ topic: "fairs", verifiedAt: "2026-11-24" }),
      record({ topic: "culture", body: "[x](guide:DE/nothing)" }),
      record(),
    );
    const result = take(path);
    expect(result.done).toBe(false);
    expect(result.problems.map(({ line, field }) => [line, field])).toEqual([
      [2, "market"],
      [3, ""],
      [4, "verifiedAt"],
      [5, "body"],
      [6, ""],
    ]);
    expect([rows(sectionRevisions), rows(auditEntries), rows(searchOutbox)]).toEqual([0, 0, 0]);
  });

  it("takes the rest with skipBad, and stays undone when nothing is left", () => {
    expect(take(lines(record(), record({ market: "XX" })), true)).toMatchObject({
      done: true,
      skipped: 1,
      counts: { new: 1 },
    });
    expect(take(lines(record({ market: "XX" })), true).done).toBe(false);
  });

  it("says so when there is nothing to read", () => {
    expect(() => readRecords("/nowhere/at/all")).toThrow(UnusablePath);
    expect(() => readRecords(files({ "notes.txt": "x" }))).toThrow(UnusablePath);
  });
});
