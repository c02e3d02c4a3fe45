import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { say, Stop, run } from "./bootstrap.mjs";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that the browser stories can drive: $CHROMIUM, Playwright's own, or the system's; else undefined. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Stop(`CHROMIUM names ${named}, which is not there; correct it or leave it out.`, 2);
  }
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  return [chromium.executablePath(), ...known].find((path) => existsSync(path));
}

/** As `findChromium`; where it may (root on Debian or Ubuntu), installs one from the system's packages. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const script =
      "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk";
    const { code, output } = await run("sh", ["-c", script], { what: "Installing Chromium", env });
    const installed = findChromium();
    if (code === 0 && installed) return installed;
    say(output.trim().split("\n").at(-1) ?? "");
  }
  throw new Stop(
    "No Chromium for the browser stories; run npx playwright install chromium, or set CHROMIUM to a browser's path.",
  );
}
