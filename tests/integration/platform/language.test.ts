import { expect, test } from "vitest";
import * as chooseLanguage from "#app/routes/home/choose-language.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const ours = "https://fairway.example";

async function site() {
  const pages = { "/": chooseLanguage, ":lang/guides": { default: () => "guides" } };
  const { ask } = await testSite(testDatabase(), pages as unknown as Parameters<typeof testSite>[1]);
  const start = async (headers: Record<string, string>) =>
    (await ask("/", { headers, redirect: "manual" })).headers.get("Location");
  const cookieOf = async (path: string, referrer: string) =>
    (await ask(path, { headers: { Referer: referrer } })).headers.get("Set-Cookie");
  return { start, cookieOf };
}

test.each([
  ["zh-CN,zh;q=0.9,en;q=0.8", "/zh"],
  ["en-GB,zh;q=0.5", "/en"],
  ["fr", "/en"],
])("the start address follows the browser's languages (%s)", async (header, path) => {
  const { start } = await site();
  expect(await start({ "Accept-Language": header })).toBe(path);
});

test("who goes over to the other language is met in it the next time", async () => {
  const { start, cookieOf } = await site();
  // Twice: the second answer is a kept page.
  await cookieOf("/zh/guides", `${ours}/zh`);
  const cookie = await cookieOf("/zh/guides", `${ours}/en/guides`);
  expect(cookie).toMatch(/^fairway_lang=zh; .*HttpOnly; Secure; SameSite=Lax$/);
  const Cookie = `other=1; ${cookie!.split(";")[0]}`;
  expect(await start({ "Accept-Language": "en", Cookie })).toBe("/zh");
  expect(await start({ "Accept-Language": "en", Cookie: "fairway_lang=xx" })).toBe("/en");
});

test.each([
  ["another site", "https://elsewhere.example/en/guides"],
  ["a page in the same language", `${ours}/zh`],
  ["what is no address", "nonsense"],
])("coming from %s chooses nothing", async (_what, referrer) => {
  const { cookieOf } = await site();
  expect(await cookieOf("/zh/guides", referrer)).toBeNull();
});
