import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "#db/client.server.ts";
import { publishDraft } from "#app/modules/guides/decide-draft.server.ts";
import { editedPlace } from "#app/modules/guides/editor-queries.server.ts";
import { exportSections } from "#app/modules/guides/export-sections.server.ts";
import { importDrafts } from "#app/modules/guides/import-drafts.server.ts";
import { readRecords, recordsOfUpload } from "#app/modules/guides/import-files.server.ts";
import { importSections } from "#app/modules/guides/import-sections.server.ts";
import type { PersonCtx } from "#app/platform/context.ts";
import { unzip, UnreadableZip, zipOf } from "#app/platform/zip.server.ts";
import { makeUser, signedIn } from "#tests/factories/accounts.ts";
import { contentDatabase } from "#tests/factories/search.ts";
import { as } from "#tests/setup/caller.ts";
import { testCtx } from "#tests/setup/database.ts";

async function editor(db: Database): Promise<PersonCtx> {
  const id = await makeUser(db, { secondFactor: true, staff: ["editor"] });
  return as(db, await signedIn(db, id, { secondFactor: true }));
}

function folderOf(files: { path: string; text: string }[]): string {
  const folder = mkdtempSync(join(tmpdir(), "fairway-export-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const note = { skipBad: false, evidence: "", changeEn: "Brought in.", changeZh: "导入。" };

describe("all sections out and in again", () => {
  it("changes nothing, and comes out in the same bytes", () => {
    const db = contentDatabase();
    const out = exportSections(testCtx(db));
    expect(out.length).toBeGreaterThan(90);
    const found = readRecords(folderOf(out));
    const { counts, problems, ignored } = importSections(testCtx(db), found, { skipBad: false });
    expect({ problems, ignored }).toEqual({ problems: [], ignored: [] });
    expect(counts).toEqual({ new: 0, revised: 0, redated: 0, unchanged: out.length });
    expect(exportSections(testCtx(db))).toEqual(out);
    expect(Buffer.from(zipOf(out)).equals(Buffer.from(zipOf(exportSections(testCtx(db)))))).toBe(true);
  });

  it("fills an empty database with the same files", () => {
    const out = exportSections(testCtx(contentDatabase()), "DE");
    const other = contentDatabase();
    other.$client.exec("drop trigger section_revisions_no_delete; delete from sections");
    importSections(testCtx(other), readRecords(folderOf(out)), { skipBad: false });
    expect(exportSections(testCtx(other))).toEqual(out);
  });
});

describe("an upload", () => {
  it("becomes drafts in review that somebody else publishes; what is alike stays", async () => {
    const db = contentDatabase();
    const [ada, ben] = [await editor(db), await editor(db)];
    const out = exportSections(testCtx(db), "DE").map(({ path, text }) => ({
      path,
      text: path === "DE/standards.en.md" ? text.replace("Work in this order", "Work in that order") : text,
    }));
    const found = recordsOfUpload("guides.zip", zipOf(out));
    expect(importDrafts(ada, "en", found, note)).toMatchObject({
      done: true,
      drafted: 1,
      unchanged: out.length - 1,
    });
    const place = { market: "DE", topic: "standards" as const };
    const { draft } = editedPlace(ada, place).en;
    expect(draft).toMatchObject({ state: "in_review", author: "Lin Yue" });
    const seen = { place, lang: "en" as const, version: draft!.version };
    expect(() => publishDraft(ada, seen)).toThrow("guide.ownWords");
    publishDraft(ben, seen);
    expect(exportSections(testCtx(db), "DE")).toEqual(out);
  });

  it("says line and field of what is bad, and leaves a draft that somebody is writing", async () => {
    const db = contentDatabase();
    const ada = await editor(db);
    const line = (fields: object) =>
      JSON.stringify({ market: "DE", topic: "standards", lang: "en", title: "T", body: "B.", ...fields });
    const take = (...lines: string[]) =>
      importDrafts(ada, "en", recordsOfUpload("in.jsonl", new TextEncoder().encode(lines.join("\n"))), note);
    expect(take(line({})).drafted).toBe(1);
    const again = take(
      line({ title: "Other" }),
      line({ topic: "nothing" }),
      line({ topic: "fairs", verifiedAt: "2026-11-01" }),
    );
    expect(again).toMatchObject({ done: false, skipped: 3 });
    expect(again.problems.map(({ line: at, field }) => [at, field]).sort()).toEqual([
      [1, ""],
      [2, "topic"],
      [3, "basis"],
    ]);
    expect(editedPlace(ada, { market: "DE", topic: "standards" }).en.words.title).toBe("T");
  });

  it("reads no more of an archive than its limits, whatever it says of itself", () => {
    const bomb = zipSync({ "DE/standards.en.md": new Uint8Array(5_000_000) }, { level: 9 });
    const limits = { files: 10, bytes: 1_000_000 };
    expect(() => unzip(bomb, () => true, limits)).toThrow("zip: tooLarge");
    // The sizes an archive states are not believed: both headers say 1 byte here.
    const liar = Buffer.from(bomb);
    for (let at = 0; (at = liar.indexOf("PK\u0001\u0002", at)) >= 0; at += 4) liar.writeUInt32LE(1, at + 24);
    liar.writeUInt32LE(1, 22);
    expect(() => unzip(liar, () => true, limits)).toThrow(UnreadableZip);
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}.md`, strToU8("x")]));
    expect(() => unzip(zipSync(many), () => true, limits)).toThrow(UnreadableZip);
    expect(() => unzip(new TextEncoder().encode("not a zip"), () => true, limits)).toThrow(UnreadableZip);
  });

  it("refuses an archive that breaks off in the middle of a file", () => {
    const words = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251);
    const whole = zipSync({ "a.md": strToU8("x"), "b.md": words });
    const limits = { files: 10, bytes: 1_000_000 };
    expect(unzip(whole, () => true, limits)).toHaveLength(2);
    expect(() => unzip(whole.subarray(0, whole.length >> 1), () => true, limits)).toThrow(UnreadableZip);
  });

  it("says in the editor's language what is wrong, and names a figure that does not exist", async () => {
    const db = contentDatabase();
    const ada = await editor(db);
    const record = { market: "DE", topic: "standards", lang: "zh", title: "标准", body: "税率{{nothing}}。" };
    const lines = [JSON.stringify({ ...record, topic: "nothing" }), JSON.stringify(record)].join("\n");
    const { problems } = importDrafts(ada, "zh", recordsOfUpload("in.jsonl", strToU8(lines)), note);
    expect(problems.map(({ field }) => field)).toEqual(["topic", "body"]);
    expect(problems[0]?.message).toMatch(/^应为以下之一：snapshot/);
    expect(problems[1]?.message).toContain("nothing");
  });

  it("takes neither what lies beside the texts nor what is no text", () => {
    const files = {
      "DE/fairs.en.md": "---\ntitle: x\n---\ny",
      "__MACOSX/DE/fairs.en.md": "x",
      "README.md": "x",
    };
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    expect(recordsOfUpload("a.zip", bytes).map(({ file }) => file)).toEqual(["DE/fairs.en.md"]);
    const gbk = recordsOfUpload("DE/fairs.zh.md", Uint8Array.from([0xb1, 0xea, 0xd7, 0xbc]));
    expect(gbk[0]?.parsed).toMatchObject({ ok: false, problems: [{ key: "notUtf8" }] });
    expect(recordsOfUpload("notes.txt", strToU8("x"))).toEqual([]);
  });
});
