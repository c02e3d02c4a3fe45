import { createHash, createHmac, type Hash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Database } from "#db/client.server.ts";
import { endOfArchive, entryHeader, padding } from "./tar.server.ts";

export type Manifest = {
  format: "fairway-backup/1";
  version: string;
  takenAt: string;
  /** Hashes of the migrations that the database has been through, oldest first. */
  migrations: string[];
  /** Tells whether the sealed second-factor secrets inside can be read under a SESSION_SECRET. */
  secretMark: string;
  files: { path: string; size: number; sha256: string }[];
};

export const databaseEntry = "fairway.sqlite";

/** A mark of the session secret that gives nothing of it away. */
export const secretMark = (secret: string) =>
  createHmac("sha256", secret).update("backup").digest("hex").slice(0, 16);

/**
 * Writes the database and all uploads into one tar file, while everything keeps running: `VACUUM INTO` reads one
 * snapshot, and uploads are never changed once written, so the ones named in the snapshot are there.
 *
 * The archive is `manifest.json` (with a SHA-256 of each file), `manifest.sha256`, then the files. It appears
 * under its name only when it is whole and on disk.
 *
 * @throws Error when `file` exists or its folder cannot be written.
 */
export async function writeBackup(
  db: Database,
  options: { file: string; dataDir: string; version: string; secret: string; now: Date },
): Promise<Manifest> {
  const { file, dataDir } = options;
  if (existsSync(file)) throw new Error(`${file} exists already`);
  mkdirSync(dirname(file), { recursive: true });
  const work = mkdtempSync(join(dirname(file), ".fairway-backup-"));
  try {
    const snapshot = join(work, databaseEntry);
    db.$client.prepare("vacuum into ?").run(snapshot);
    const sources = [{ path: databaseEntry, from: snapshot }, ...uploadsUnder(join(dataDir, "uploads"))];
    const files = [];
    for (const { path, from } of sources) {
      files.push({ path, size: statSync(from).size, sha256: await fileHash(from) });
    }
    const manifest: Manifest = {
      format: "fairway-backup/1",
      version: options.version,
      takenAt: options.now.toISOString(),
      migrations: migrationsOf(db),
      secretMark: secretMark(options.secret),
      files,
    };
    const archive = join(work, "archive");
    await writeArchive(archive, manifest, sources, options.now);
    renameSync(archive, file);
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Hashes of the migrations that a database has been through, oldest first. @throws when it is none of ours. */
export function migrationsOf(db: Database): string[] {
  return db.$client.prepare("select hash from __drizzle_migrations order by id").pluck().all() as string[];
}

function uploadsUnder(folder: string): { path: string; from: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((from) => ({ path: `uploads/${relative(folder, from).split(sep).join("/")}`, from }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export async function fileHash(file: string): Promise<string> {
  const hash: Hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function writeArchive(
  archive: string,
  manifest: Manifest,
  sources: { path: string; from: string }[],
  now: Date,
): Promise<void> {
  const fd = openSync(archive, "wx", 0o600);
  try {
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    const mark = Buffer.from(createHash("sha256").update(text).digest("hex"));
    for (const [name, body] of [
      ["manifest.json", text],
      ["manifest.sha256", mark],
    ] as const) {
      writeSync(fd, Buffer.concat([entryHeader(name, body.length, now), body, padding(body.length)]));
    }
    for (const { path, from } of sources) {
      const { size } = statSync(from);
      writeSync(fd, entryHeader(path, size, now));
      for await (const chunk of createReadStream(from)) writeSync(fd, chunk as Buffer);
      writeSync(fd, padding(size));
    }
    writeSync(fd, endOfArchive);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
