import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marked, markingOf, snippet } from "#search/snippet.ts";
import { cleanText } from "#search/text.ts";

const words = (...texts: string[]) => texts.map((text) => ({ text, also: [] }));

describe("a snippet", () => {
  it("escapes the text and marks what matched", () => {
    expect(marked('Toys <script> & "CE"', markingOf(words("toys", "ce")))).toBe(
      "<mark>Toys</mark> &lt;script&gt; &amp; &quot;<mark>CE</mark>&quot;",
    );
  });

  it("makes one mark of neighbours", () => {
    expect(marked("海外仓退货", markingOf(words("海外", "仓", "退货")))).toBe("<mark>海外仓退货</mark>");
  });

  it("marks other forms of a word, not words that merely contain it", () => {
    const pattern = markingOf(words("certified", "tax"));
    expect(marked("certification; taxes; syntax", pattern)).toBe(
      "<mark>certification</mark>; <mark>taxes</mark>; syntax",
    );
  });

  it("marks a short word only as itself or its plural, and a phrase over its hyphen", () => {
    const marking = markingOf(words("ce", "de minimis", "5G"));
    expect(marked("CE, cement, CEs, face; de-minimis rule; 5G, 5GHz, 15G", marking)).toBe(
      "<mark>CE</mark>, cement, <mark>CEs</mark>, face; <mark>de-minimis</mark> rule; <mark>5G</mark>, 5GHz, 15G",
    );
  });

  it("marks a Latin word that stands against Chinese characters", () => {
    expect(marked("需要CE认证", markingOf(words("ce")))).toBe("需要<mark>CE</mark>认证");
  });

  it("shows the stretch with the most different matches and cuts no word", () => {
    const text = `${"filler words here ".repeat(30)}the toy needs a CE mark and a label ${"and more of it ".repeat(30)}`;
    const html = snippet(text, markingOf(words("toy", "ce", "label")), 120);
    expect(html).toMatch(/^… /);
    expect(html).toMatch(/ …$/);
    expect(html).toContain("<mark>toy</mark> needs a <mark>CE</mark> mark and a <mark>label</mark>");
    expect(html.replace(/<[^>]+>|… | …/g, "")).not.toMatch(/^\S*iller\b/);
  });

  it("never lets markup of the text through, and marks always close", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 10 }), (text, word) => {
        const clean = cleanText(text);
        const html = snippet(clean, markingOf(words(word)), 80);
        expect(html.replaceAll("<mark>", "").replaceAll("</mark>", "")).not.toMatch(/[<>"']/);
        expect(html.split("<mark>").length).toBe(html.split("</mark>").length);
      }),
    );
  });
});
