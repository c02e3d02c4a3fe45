// `npm test`: everything that has to hold before work is handed over. With --without-browser it is
// `npm run validate`. All steps run, whatever fails before them, so that one run shows everything.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  checkNode,
  command,
  ensureBuilt,
  ensureInstalled,
  forwardSignals,
  onlyArguments,
  root,
  runShown,
  say,
} from "./bootstrap.mjs";
import { ensureChromium } from "./chromium.mjs";

const withBrowser = !process.argv.includes("--without-browser");
const results = join(root, ".cache", "results");
const bin = (path) => join(root, "node_modules", path);
const tally = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

function heading(name) {
  process.stdout.write(`\n── ${name} ${"─".repeat(Math.max(4, 70 - name.length))}\n`);
}

/** Runs one step; one that fails without a failed test in its report counts as one failure itself. */
async function step(name, action) {
  heading(name);
  let ok, counted;
  try {
    ({ ok, counted } = await action());
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    ok = false;
  }
  if (!counted) counted = { passed: 0, failed: 0, skipped: 0 };
  if (!ok && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(tally)) tally[key] += counted[key];
  if (!ok) broken.push(name);
}

const check =
  (...args) =>
  async () => ({ ok: (await runShown(process.execPath, args)) === 0 });

function report(file) {
  try {
    return JSON.parse(readFileSync(join(results, file), "utf8"));
  } catch {
    return undefined;
  }
}

const vitest = (folder) => async () => {
  const file = `${folder}.json`;
  const args = ["run", `tests/${folder}`, "--reporter=default", "--reporter=json"];
  const code = await runShown(process.execPath, [
    bin("vitest/vitest.mjs"),
    ...args,
    `--outputFile.json=${join(results, file)}`,
  ]);
  const seen = report(file);
  return {
    ok: code === 0,
    counted: seen && {
      passed: seen.numPassedTests,
      failed: seen.numFailedTests,
      skipped: seen.numPendingTests,
    },
  };
};

async function browserStories() {
  const env = {
    ...process.env,
    CHROMIUM: await ensureChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, "e2e.json"),
  };
  const code = await runShown(
    process.execPath,
    [bin("@playwright/test/cli.js"), "test", "--reporter=list,json"],
    env,
  );
  const seen = report("e2e.json")?.stats;
  return {
    ok: code === 0,
    counted: seen && {
      passed: seen.expected + seen.flaky,
      failed: seen.unexpected,
      skipped: seen.skipped,
    },
  };
}

await command(async () => {
  checkNode();
  onlyArguments(["--without-browser"]);
  forwardSignals();
  await ensureInstalled();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  await step("Format", check(bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."));
  await step("Lint", check(bin("eslint/bin/eslint.js"), "."));
  await step("Types", async () => {
    const generated = await check(bin("@react-router/dev/bin.js"), "typegen")();
    return generated.ok ? check(bin("typescript/bin/tsc"), "--noEmit")() : generated;
  });
  await step("Unused code", check(bin("knip/bin/knip.js"), "--no-progress"));
  await step("Unit tests", vitest("unit"));
  await step("Integration tests", vitest("integration"));
  await step("Build", async () => {
    await ensureBuilt();
    return { ok: true };
  });
  if (withBrowser) await step("Browser stories", browserStories);

  heading("Result");
  say(broken.length === 0 ? "All steps passed." : `Failed: ${broken.join(", ")}.`);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
  process.exitCode = broken.length === 0 ? 0 : 1;
});
