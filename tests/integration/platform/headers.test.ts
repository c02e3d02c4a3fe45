import { createElement } from "react";
import { expect, test, vi } from "vitest";
import { requestContext } from "#app/platform/context.ts";
import { log } from "#app/platform/log.server.ts";
import { stopFollowsToken } from "#app/modules/follows/stop-letter.server.ts";
import { unsubscribeToken } from "#app/modules/saved-searches/unsubscribe.server.ts";
import * as unsubscribePage from "#app/routes/search/unsubscribe.tsx";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite, withProps } from "#tests/setup/site.ts";

const page = { default: () => createElement("p", null, "hello") };

test("the policy names a new nonce each time and nothing inline or foreign", async () => {
  const site = await testSite(testDatabase(), { "en/page": page });
  const policies = await Promise.all(
    [1, 2].map(async () => (await site.ask("/en/page")).headers.get("Content-Security-Policy")!),
  );
  expect(policies[0]).not.toBe(policies[1]);
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'(;|$)/);
    expect(policy).toMatch(/style-src 'self'(;|$)/);
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test("HSTS is sent where people come by TLS, and only there", async () => {
  const settings = { SESSION_SECRET: "s".repeat(32), TRUST_PROXY: 0 };
  for (const [origin, sent] of [
    ["https://fairway.example", true],
    ["http://127.0.0.1:3000", false],
  ] as const) {
    const site = await testSite(
      testDatabase(),
      { "en/page": page },
      { settings: { ...settings, APP_ORIGIN: origin } },
    );
    const answer = await site.ask("/en/page");
    expect(answer.headers.has("Strict-Transport-Security")).toBe(sent);
    expect(answer.headers.get("Content-Security-Policy")!.includes("upgrade-insecure")).toBe(sent);
  }
});

test("our own forms keep their origin: the referrer policy does not strip it", async () => {
  const site = await testSite(testDatabase(), { "en/page": page });
  expect((await site.ask("/en/page")).headers.get("Referrer-Policy")).toBe("same-origin");
});

test("nor does the page behind a letter's link, whose form must come through", async () => {
  const db = testDatabase();
  const pages = { ":lang/digest/:token": withProps(unsubscribePage) };
  const site = await testSite(db, pages as unknown as Parameters<typeof testSite>[1]);
  for (const token of [unsubscribeToken("reader"), stopFollowsToken("reader"), "broken"]) {
    const html = await (await site.ask(`/en/digest/${token}`)).text();
    expect(html).toContain("<h1");
    expect(html).not.toContain("no-referrer");
  }
});

test("a well-formed request id is kept, any other replaced", async () => {
  const site = await testSite(testDatabase(), { "en/page": page });
  const idFor = async (id: string) =>
    (await site.ask("/en/page", { headers: { "X-Request-Id": id } })).headers.get("X-Request-Id");
  expect(await idFor("proxy-12345678")).toBe("proxy-12345678");
  for (const bad of ["short", "x".repeat(65), "with space and <b>"]) {
    expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("a fault is a page with its request id, and the log has the error under the same id", async () => {
  const error = vi.spyOn(log, "error");
  const site = await testSite(testDatabase(), {
    "en/fails": {
      loader: () => {
        throw new Error("broken");
      },
      default: () => null,
    },
  });
  const answer = await site.ask("/en/fails");
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain("error page 500");
  expect(error).toHaveBeenCalledWith(
    expect.objectContaining({ requestId: answer.headers.get("X-Request-Id") }),
    "request failed",
  );
});

test("the log knows neither queries, nor tokens, nor addresses, nor agents", async () => {
  const lines: unknown[] = [];
  vi.spyOn(log, "info").mockImplementation((line: unknown) => void lines.push(line));
  const site = await testSite(testDatabase(), { ":lang/*": page });
  const secret = "a1b2c3d4e5f6";
  const headers = { "User-Agent": "secret-agent", "X-Forwarded-For": "203.0.113.9", Cookie: `x=${secret}` };
  for (const path of [
    `/en/search?q=${secret}`,
    `/zh/reset-password/${secret}`,
    `/en/invitations/${secret}?to=x`,
    `/en/verify-email/${secret}`,
  ]) {
    await (await site.ask(path, { headers })).text();
  }
  await vi.waitFor(() => expect(lines).toHaveLength(4));
  const text = JSON.stringify(lines);
  for (const hidden of [secret, "secret-agent", "203.0.113.9", "127.0.0.1"])
    expect(text).not.toContain(hidden);
  expect(lines[1]).toMatchObject({
    method: "GET",
    path: "/zh/reset-password/:token",
    requestId: expect.any(String),
  });
});

test("the client key follows the proxy only when one is trusted", async () => {
  const keyWith = async (hops: number, address: string) => {
    let key = "";
    const site = await testSite(
      testDatabase(),
      {
        "en/page": {
          loader: ({ context }) => {
            key = context.get(requestContext).clientKey;
            return null;
          },
          default: () => null,
        },
      },
      { settings: { APP_ORIGIN: "http://x", SESSION_SECRET: "s".repeat(32), TRUST_PROXY: hops } },
    );
    await site.ask("/en/page", { headers: { "X-Forwarded-For": address } });
    return key;
  };
  expect(await keyWith(0, "203.0.113.9")).toBe(await keyWith(0, "203.0.113.10"));
  expect(await keyWith(1, "203.0.113.9")).not.toBe(await keyWith(1, "203.0.113.10"));
  expect(await keyWith(1, "9.9.9.9, 203.0.113.9")).toBe(await keyWith(1, "203.0.113.9"));
  expect(await keyWith(1, "203.0.113.9")).not.toContain("203");
});

test("answers are gzipped where asked for, never by brotli", async () => {
  const long = { default: () => createElement("p", null, "航道 ".repeat(2_000)) };
  const site = await testSite(testDatabase(), { "en/long": long });
  const encodingFor = async (accepted: string) =>
    (await site.ask("/en/long", { headers: { "Accept-Encoding": accepted } })).headers.get(
      "Content-Encoding",
    );
  expect(await encodingFor("br, gzip")).toBe("gzip");
  expect(await encodingFor("br")).toBeNull();
  expect(await encodingFor("gzip;q=0, identity")).toBeNull();
});

test("health: /healthz while it serves, /readyz only while it should get traffic", async () => {
  let closing = false;
  const db = testDatabase();
  const site = await testSite(db, {}, { closing: () => closing, version: "1.2.3" });
  expect((await site.ask("/healthz")).status).toBe(200);
  const ready = await site.ask("/readyz");
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    ok: true,
    version: "1.2.3",
    database: { ok: true },
    search: { engine: "sqlite", ok: true, pending: 0 },
  });
  closing = true;
  expect((await site.ask("/readyz")).status).toBe(503);
  closing = false;
  db.$client.close();
  const broken = await site.ask("/readyz");
  expect([broken.status, ((await broken.json()) as { database: unknown }).database]).toEqual([
    503,
    { ok: false },
  ]);
});
