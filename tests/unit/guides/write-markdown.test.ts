import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownOf, markdownPath } from "#app/modules/guides/write-markdown.ts";
import { parseJsonRecord, parseMarkdownRecord, type GuideRecord } from "#db/seed/guide-record.ts";

const awkward = [
  "---",
  "\n---\n",
  ": ",
  " #",
  "'",
  '"',
  "\\",
  "{{vat}}",
  "*a",
  "&a",
  "!!str",
  "%",
  "@",
  "`",
  "- ",
  "? ",
  "| ",
  "> ",
  "null",
  "true",
  "0x1f",
  "1e3",
  "2027-01-15",
  "~",
  "\t",
  "\r\n",
  "\u0000",
  "\u0007",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\u2029",
  "\ufeff",
  "\ufffe",
  "😀",
  "\ud800",
  "原产地：",
  "[x](guide:DE/standards)",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: "binary", maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

/** A record as the importer would store it: whatever signs, past the schema. */
const record = fc
  .record({
    title: text,
    summary: text,
    body: text,
    source: text,
    publisher: text,
    asOf: text,
    verifiedAt: fc.constantFrom(null, "2026-11-01"),
    reviewDueAt: fc.constantFrom("2027-01-15", "2026-12-31"),
    basis: fc.constantFrom("read", "knowledge"),
    url: fc.constantFrom(undefined, "https://example.org/a?b=c&d='e'#f: g"),
  })
  .map(({ source, publisher, asOf, url, ...rest }) => ({
    market: "DE",
    topic: "standards",
    lang: "en",
    ...rest,
    sources: [{ title: source, publisher, asOf: asOf.slice(0, 30), ...(url ? { url } : {}) }],
  }));

const stored = (raw: object): GuideRecord | null => {
  const parsed = parseJsonRecord(JSON.stringify(raw), 1);
  return parsed.ok ? parsed.record : null;
};

describe("a section as Markdown", () => {
  it("comes back as it was, and is written to the same bytes again, whatever signs its words hold", () => {
    let taken = 0;
    fc.assert(
      fc.property(record, (raw) => {
        const before = stored(raw);
        if (!before) return;
        taken += 1;
        const file = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
          new TextEncoder().encode(markdownOf(before)),
        );
        const parsed = parseMarkdownRecord(file, markdownPath(before));
        expect(parsed).toMatchObject({ ok: true, record: before });
        expect(parsed.ok && markdownOf(parsed.record)).toBe(file);
      }),
      { numRuns: 600 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it("is refused by nobody for having no sources", () => {
    const plain = stored({ market: "DE", topic: "fairs", lang: "zh", title: "展会", body: "去看看。" })!;
    const parsed = parseMarkdownRecord(markdownOf(plain), markdownPath(plain));
    expect(parsed).toMatchObject({ ok: true, record: plain });
  });
});
