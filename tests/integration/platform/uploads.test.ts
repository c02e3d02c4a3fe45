import { request as httpRequest } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { AppParts } from "#app/platform/app.server.ts";
import type { Person } from "#app/platform/context.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const cookieOf = (name: string) => ({ cookie: `fairway_session=${name}` });
const session = cookieOf("lin");
/** Sessions that count are Lin's and Wu's; any other cookie is made up. */
const resolveActor: AppParts["resolveActor"] = async (_db, request) => {
  const name = /fairway_session=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
  return ["lin", "wu"].includes(name)
    ? { ...signedInAs, userId: name, sessionId: name }
    : { kind: "visitor" };
};
const signedInAs: Person = {
  kind: "user",
  userId: "",
  sessionId: "",
  name: "Lin",
  email: "lin@firm.cn",
  lang: "en",
  emailVerified: true,
  secondFactor: false,
  secondFactorSetUp: false,
  organisation: null,
  staffRoles: [],
};

/** The page that takes files, as far as a body is concerned: it says how large the file was that arrived. */
async function importPage() {
  const action = async ({ request }: { request: Request }) => {
    const file = (await request.formData()).get("file");
    return new Response(file instanceof File ? String(file.size) : "no file");
  };
  const page = { action } as unknown as Parameters<typeof testSite>[1][string];
  const pages = { ":lang/staff/guides/import": page };
  const { ask, url } = await testSite(testDatabase(), pages, { resolveActor });
  const post = (body: FormData, headers: Record<string, string>) =>
    ask("/en/staff/guides/import", { method: "POST", body, headers });
  return Object.assign(post, { url: new URL("/en/staff/guides/import", url) });
}

/** Begins a large upload and never ends it. Resolves once so much of it is out that it counts as large. */
async function begin(url: URL, headers: Record<string, string>): Promise<void> {
  const type = { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": "15000000" };
  const request = httpRequest(url, { method: "POST", headers: { ...type, ...headers } });
  request.on("error", () => undefined);
  onTestFinished(() => void request.destroy());
  await new Promise<void>((resolve) => request.write(Buffer.alloc(1_500_000, 120), () => resolve()));
}

function upload(bytes: number): FormData {
  const body = new FormData();
  body.set("file", new Blob(["x".repeat(bytes)]), "guides.jsonl");
  return body;
}

describe("a file of sections", () => {
  test("may be larger than a form, from somebody with a session only", async () => {
    const post = await importPage();
    expect(await (await post(upload(5_000_000), session)).text()).toBe("5000000");
    expect((await post(upload(5_000_000), {})).status).toBe(413);
    expect((await post(upload(5_000_000), cookieOf("madeUp"))).status).toBe(413);
  });

  test("of one sender do not take everybody's places, and a made-up session takes none", async () => {
    const post = await importPage();
    for (let n = 0; n < 8; n += 1) await begin(post.url, cookieOf("madeUp"));
    for (let n = 0; n < 2; n += 1) await begin(post.url, session);
    await expect.poll(async () => (await post(upload(2_000_000), session)).status).toBe(429);
    expect(await (await post(upload(2_000_000), cookieOf("wu"))).text()).toBe("2000000");
  });

  test("has its own limit, and no thousands of parts", async () => {
    const post = await importPage();
    expect((await post(upload(21_000_000), session)).status).toBe(413);
    const parts = upload(1_500_000);
    for (let index = 0; index < 200; index += 1) parts.append("more", "x");
    expect((await post(parts, session)).status).toBe(400);
  });
});
