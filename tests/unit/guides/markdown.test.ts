import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guideHref, linksIn, renderProse } from "#app/modules/guides/markdown.ts";

describe("renderProse", () => {
  it("sends guide links to the page in the reader's language", () => {
    const { html } = renderProse("zh", "见[标准](guide:DE/standards)和[德国](guide:DE)。");
    expect(html).toContain('href="/zh/guides/DE/standards"');
    expect(html).toContain('href="/zh/guides/DE"');
  });

  it("marks links that leave the site", () => {
    for (const address of ["https://www.zoll.de", "//www.zoll.de"]) {
      expect(renderProse("en", `[zoll](${address})`).html).toContain('rel="external noopener noreferrer"');
    }
  });

  it("shows raw HTML as text and refuses script links", () => {
    const { html } = renderProse(
      "en",
      '<script>alert(1)</script> [x](javascript:alert(1)) <img onerror="x">',
    );
    expect(html).not.toMatch(/<script|<img|href="javascript/);
    expect(html).toContain("&lt;script&gt;");
  });

  it("gives each heading its own id, in Chinese too, and never level 1", () => {
    const { html, headings } = renderProse("zh", "# 第一步\n\n## 第一步\n\n## Facts\n");
    expect(headings.map(({ id }) => id)).toEqual(["第一步", "第一步-2", "facts-2"]);
    expect(html).not.toContain("<h1");
  });

  it("lets no markup through, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (body) => {
        expect(renderProse("en", `${body}\n\n<b onclick="x">${body}</b>`).html).not.toMatch(/<[^>]* onclick/);
      }),
    );
  });
});

describe("links of a section", () => {
  it("are found as written", () => {
    expect(linksIn("- [a](guide:DE/fairs) *[b](https://x.example)*")).toEqual([
      "guide:DE/fairs",
      "https://x.example",
    ]);
  });
  it("name a topic that exists, or nothing", () => {
    expect(guideHref("en", "guide:DE/nothing")).toBeNull();
    expect(guideHref("en", "https://x.example")).toBeNull();
  });
});
