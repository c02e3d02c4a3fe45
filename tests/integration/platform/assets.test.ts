import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compressAssets } from "#scripts/compress-assets.mjs";
import { testDatabase } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

const script = "export const words = 'fairway';".repeat(100);

async function siteWithAssets() {
  const clientFolder = mkdtempSync(join(tmpdir(), "fairway-assets-"));
  onTestFinished(() => rmSync(clientFolder, { recursive: true, force: true }));
  mkdirSync(join(clientFolder, "assets"));
  writeFileSync(join(clientFolder, "assets", "app-1a2b.js"), script);
  writeFileSync(join(clientFolder, "favicon.svg"), "<svg/>");
  compressAssets(clientFolder);
  return testSite(testDatabase(), {}, { clientFolder });
}

test("a hashed file is kept for ever, in its compressed form where asked for", async () => {
  const { ask } = await siteWithAssets();
  for (const [accepted, encoding] of [
    ["gzip, br", "gzip"],
    ["identity", null],
  ] as const) {
    const answer = await ask("/assets/app-1a2b.js", { headers: { "Accept-Encoding": accepted } });
    expect(answer.headers.get("Content-Encoding")).toBe(encoding);
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/javascript/);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("Vary")).toContain("Accept-Encoding");
    expect(await answer.text()).toBe(script);
  }
});

test("a file without a hash is kept an hour; one that isn't there is a short 404", async () => {
  const { ask } = await siteWithAssets();
  expect((await ask("/favicon.svg")).headers.get("Cache-Control")).toBe("public, max-age=3600");
  expect((await ask("/assets/gone.js")).status).toBe(404);
  expect((await ask("/assets/..%2f..%2fpackage.json")).status).toBe(404);
});
