import { describe, expect, test } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const session = { cookie: "fairway_session=anything" };

/** The page that takes files, as far as a body is concerned: it says how large the file was that arrived. */
async function importPage() {
  const action = async ({ request }: { request: Request }) => {
    const file = (await request.formData()).get("file");
    return new Response(file instanceof File ? String(file.size) : "no file");
  };
  const page = { action } as unknown as Parameters<typeof testSite>[1][string];
  const { ask } = await testSite(testDatabase(), { ":lang/staff/guides/import": page });
  return (body: FormData, headers: Record<string, string>) =>
    ask("/en/staff/guides/import", { method: "POST", body, headers });
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
  });

  test("has its own limit, and no thousands of parts", async () => {
    const post = await importPage();
    expect((await post(upload(21_000_000), session)).status).toBe(413);
    const parts = upload(1_500_000);
    for (let index = 0; index < 200; index += 1) parts.append("more", "x");
    expect((await post(parts, session)).status).toBe(400);
  });
});
