import { allSectionDocuments } from "#search/indexes/sections.ts";
import { UNSAFE_withComponentProps as withComponentProps } from "react-router";
import { describe, expect, it, onTestFinished } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import type { Actor } from "#app/platform/context.ts";
import { rebuildIndex } from "#app/modules/search/rebuild-index.server.ts";
import { setSearch } from "#app/modules/search/runtime.server.ts";
import * as api from "#app/routes/api/search.ts";
import * as suggest from "#app/routes/api/suggest.ts";
import * as page from "#app/routes/search/search.tsx";
import { startSearch } from "#search/runtime.server.ts";
import { contentDatabase, quietLog, testFolder } from "#tests/factories/search.ts";
import { testCtx } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

async function site(engine: Partial<Parameters<typeof startSearch>[0]> = { engine: "sqlite" }) {
  const db = contentDatabase();
  const search = startSearch({ db, engine: "auto", dataDir: testFolder(), log: quietLog, ...engine });
  setSearch(search);
  onTestFinished(async () => {
    setSearch(undefined);
    await search.stop();
  });
  await search.ready();
  const routes = {
    "api/v1/search": api,
    "api/v1/suggest": suggest,
    // The build gives page components their data as props; here it is done by hand.
    ":lang/search": { ...page, default: withComponentProps(page.default as never) },
  };
  const { ask } = await testSite(db, routes as unknown as Parameters<typeof testSite>[1]);
  const json = async (path: string) => {
    const response = await ask(path);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const html = async (path: string) => (await ask(path)).text();
  return { db, search, ask, json, html };
}

const q = encodeURIComponent;

describe("/api/v1/search", () => {
  it("answers as interfaces.md says", async () => {
    const { json } = await site();
    const { status, body } = await json(
      "/api/v1/search?q=germany+packaging&lang=en&market=de&topic=standards&limit=3",
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      query: "germany packaging",
      lang: "en",
      engine: "sqlite",
      page: 1,
      hits: [
        {
          id: "DE-standards-en",
          market: "DE",
          topic: "standards",
          lang: "en",
          title: "Germany: Standards, testing and labelling",
          url: "/en/guides/DE/standards",
          snippet: expect.stringContaining("<mark>"),
        },
      ],
      facets: { topic: { standards: 1 } },
    });
  });

  it("refuses what it does not understand, at the parameter", async () => {
    const { json } = await site();
    const cases: [query: string, field: string][] = [
      ["limit=0", "limit"],
      ["limit=51", "limit"],
      ["limit=ten", "limit"],
      ["page=-1", "page"],
      ["lang=fr", "lang"],
      ["market=Germany", "market"],
      ["topic=food", "topic"],
      [`q=${"x".repeat(2001)}`, "q"],
    ];
    for (const [query, field] of cases) {
      const { status, body } = await json(`/api/v1/search?${query}`);
      expect(status, query).toBe(400);
      expect(body, query).toMatchObject({
        error: { code: "bad_parameter", message: expect.stringContaining(field), field },
      });
    }
  });

  it("answers whatever is typed without a fault", async () => {
    const { json } = await site();
    const typed = [
      "q=%00",
      "q=%ED%A0%80",
      "q=%E5%BE%B7",
      `q=${q('" OR titleEn:*')}`,
      "q=",
      "",
      `q=${q("税".repeat(300))}`,
    ];
    for (const query of [...typed, "page=1000"]) {
      expect((await json(`/api/v1/search?${query}`)).status, query).toBe(200);
    }
  });
});

describe("/api/v1/suggest", () => {
  it("suggests markets, their topics and terms, in the reader's language", async () => {
    const { json } = await site();
    const first = async (query: string) =>
      ((await json(`/api/v1/suggest?${query}`)).body.suggestions as { text: string; url: string }[])[0];
    expect(await first("q=ger")).toMatchObject({ text: "Germany", url: "/en/guides/DE" });
    expect(await first("q=germany+cus")).toMatchObject({ url: expect.stringContaining("/en/guides/DE/") });
    expect(await first(`q=${q("德国 清关")}&lang=zh`)).toMatchObject({ url: "/zh/guides/DE/logistics" });
    expect(await first("q=")).toBeUndefined();
  });
});

describe("the search page", () => {
  it("shows hits, filters, spelling and what to do when nothing fits, finished and escaped", async () => {
    const { html, ask } = await site();
    const found = await html(`/zh/search?q=${q("德国增值税")}`);
    expect(found).toContain('href="/zh/guides/DE/tariffs-taxes"');
    expect(found).toContain("<mark>");
    expect(found).toContain("德国：关税、税费与原产地规则");
    expect(found).toContain(`/zh/search?q=${q("德国增值税")}&amp;market=DE`);

    expect(await html("/en/search?q=tradmark+germny")).toContain('href="/en/search?q=trademark+germany"');

    const nothing = await html(`/en/search?q=${q("<qwxyz onload=zzzyx>")}`);
    expect(nothing).toContain("No section fits");
    expect(nothing).not.toContain("<qwxyz");

    expect(await html("/en/search?q=new+zealand+customs")).toContain("no guide to New Zealand");
    expect((await ask("/en/search?q=tax&market=Atlantis&topic=%27&page=zero")).status).toBe(200);
  });

  it("says in a small note when the better engine is away, and still answers", async () => {
    const note = { en: "Search is running on its reserve engine", zh: "搜索正由备用引擎提供" };
    const asked = await site();
    expect(await asked.html("/en/search?q=germany+vat")).not.toContain(note.en);
    // Nothing listens on the discard port.
    const { html } = await site({ meiliUrl: "http://127.0.0.1:9", meiliKey: "none" });
    const found = await html("/en/search?q=germany+vat");
    expect(found).toContain(note.en);
    expect(found).toContain('href="/en/guides/DE/tariffs-taxes"');
    expect(await html(`/zh/search?q=${q("德国增值税")}`)).toContain(note.zh);
  });
});

describe("rebuilding the index", () => {
  const person = (staffRoles: ("editor" | "vetter")[]): Actor => ({
    kind: "user",
    userId: "u1",
    sessionId: "s1",
    name: "Editor",
    email: "e@fairway.example",
    lang: "en",
    emailVerified: true,
    secondFactor: true,
    secondFactorSetUp: true,
    organisation: null,
    staffRoles,
  });

  it("is for those with the right, and leaves an entry in the trail", async () => {
    const { db, search } = await site();
    const failed = (error: unknown) => expect.unreachable(String(error));
    expect(() => rebuildIndex(testCtx(db, person(["vetter"])), failed)).toThrow();
    expect(db.select().from(auditEntries).all()).toHaveLength(0);
    rebuildIndex(testCtx(db, person(["editor"])), failed);
    expect(db.select().from(auditEntries).all()).toMatchObject([{ action: "search.rebuild", actorId: "u1" }]);
    await search.rebuild();
    expect(search.status().documents).toBe([...allSectionDocuments(db)].length);
  });
});
