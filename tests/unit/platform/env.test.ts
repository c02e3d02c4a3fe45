import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { readEnv, SettingError } from "#app/platform/env.server.ts";

function dataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "fairway-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("without any setting it is somebody's own machine with the demo town", () => {
  expect(readEnv({ DATA_DIR: dataDir() })).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    APP_ORIGIN: "http://127.0.0.1:3000",
    SEARCH_ENGINE: "auto",
    DEMO: true,
    TRUST_PROXY: 0,
  });
});

test("production has no demo town unless told so, and empty settings count as absent", () => {
  const base = { DATA_DIR: dataDir(), NODE_ENV: "production", SMTP_URL: "", MEILI_URL: "", PORT: "" };
  expect(readEnv(base)).toMatchObject({ DEMO: false, PORT: 3000, SMTP_URL: undefined });
  expect(readEnv({ ...base, DEMO: "1" }).DEMO).toBe(true);
});

test.each([
  ["PORT", "many", "a port number"],
  ["PORT", "70000", "0 to 65535"],
  ["APP_ORIGIN", "fairway.example", "an http or https URL"],
  ["SEARCH_ENGINE", "google", "auto, meilisearch or sqlite"],
  ["DEMO", "yes", "0 or 1"],
  ["SESSION_SECRET", "short", "at least 32 characters"],
  ["SMTP_URL", "http://x", "an smtp or smtps URL"],
  ["TRUST_PROXY", "all", "a number of proxies"],
  ["LOG_LEVEL", "loud", "one of fatal, error, warn, info, debug, trace, silent"],
])("%s=%s stops the start with the name and what is expected", (name, value, expected) => {
  const read = () => readEnv({ DATA_DIR: dataDir(), [name]: value });
  expect(read).toThrow(SettingError);
  expect(read).toThrow(`${name} must be ${expected}`);
});

test("a session secret is made once and kept, for its owner only", () => {
  const DATA_DIR = dataDir();
  const first = readEnv({ DATA_DIR }).SESSION_SECRET;
  expect(first).toHaveLength(64);
  expect(readEnv({ DATA_DIR }).SESSION_SECRET).toBe(first);
  expect(readFileSync(join(DATA_DIR, "session-secret"), "utf8")).toBe(first);
  expect(statSync(join(DATA_DIR, "session-secret")).mode & 0o777).toBe(0o600);
});

test("a data folder that is made on the way is for its owner only", () => {
  const DATA_DIR = join(dataDir(), "new");
  readEnv({ DATA_DIR });
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
});

test("an origin is kept without path and slash", () => {
  expect(readEnv({ DATA_DIR: dataDir(), APP_ORIGIN: "https://fairway.example/x/" }).APP_ORIGIN).toBe(
    "https://fairway.example",
  );
});

test("a signing key is made once and kept, for its owner only, and nothing shows it by mistake", () => {
  const DATA_DIR = dataDir();
  const env = readEnv({ DATA_DIR });
  const file = join(DATA_DIR, "signing-key");
  const text = readFileSync(file, "utf8").trim();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readEnv({ DATA_DIR }).SIGNING_KEY.equals(env.SIGNING_KEY)).toBe(true);
  expect(readEnv({ DATA_DIR: dataDir(), SIGNING_KEY: text }).SIGNING_KEY.equals(env.SIGNING_KEY)).toBe(true);
  expect(JSON.stringify(env) + inspect(env, { depth: 9, showHidden: true })).not.toContain(text.slice(24));
});

test("a key from openssl is taken as PEM; any other says what is expected and not what was there", () => {
  const pem = (type: "ed25519" | "x25519") =>
    generateKeyPairSync(type as "ed25519")
      .privateKey.export({ format: "pem", type: "pkcs8" })
      .toString();
  const read = (SIGNING_KEY: string) => () => readEnv({ DATA_DIR: dataDir(), SIGNING_KEY });
  expect(read(pem("ed25519").replaceAll("\n", "\\n"))().SIGNING_KEY.asymmetricKeyType).toBe("ed25519");
  for (const wrong of ["secret-hunter2", pem("x25519"), "bWFueQ=="]) {
    expect(read(wrong)).toThrow(SettingError);
    expect(read(wrong)).toThrow("SIGNING_KEY must be an Ed25519 private key in PKCS#8");
    expect(read(wrong)).not.toThrow(wrong);
  }
  const DATA_DIR = dataDir();
  writeFileSync(join(DATA_DIR, "signing-key"), "half a k");
  expect(() => readEnv({ DATA_DIR })).toThrow(/signing-key must hold an Ed25519 private key/);
});
