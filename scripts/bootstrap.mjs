// What `npm start`, `npm test` and `npm run dev` share. Plain Node without any dependency: it runs before there
// are packages, and far enough on Node 14 to say that a newer one is needed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const inRoot = (...parts) => join(root, ...parts);

/** A failure somebody can act on: `message` is one line that ends with the remedy. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

const started = Date.now();

/** One progress line, with the seconds since the command began. */
export function say(line) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds}s  ${line}\n`);
}

/** Runs a command's main function; a Stop becomes one line on standard error and its exit code. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`Fairway: ${error.message}\n`);
    process.exit(error.code);
  }
}

/** @throws Stop unless this Node is one that the packages run on (package.json, engines). */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 ? major < 27 : major === 20 && minor >= 19) return;
  throw new Stop(
    `Node ${version} is not supported; install Node 20.19 or newer, below 27 (24 is a good choice).`,
  );
}

/** @throws Stop when the port can't be had; asked before the long work, so that nobody waits for it. */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Stop(`Port ${port} is taken; stop what uses it or choose another: PORT=${port + 1} npm start`)
          : error.code === "EACCES"
            ? new Stop(`Port ${port} needs more rights; choose one above 1023: PORT=3000 npm start`)
            : new Stop(
                `Cannot listen on ${host}:${port} (${error.code}); set HOST to an address of this machine.`,
              ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** @throws Stop when the command was given an argument that it does not know. */
export function onlyArguments(known = [], given = process.argv.slice(2)) {
  const odd = given.find((one) => !known.includes(one));
  if (odd === undefined) return;
  const choice = known.length > 0 ? `; there is ${known.join(", ")}` : "; this command takes none";
  throw new Stop(`${odd} is not an argument${choice}.`, 2);
}

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

/** PORT and HOST as numbers and text before there is a schema; everything else is checked by app/platform/env. */
export function address() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Stop("PORT must be a port number from 0 to 65535.", 2);
  return { port, host: process.env.HOST || "127.0.0.1" };
}

// --- packages ---

const installStamp = inRoot("node_modules", ".fairway-install");

/** Installs when packages are missing or don't match the lock file; compiles again when Node's major changed. */
export async function ensureInstalled() {
  const wanted = sha256(
    readFileSync(inRoot("package-lock.json")),
    process.versions.node.split(".")[0],
    `${process.platform}-${process.arch}`,
  );
  if (existsSync(installStamp) && readFileSync(installStamp, "utf8") === wanted) return;
  if (!samePackages()) {
    checkDisk(1_500, "the packages");
    await npm(
      ["ci", "--include=dev", "--include=optional"],
      "Installing packages (one is compiled where no ready build can be fetched: up to 4 minutes)",
    );
  }
  if (!nativeModulesLoad() || mayAbort()) {
    // Not a ready-made one: that could be one of those that abort.
    await npm(
      ["rebuild", "better-sqlite3"],
      `Compiling the database driver for Node ${process.versions.node}`,
      {
        npm_config_build_from_source: "true",
      },
    );
    if (!nativeModulesLoad()) {
      throw new Stop(
        "The database driver does not load on this Node; remove node_modules and run the command again.",
      );
    }
  }
  writeFileSync(installStamp, wanted);
}

/** Whether every package of the lock file that this platform needs is there in the locked version. */
function samePackages() {
  const hidden = inRoot("node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const locked = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === "" || (there[path]?.version ?? (entry.optional ? entry.version : undefined)) === entry.version,
  );
}

function nativeModulesLoad() {
  const probe = `const Sqlite = require("better-sqlite3"); new Sqlite(":memory:").close(); require("@node-rs/argon2")`;
  return spawnSync(process.execPath, ["-e", probe], { cwd: root, stdio: "ignore" }).status === 0;
}

/** Whether the driver was built against Node's clean-up hooks; scripts/native/object-wrap.h tells what follows. */
function mayAbort() {
  const driver = inRoot("node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node");
  return existsSync(driver) && readFileSync(driver).includes("RemoveEnvironmentCleanupHook");
}

export function checkDisk(megabytes, forWhat) {
  const { bavail, bsize } = fs.statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes) {
    throw new Stop(
      `Only ${free} MB of disk are free, ${forWhat} need ${megabytes} MB; make room and run it again.`,
    );
  }
}

function npmCommand() {
  if (process.env.npm_execpath?.endsWith(".js")) return [process.execPath, process.env.npm_execpath];
  const bundled = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  return existsSync(bundled) ? [process.execPath, bundled] : ["npm"];
}

/** npm compiles against the headers of the Node that runs, where that Node brought its own. */
function headersOfThisNode() {
  const folder = join(dirname(process.execPath), "..");
  const header = join(folder, "include", "node", "node_version.h");
  if (!existsSync(header)) return {};
  const text = readFileSync(header, "utf8");
  const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1];
  const version = `${part("MAJOR")}.${part("MINOR")}.${part("PATCH")}`;
  return version === process.versions.node ? { npm_config_nodedir: folder } : {};
}

/** The path is relative to where make runs, node_modules/better-sqlite3/build, since spaces in it would break. */
function compilerFlags() {
  if (Number(process.versions.node.split(".")[0]) < 22) return {};
  const include = "-include ../../../scripts/native/object-wrap.h";
  return { CXXFLAGS: [process.env.CXXFLAGS, include].filter(Boolean).join(" ") };
}

async function npm(args, what, extra = {}) {
  const [program, ...first] = npmCommand();
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const { code, output } = await run(program, [...first, ...args, ...quiet], {
    what,
    env: { ...process.env, ...headersOfThisNode(), ...compilerFlags(), ...extra },
  });
  if (code === 0) return;
  const log = inRoot(".cache", "npm.log");
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, output);
  throw new Stop(npmRemedy(output, relative(process.cwd(), log) || log));
}

/** The one line for a failed npm run: the commonest causes by name, else the log. */
export function npmRemedy(output, log) {
  if (/ENOSPC|no space left/i.test(output))
    return "No disk space left while installing; make room and run it again.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return "No right to write node_modules here; run it as the owner of this folder.";
  // Compiling comes before the network: the driver first tries to fetch a ready build, and that may fail quietly.
  if (/gyp ERR! find Python|Could not find any Python/i.test(output))
    return "Python 3 is missing, which compiling the database driver needs; on Debian: apt-get install -y python3";
  if (
    /not found: make|make: not found|g\+\+: (not found|No such file)|cc: not found|c\+\+: No such/i.test(
      output,
    )
  )
    return "No C++ compiler for the database driver; on Debian: apt-get install -y build-essential python3; on macOS: xcode-select --install";
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network (?:timeout|request)/.test(
      output,
    )
  )
    return "The package registry can't be reached; check the network (or the proxy in npm's settings) and run it again.";
  if (/EUSAGE|Missing: .* from lock file/.test(output))
    return "package.json and package-lock.json disagree; run npm install and commit the lock file.";
  if (/gyp ERR!/.test(output))
    return `Compiling the database driver failed (a C++ compiler with C++20 is needed); the whole output is in ${log}`;
  return `Installing packages failed; the whole output is in ${log}`;
}

// --- build ---

const sources = ["app", "db", "search", "public"];
const settings = [
  "package-lock.json",
  "vite.config.ts",
  "react-router.config.ts",
  "tsconfig.json",
  "scripts/compress-assets.mjs",
];
const buildStamp = inRoot("build", ".fairway-build");

function* filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* filesUnder(join(folder, entry.name));
    else yield join(folder, entry.name);
  }
}

function sourceHash() {
  const files = [
    ...sources.flatMap((folder) => [...filesUnder(inRoot(folder))]),
    ...settings.map((f) => inRoot(f)),
  ];
  return sha256(...files.flatMap((file) => [relative(root, file), readFileSync(file)]));
}

/** Builds pages and islands when a source changed since the last build. */
export async function ensureBuilt() {
  const wanted = sourceHash();
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === wanted) return;
  checkDisk(100, "the build");
  const { code, output } = await run(process.execPath, ["node_modules/@react-router/dev/bin.js", "build"], {
    what: "Building pages",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Stop("The build failed; the lines above say where.");
  }
  const { compressAssets } = await import("./compress-assets.mjs");
  compressAssets(inRoot("build", "client"));
  writeFileSync(buildStamp, wanted);
}

/** Migrates the database and, when it is empty, fills it. */
export async function prepareData() {
  const code = await runShown(process.execPath, ["--import", "tsx", "scripts/prepare.ts"]);
  // It has said in one line what to mend.
  if (code === 2) process.exit(2);
  if (code !== 0) throw new Stop("The database could not be prepared; the line above says why.", code);
}

// --- child processes ---

const children = new Set();

/** Passes a stop signal on to whatever runs at the moment. */
export function forwardSignals() {
  const pass = (signal) => {
    if (children.size === 0) process.exit(signal === "SIGINT" ? 130 : 143);
    for (const child of children) child.kill(signal);
    setTimeout(() => process.exit(signal === "SIGINT" ? 130 : 143), 5_000).unref();
    for (const child of children) child.once("exit", () => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  process.on("SIGINT", pass);
  process.on("SIGTERM", pass);
  return () => {
    process.off("SIGINT", pass);
    process.off("SIGTERM", pass);
  };
}

function follow(child) {
  children.add(child);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, error }));
    child.once("close", (code) => {
      children.delete(child);
      resolve({ code: code ?? 1 });
    });
  });
}

/** Runs quietly and keeps the output; long work says every 15 s that it still goes on. */
export async function run(program, args, { what, env = process.env }) {
  say(`${what} …`);
  const since = Date.now();
  const pulse = setInterval(() => say(`  still at it, ${Math.round((Date.now() - since) / 1000)} s`), 15_000);
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const { code, error } = await follow(child);
  clearInterval(pulse);
  return { code, output: error ? `${output}\n${error.message}` : output };
}

/** Runs with the output shown; gives the exit code. */
export async function runShown(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  return (await follow(child)).code;
}
