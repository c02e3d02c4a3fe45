import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { atomFeed } from "#app/modules/follows/atom.ts";
import { articleData, scriptSafe } from "#app/routes/readers/structured-data.ts";

const nasty = "</script><b>&\"'\u0007\uD800 标准";

/** Each element's name and text; throws where it is no well-formed XML with namespaces. */
function parsed(xml: string) {
  const found: { name: string; uri: string; text: string; attributes: Record<string, string> }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element = { name: local, uri, text: "", attributes: values };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => open.at(-1) && (open.at(-1)!.text += text));
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

describe("the feed of changes", () => {
  const at = new Date("2026-11-22T04:00:00Z");
  const self = "https://x.example/en/guides.atom?a=1&b=2";
  const feed = {
    title: nasty,
    author: "Desk",
    lang: "zh-Hans",
    self,
    page: "https://x.example/en",
    updated: at,
  };

  test("is well-formed Atom whatever an editor wrote, with what RFC 4287 asks of a feed and an entry", () => {
    const entry = { id: "0b0a", title: nasty, summary: nasty, url: "https://x.example/a?b&c", updated: at };
    const elements = parsed(atomFeed({ ...feed, entries: [entry] }));
    expect(new Set(elements.map(({ uri }) => uri))).toEqual(new Set(["http://www.w3.org/2005/Atom"]));
    const texts = (name: string) => elements.filter((one) => one.name === name).map(({ text }) => text);
    expect(texts("id")).toEqual([self, "urn:uuid:0b0a"]);
    expect(texts("title")[1]).toBe("</script><b>&\"' 标准");
    expect(texts("updated")).toEqual(["2026-11-22T04:00:00.000Z", "2026-11-22T04:00:00.000Z"]);
    expect(texts("name")).toEqual(["Desk"]);
    expect(elements.filter(({ name }) => name === "link").map(({ attributes }) => attributes.rel)).toEqual([
      "self",
      "alternate",
      "alternate",
    ]);
  });

  test("stands without entries too", () => {
    expect(parsed(atomFeed({ ...feed, entries: [] })).some(({ name }) => name === "entry")).toBe(false);
  });
});

test("structured data cannot leave its script element and reads back as it was", () => {
  const data = articleData({
    lang: "zh",
    origin: "https://x.example",
    market: { code: "DE", nameEn: "Germany", nameZh: "德国" },
    topic: "standards",
    title: nasty,
    summary: nasty,
    sectionLang: "zh",
    publishedAt: new Date("2026-11-22T04:00:00Z"),
    verifiedAt: "2026-11-01",
  });
  const text = scriptSafe(data);
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
  expect(data["@graph"][0]).toMatchObject({
    inLanguage: "zh-Hans",
    dateModified: "2026-11-22T04:00:00.000Z",
  });
});
