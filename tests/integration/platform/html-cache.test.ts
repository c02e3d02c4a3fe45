import { createElement } from "react";
import { expect, test, vi } from "vitest";
import { useLoaderData } from "react-router";
import { requestContext } from "#app/platform/context.ts";
import { markets } from "#db/schema/index.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const session = { Cookie: "other=1; fairway_session=abc" };

/** A guide page that shows who reads it and how many markets there are. */
async function guideSite() {
  const db = testDatabase();
  const loader = vi.fn(({ context }) => {
    const { actor, nonce } = context.get(requestContext);
    return {
      reader: actor.kind === "user" ? actor.name : "visitor",
      markets: db.select().from(markets).all().length,
      nonce,
    };
  });
  const Guide = () => {
    const { reader, markets: count } = useLoaderData<typeof loader>();
    return createElement("p", null, `${reader} sees ${count} markets ${"航道 ".repeat(400)}`);
  };
  const WithNonce = () => createElement("script", { nonce: useLoaderData<typeof loader>().nonce });
  const site = await testSite(
    db,
    {
      ":lang/guides": { loader, default: Guide },
      ":lang/guides/DE": { loader, default: WithNonce },
      ":lang/guides/US": {
        loader: () => {
          loader({ context: new Map([[requestContext, { actor: {} }]]) });
          return new Response("hi", { headers: { "Set-Cookie": "a=b", "Content-Type": "text/html" } });
        },
      },
      ":lang/guides/GB": {
        loader: () => {
          loader({ context: new Map([[requestContext, { actor: {} }]]) });
          throw new Response(null, { status: 404 });
        },
        default: () => null,
      },
      ":lang/search": { loader, default: Guide },
    },
    {
      resolveActor: async (_db, request) =>
        request.headers.get("cookie")?.includes("fairway_session")
          ? ({
              kind: "user",
              name: "Qinghe",
              emailVerified: true,
              staffRoles: [],
              organisation: null,
            } as never)
          : { kind: "visitor" },
    },
  );
  const addMarket = (code: string) =>
    db
      .insert(markets)
      .values({
        code,
        kind: "market",
        nameEn: code,
        nameZh: code,
        languages: [],
        aliases: [],
        updatedAt: testNow,
      })
      .run();
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.ask(path, { headers });
    return { answer, text: await answer.text() };
  };
  return { loader, addMarket, read };
}

test("a visitor's second read costs no rendering and is the same page", async () => {
  const { loader, read } = await guideSite();
  const first = await read("/en/guides");
  const second = await read("/en/guides");
  expect(loader).toHaveBeenCalledOnce();
  expect(second.text).toBe(first.text);
  expect(second.answer.headers.get("Content-Encoding")).toBe("gzip");
  const plain = await read("/en/guides", { "Accept-Encoding": "identity" });
  expect([plain.text, plain.answer.headers.get("Content-Encoding")]).toEqual([first.text, null]);
});

test("a signed-in person's page is neither kept nor served from what was kept", async () => {
  const { read } = await guideSite();
  const own = await read("/en/guides", session);
  expect(own.text).toContain("Qinghe sees");
  expect(own.answer.headers.get("Cache-Control")).toBe("private, no-store");
  expect((await read("/en/guides")).text).toContain("visitor sees");
  expect((await read("/en/guides", session)).text).toContain("Qinghe sees");
});

test("what is published shows at once", async () => {
  const { addMarket, read } = await guideSite();
  expect((await read("/en/guides")).text).toContain("0 markets");
  addMarket("DE");
  expect((await read("/en/guides")).text).toContain("1 markets");
});

test("each language has its own page", async () => {
  const { loader, read } = await guideSite();
  await read("/en/guides");
  await read("/zh/guides");
  expect(loader).toHaveBeenCalledTimes(2);
});

test.each([
  ["a query string", "/en/guides?notice=saved"],
  ["a page outside the guides", "/en/search"],
  ["a page with this request's nonce", "/en/guides/DE"],
  ["a page that sets a cookie", "/en/guides/US"],
  ["an error page", "/en/guides/GB"],
])("%s is never kept", async (_what, path) => {
  const { loader, read } = await guideSite();
  await read(path);
  await read(path);
  expect(loader).toHaveBeenCalledTimes(2);
});

test("a browser that still has the page gets 304 until something is published", async () => {
  const { addMarket, read } = await guideSite();
  const { answer } = await read("/en/guides");
  const headers = { "If-None-Match": answer.headers.get("ETag")! };
  const again = await read("/en/guides", headers);
  expect([again.answer.status, again.text]).toEqual([304, ""]);
  addMarket("DE");
  expect((await read("/en/guides", headers)).answer.status).toBe(200);
});

test("a kept page still carries its own policy and request id", async () => {
  const { read } = await guideSite();
  const [first, second] = [await read("/en/guides"), await read("/en/guides")];
  for (const name of ["Content-Security-Policy", "X-Request-Id"]) {
    expect(second.answer.headers.get(name)).toBeTruthy();
    expect(second.answer.headers.get(name)).not.toBe(first.answer.headers.get(name));
  }
});
