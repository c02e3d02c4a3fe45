import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonRecord, parseMarkdownRecord } from "#db/seed/guide-record.ts";

const file = `---
title: Standards
summary: Test first.
verifiedAt: null
reviewDueAt: 2027-02-15
basis: knowledge
sources:
  - title: EUR-Lex
    publisher: European Union
    url: https://eur-lex.europa.eu
    asOf: 2025
---

Text.
`;

/** Six lists of ten, each of the one before: a million words once written out. */
const bomb = ["x", "*a", "*b", "*c", "*d", "*e"]
  .map((item, level) => `${"abcdef"[level]}: &${"abcdef"[level]} [${Array(10).fill(item).join(",")}]`)
  .join("\n");

describe("a Markdown record", () => {
  it("takes its place from the path and its year as text", () => {
    expect(parseMarkdownRecord(file, "any/DE/standards.en.md")).toMatchObject({
      ok: true,
      record: {
        market: "DE",
        topic: "standards",
        lang: "en",
        body: "Text.",
        sources: [{ title: "EUR-Lex", asOf: "2025" }],
      },
    });
  });

  it("names line and field of what is wrong", () => {
    const bad = file.replace("2027-02-15", "2027-02-30").replace("basis: knowledge", "basis: hearsay");
    const parsed = parseMarkdownRecord(bad, "DE/standards.en.md");
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        { line: 5, field: "reviewDueAt" },
        { line: 6, field: "basis" },
      ],
    });
  });

  it("says on which line the front matter itself is broken", () => {
    const parsed = parseMarkdownRecord(
      file.replace("title: Standards", 'title: "Standards'),
      "DE/standards.en.md",
    );
    expect(parsed).toMatchObject({ ok: false, problems: [{ field: "" }] });
  });

  it.each([
    ["an alias of nothing", "title: *bold*"],
    ["aliases that would grow without end", bomb],
  ])("names %s in the front matter instead of failing", (_what, fields) => {
    const parsed = parseMarkdownRecord(`---\n${fields}\n---\nBody`, "DE/standards.en.md");
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ key: "aliases" }],
    });
  });

  it("asks for market, topic and language when neither path nor front matter names them", () => {
    const parsed = parseMarkdownRecord(file, "notes.md");
    const found = parsed.ok ? [] : parsed.problems.map(({ field, key }) => `${field} ${key}`);
    expect(found).toEqual(["market missing", "topic missing", "lang missing"]);
  });
});

describe("a JSON record", () => {
  const line = (fields: object) =>
    JSON.stringify({ market: "DE", topic: "fairs", lang: "zh", title: "展会", body: "正文", ...fields });

  it("needs no more than the five fields", () => {
    expect(parseJsonRecord(line({}), 7)).toMatchObject({
      ok: true,
      line: 7,
      record: { sources: [], verifiedAt: null, basis: "knowledge", summary: "" },
    });
  });

  it("rests on what was read when it says when", () => {
    expect(parseJsonRecord(line({ verifiedAt: "2026-11-01" }), 1)).toMatchObject({
      record: { basis: "read" },
    });
  });

  it("takes only web addresses as sources", () => {
    const parsed = parseJsonRecord(line({ sources: [{ title: "a", url: "javascript:alert(1)" }] }), 3);
    expect(parsed).toMatchObject({ ok: false, problems: [{ line: 3, field: "sources.0" }] });
  });

  it("never throws, and always says something about what it refuses", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseJsonRecord(text, 1);
        expect(parsed.ok || parsed.problems.length > 0).toBe(true);
        const markdown = parseMarkdownRecord(`---\n${text}\n---\n`, "DE/fairs.en.md");
        expect(markdown.ok || markdown.problems.length > 0).toBe(true);
      }),
    );
  });
});
