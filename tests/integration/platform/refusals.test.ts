import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const form = { "Content-Type": "application/x-www-form-urlencoded" };

async function siteWithForm() {
  const write = vi.fn(async ({ request }: { request: Request }) => {
    const data = await request.formData();
    return new Response(String(data.get("name")));
  });
  const read = vi.fn(() => new Response("read"));
  const site = await testSite(testDatabase(), { "en/form": { action: write, loader: read } });
  const post = (headers: Record<string, string>, body: BodyInit = "name=x") =>
    site.ask("/en/form", { method: "POST", headers: { ...form, ...headers }, body });
  return { ...site, write, read, post };
}

/** The status of a request written byte for byte: fetch would tidy its target and Host. */
const statusOf = (url: string, target: string, host: string) =>
  new Promise<number>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(answer.split(" ")[1])));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });

describe("a mutation", () => {
  test.each([
    ["another site's origin", { Origin: "https://evil.example" }],
    ["an origin that starts like ours", { Origin: "https://fairway.example.evil.example" }],
    ["ours without TLS", { Origin: "http://fairway.example" }],
    ["a null origin", { Origin: "null" }],
    ["a cross-site word of the browser", { "Sec-Fetch-Site": "cross-site" }],
    ["a sibling domain", { "Sec-Fetch-Site": "same-site" }],
    ["ours, but sent across sites", { Origin: "https://fairway.example", "Sec-Fetch-Site": "cross-site" }],
  ])("from %s is refused with a page, and no action runs", async (_what, headers) => {
    const { post, write, read } = await siteWithForm();
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("error page 403");
    expect(write).not.toHaveBeenCalled();
    expect(read).not.toHaveBeenCalled();
  });

  test.each([
    ["our origin", { Origin: "https://fairway.example", "Sec-Fetch-Site": "same-origin" }],
    ["no browser", {}],
  ])("from %s is carried out", async (_what, headers) => {
    const { post, write } = await siteWithForm();
    const answer = await post(headers);
    expect([answer.status, await answer.text()]).toEqual([200, "x"]);
    expect(write).toHaveBeenCalledOnce();
  });

  test("from the address that the reader really used is carried out", async () => {
    const { url, post } = await siteWithForm();
    expect((await post({ Origin: url })).status).toBe(200);
  });
});

describe("a form", () => {
  test("larger than its limit is a 413 page", async () => {
    const { post, write } = await siteWithForm();
    const answer = await post({}, `name=${"x".repeat(1_100_000)}`);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("error page 413");
    expect(write).not.toHaveBeenCalled();
  });

  test("larger than its limit is a 413 also when its length was not told", async () => {
    const { url } = await siteWithForm();
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${url}/en/form`, { method: "POST", headers: form }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on("error", reject);
      for (let part = 0; part < 12; part += 1) sent.write("x".repeat(100_000));
      sent.end();
    });
    expect(status).toBe(413);
  });

  test.each([
    ["of another type", { "Content-Type": "application/json" }, "{}", 415],
    ["whose parts are broken", { "Content-Type": "multipart/form-data; boundary=a" }, "--b\r\nnonsense", 400],
    ["without its boundary", { "Content-Type": "multipart/form-data" }, "--b", 400],
    ["of thousands of fields", {}, "a=1&".repeat(3_000), 400],
  ])("%s is refused, never a fault", async (_what, headers, body, status) => {
    const { post, write } = await siteWithForm();
    expect((await post(headers, body)).status).toBe(status);
    expect(write).not.toHaveBeenCalled();
  });

  test("in parts arrives whole; with a file no form asks for it is too large", async () => {
    const { ask } = await siteWithForm();
    const body = new FormData();
    body.set("name", "航道");
    const answer = await ask("/en/form", { method: "POST", body });
    expect(await answer.text()).toBe("航道");
    body.set("file", new Blob(["x".repeat(2_000_000)]), "photo.jpg");
    expect((await ask("/en/form", { method: "POST", body })).status).toBe(413);
  });
});

describe("an address", () => {
  test.each([
    ["that cannot be decoded", "/en/guides/%E0%A4%A", 400],
    ["with a hidden NUL", "/en/guides/DE%00", 400],
    ["that is too long", `/en/search?q=${"x".repeat(4_100)}`, 414],
    ["of the framework's data", "/en/form.data", 404],
    ["that asks for the route manifest", "/__manifest?paths=/en&version=test", 404],
  ])("%s gets a page", async (_what, path, status) => {
    const { ask } = await siteWithForm();
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain("error page");
  });

  // fetch and browsers rewrite these before they send them.
  test.each([
    ["a back slash", "/en\\form"],
    ["dots", "/en/x/../form"],
    ["encoded dots", "/en/x/%2e%2E/form"],
    ["dots before the manifest", "/./__manifest/x/.."],
    ["a whole URL", "http://evil.example/en/form"],
    ["a star", "*"],
  ])("written with %s never reaches a page", async (_what, target) => {
    const { url, read } = await siteWithForm();
    expect(await statusOf(url, target, "fairway.example")).toBe(400);
    expect(read).not.toHaveBeenCalled();
  });

  test.each(["x/en/other?", "x:99999", "[", "a b", "a@b", "x/__manifest?p=/en&", ""])(
    "is the one of the request line, whatever Host says (%s)",
    async (host) => {
      const { url, read } = await siteWithForm();
      expect(await statusOf(url, "/en/form?q=1", host)).toBe(200);
      const asked = read.mock.calls as unknown as [{ request: Request }][];
      expect(asked[0]![0].request.url).toBe("https://fairway.example/en/form?q=1");
    },
  );

  test("with hundreds of manifest segments costs no time", async () => {
    const { ask } = await siteWithForm();
    const began = performance.now();
    const path = Array.from({ length: 700 }, (_, i) => `p${i}`).join(",");
    expect((await ask(`/__manifest?version=test&paths=${path}`)).status).toBe(404);
    expect(performance.now() - began).toBeLessThan(150);
  });

  test("asked by an unknown method is a 405 that names the known ones", async () => {
    const { ask } = await siteWithForm();
    const answer = await ask("/en/form", { method: "DELETE" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  test("without an action answers a form with 405", async () => {
    const site = await testSite(testDatabase(), { "en/page": { default: () => null } });
    const answer = await site.ask("/en/page", { method: "POST", headers: form, body: "a=1" });
    expect(answer.status).toBe(405);
  });
});

test("refusals below /api are JSON", async () => {
  const site = await testSite(testDatabase(), {
    "api/*": { loader: () => new Response(null, { status: 404 }) },
    "api/v1/fails": {
      loader: () => {
        throw new Error("secret detail");
      },
    },
  });
  const cases = [
    ["/api/nothing", 404, "not_found"],
    ["/api/v1/%ff", 400, "bad_request"],
    ["/api/v1/fails", 500, "internal"],
  ] as const;
  for (const [path, status, code] of cases) {
    const answer = await site.ask(path);
    const text = await answer.text();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toContain("application/json");
    expect(JSON.parse(text)).toMatchObject({ error: { code, message: expect.any(String) } });
    expect(text).not.toContain("secret");
  }
});
