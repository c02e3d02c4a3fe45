import { defineConfig } from "@playwright/test";
import { e2eOrigin } from "#tests/e2e/setup/place.ts";
import { findChromium } from "#scripts/chromium.mjs";

// Chromium's sandbox cannot start as root, which is what a container usually is.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A story that asks axe about ten pages takes a while on a busy machine.
  timeout: 120_000,
  expect: { timeout: 7_000 },
  use: {
    baseURL: e2eOrigin,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [...asRoot, "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
    },
  },
  webServer: {
    command: "node tests/e2e/setup/server.mjs",
    url: `${e2eOrigin}/healthz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
