import { UNSAFE_withComponentProps, UNSAFE_withErrorBoundaryProps } from "react-router";
import { describe, expect, it } from "vitest";
import { importSections } from "#app/modules/guides/import-sections.server.ts";
import * as marketPage from "#app/routes/guides/market.tsx";
import * as marketsPage from "#app/routes/guides/markets.tsx";
import * as sectionPage from "#app/routes/guides/section.tsx";
import { parseJsonRecord } from "#db/seed/guide-record.ts";
import { insertFact, insertMarket } from "../../factories/markets.ts";
import { testCtx, testDatabase } from "../../setup/database.ts";
import { testSite } from "../../setup/site.ts";

/** A route module as the build hands it over: loader data and errors come as props. */
const built = (page: { default: unknown; ErrorBoundary?: unknown }) => ({
  ...page,
  default: UNSAFE_withComponentProps(page.default as Parameters<typeof UNSAFE_withComponentProps>[0]),
  ...(page.ErrorBoundary
    ? {
        ErrorBoundary: UNSAFE_withErrorBoundaryProps(
          page.ErrorBoundary as Parameters<typeof UNSAFE_withErrorBoundaryProps>[0],
        ),
      }
    : {}),
});

/** Germany with one checked rule of its own, one inherited from the EU, and a gap. */
async function site() {
  const db = testDatabase();
  insertMarket(db, "EU", { kind: "block", nameEn: "European Union", nameZh: "欧盟", region: null });
  insertMarket(db, "DE", { nameEn: "Germany", nameZh: "德国", iso3: "DEU", inherits: "EU" });
  insertFact(db, "DE", "lucid", { labelEn: "Packaging register", basis: "read" });
  insertFact(db, "EU", "gpsr", { labelEn: "Product safety" });
  const nothing = { gap: true, sourceId: null, asOf: null, confidence: null, basis: null } as const;
  insertFact(db, "DE", "threshold", { ...nothing, topic: "tariffs-taxes", textEn: null, textZh: null });
  const pages = {
    ":lang/guides": built(marketsPage),
    ":lang/guides/:market": built(marketPage),
    ":lang/guides/:market/:topic": built(sectionPage),
  };
  const { ask } = await testSite(db, pages as unknown as Parameters<typeof testSite>[1]);
  const publish = (fields: object) =>
    importSections(
      testCtx(db),
      [
        {
          file: "in.jsonl",
          parsed: parseJsonRecord(
            JSON.stringify({
              market: "DE",
              topic: "standards",
              lang: "en",
              title: "Tests",
              body: "Go.",
              ...fields,
            }),
            1,
          ),
        },
      ],
      { skipBad: false },
    );
  const read = async (path: string) => (await ask(path)).text();
  return { ask, read, publish };
}

describe("a guide section", () => {
  it("shows facts with source, year and confidence, what is to be checked, and what comes from the block", async () => {
    const { read } = await site();
    const html = await read("/en/guides/DE/standards");
    expect(html).toContain("Packaging register");
    expect(html).toContain("checked");
    expect(html).toContain("Official Journal");
    expect(html).toContain("confidence high");
    const [own, inherited] = html.split("Inherited from European Union");
    expect(own).not.toContain("Product safety");
    expect(inherited).toContain("Product safety");
    expect(inherited).toContain("to be checked");
    expect(html).toContain("No written guidance here yet");
  });

  it("says plainly where nothing was found", async () => {
    const { read } = await site();
    expect(await read("/en/guides/DE/tariffs-taxes")).toContain("Nothing supportable was found");
    expect(await read("/zh/guides/DE/tariffs-taxes")).toContain("未查到可靠依据");
    expect(await read("/en/guides/DE/culture")).toContain("nothing on Germany yet");
  });

  it("shows the other language's text, marked, while a side is missing, and which side is newer later", async () => {
    const { read, publish } = await site();
    publish({ body: "Test in Germany." });
    const chinese = await read("/zh/guides/DE/standards");
    expect(chinese).toContain("目前仅有英文版");
    expect(chinese).toMatch(/lang="en"[^>]*><p>Test in Germany\./);
    publish({ lang: "zh", title: "检测", body: "在德国检测。" });
    expect(await read("/zh/guides/DE/standards")).toContain("中英文内容一致");
    publish({ body: "Test in Germany, twice." });
    expect(await read("/zh/guides/DE/standards")).toContain("英文版较新");
    expect(await read("/en/guides/DE/standards")).toContain("This side is newer");
  });

  it("never lets a section's text become markup", async () => {
    const { read, publish } = await site();
    publish({ title: "<i>x</i>", summary: "<b>y</b>", body: "<script>alert(1)</script>" });
    const html = await read("/en/guides/DE/standards");
    expect(html).not.toMatch(/<i>x|<b>y|<script>alert/);
    expect(html).toContain("&lt;script&gt;alert(1)");
  });
});

describe("guide addresses", () => {
  it("lead to the canonical one from other spellings, and keep the query", async () => {
    const { ask } = await site();
    for (const [typed, to] of [
      ["/en/guides/de", "/en/guides/DE"],
      ["/en/guides/deu?x=1", "/en/guides/DE?x=1"],
      ["/zh/guides/germany/standards", "/zh/guides/DE/standards"],
      ["/en/guides/DE/Standards", "/en/guides/DE/standards"],
    ] as const) {
      const response = await ask(typed);
      expect([response.status, response.headers.get("location")], typed).toEqual([301, to]);
    }
  });

  it("end in a 404 that names what was probably meant", async () => {
    const { ask } = await site();
    const market = await ask("/en/guides/germny");
    expect(market.status).toBe(404);
    expect(await market.text()).toContain('href="/en/guides/DE"');
    const topic = await ask("/en/guides/DE/standrads");
    expect(topic.status).toBe(404);
    expect(await topic.text()).toContain('href="/en/guides/DE/standards"');
    for (const odd of [
      "/en/guides/%E2%80%AE",
      "/en/guides/DE/%3Cscript%3E",
      `/en/guides/${"x".repeat(900)}`,
    ]) {
      expect((await ask(odd)).status, odd).toBe(404);
    }
  });
});

describe("the index of guides", () => {
  it("counts what is checked, and filters by region without tripping over an unknown one", async () => {
    const { ask, read } = await site();
    expect(await read("/en/guides")).toContain("1 checked, 1 to be checked");
    expect(await read("/en/guides?region=americas")).not.toContain("Germany");
    const unknown = await ask("/en/guides?region=atlantis");
    expect(unknown.status).toBe(200);
    expect(await unknown.text()).toContain("There is no such region");
  });
});
