import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContent } from "#db/seed/read-content.ts";
import { termMarker } from "#app/modules/glossary/mark-terms.ts";
import { byLetter, matching } from "#app/modules/glossary/order.ts";
import { renderProse } from "#app/modules/guides/markdown.ts";

const terms = readContent().glossary.map(({ en, zh, ...term }) => ({ ...term, termEn: en, termZh: zh }));
const markers = { en: termMarker("en", terms), zh: termMarker("zh", terms) };
const marked = (html: string) =>
  Array.from(html.matchAll(/popovertarget="term-([a-z0-9-]+)"/g), ([, id]) => id);
/** The text a reader sees of the prose, without the definitions below it. */
const seen = (html: string) => html.replace(/<div popover[\s\S]*$/, "").replace(/<[^>]*>/g, "");

describe("terms in prose", () => {
  it("are explained at their first mention only, with the definition in the prose's language", () => {
    const { html } = renderProse("en", "Quote FOB or CIF.\n\nThen FOB again.", markers.en);
    expect(marked(html)).toEqual(["fob", "cif"]);
    expect(html).toContain('<div popover role="note" id="term-fob"');
    expect(renderProse("zh", "提单要先拿到。", markers.zh).html).toContain("船公司收到货物的凭证");
  });

  it("stay as they are in headings, links and code", () => {
    const body = "## FOB\n\n[FOB](guide:DE/standards) and `FOB`\n\n```\nFOB\n```\n\n**FOB** at last";
    const { html } = renderProse("en", body, markers.en);
    expect(marked(html)).toEqual(["fob"]);
    expect(html).toMatch(/<strong><button[^>]*>FOB<\/button><\/strong>/);
  });

  it("are whole words, abbreviations in their capitals, and the longest form wins", () => {
    expect(marked(renderProse("en", "once, ce, REACHED, DAPPER, fobs", markers.en).html)).toEqual([]);
    expect(marked(renderProse("zh", "先办RCEP原产地证书", markers.zh).html)).toEqual(["rcep-certificate"]);
    expect(marked(renderProse("zh", "加贴CE标志的产品", markers.zh).html)).toEqual(["ce-marking"]);
  });

  it("change no character of what is read, let no markup through and keep every id once", () => {
    const words = fc.constantFrom(
      ...terms.flatMap((term) => [...term.mentionsEn, ...term.mentionsZh]),
      ...["**", "_", "`", "[", "](guide:DE/standards)", "# ", "\n\n", "- ", "<b>", "&amp;", '"', " ", "。"],
    );
    const bodies = fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 6 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(bodies, fc.constantFrom("en" as const, "zh" as const), (parts, lang) => {
        const body = parts.join("");
        const { html } = renderProse(lang, body, markers[lang]);
        expect(seen(html)).toBe(seen(renderProse(lang, body).html));
        expect(html).not.toMatch(
          /<b>|<a[^>]*>(?:(?!<\/a>)[\s\S])*<button|<h\d[^>]*>(?:(?!<\/h\d>)[\s\S])*<button/,
        );
        expect(html).not.toMatch(/<code[^>]*>(?:(?!<\/code>)[\s\S])*<button/);
        const ids = marked(html);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("cut a text into pieces that are the text again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(
          markers.zh
            .cut(text, new Set())
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

describe("the glossary", () => {
  it("holds about ninety terms with ids of their own, none spelt for two of them", () => {
    expect(terms.length).toBeGreaterThanOrEqual(90);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    for (const lang of ["mentionsEn", "mentionsZh"] as const) {
      const forms = terms.flatMap((term) => [...new Set(term[lang].map((form) => form.toLowerCase()))]);
      expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
    }
  });

  it("stands in A–Z and pinyin order", () => {
    const letterOf = (termZh: string) => byLetter("zh", [{ termZh, termEn: "" }])[0]!.letter;
    expect(Array.from("提增海原反标", letterOf)).toEqual(["T", "Z", "H", "Y", "F", "B"]);
    expect(["CE标志", "FOB", "9610"].map(letterOf)).toEqual(["C", "F", "#"]);
    const letters = byLetter("zh", terms).map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort());
    const under = (letter: string) =>
      byLetter("zh", terms)
        .find((group) => group.letter === letter)
        ?.terms.map(({ termZh }) => termZh) ?? [];
    expect(under("H")).toContain("海外仓");
    expect(under("X")).toContain("信用证");
    expect(byLetter("en", terms).flatMap((group) => group.terms)).toHaveLength(terms.length);
  });

  it("is found by either language, other names and any case", () => {
    const found = (typed: string) => matching(terms, typed).map(({ id }) => id);
    expect(found("到岸价")).toContain("cif");
    expect(found("bill of LADING")).toContain("bill-of-lading");
    expect(found("ＣＢＡＭ")).toEqual(["carbon-border"]);
    expect(found("zzzz")).toEqual([]);
    expect(found("")).toHaveLength(terms.length);
  });
});
