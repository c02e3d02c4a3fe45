import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { SqliteError } from "better-sqlite3";
import { z } from "zod";
import { openDatabase, type Database } from "#db/client.server.ts";
import { databaseEntry, fileHash, migrationsOf, type Manifest } from "./backup.server.ts";
import { listEntries, type Entry } from "./tar.server.ts";

/** Why a file was not restored; `message` is one line for the person at the keyboard. Nothing was changed. */
export class RestoreError extends Error {}

const manifestShape = z.object({
  format: z.literal("fairway-backup/1"),
  version: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  secretMark: z.string(),
  files: z.array(
    z.object({
      path: z.string().regex(/^(fairway\.sqlite|uploads\/[^\0]+)$/),
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
}) satisfies z.ZodType<Manifest>;

/**
 * Puts a backup in the place of the present data. First everything is checked in a folder beside it: archive,
 * checksums, database integrity, and that this version knows all its migrations. Then the present files are moved
 * to `before-restore-…`, which is kept.
 *
 * What is derived (search indexes) is moved away too and built anew at the next start.
 *
 * @throws RestoreError when the file is damaged or newer, or a server is running on the data.
 */
export async function restoreBackup(options: {
  file: string;
  dataDir: string;
  /** Hashes of this version's migrations, oldest first. */
  knownMigrations: string[];
  now: Date;
}): Promise<{ manifest: Manifest; keptIn: string | null }> {
  const { file, dataDir } = options;
  if (!existsSync(file)) throw new RestoreError(`${file} is not there`);
  mkdirSync(dataDir, { recursive: true });
  const work = mkdtempSync(join(dataDir, ".restore-"));
  try {
    const manifest = await unpack(file, work);
    const newer = manifest.migrations.some((hash, index) => options.knownMigrations[index] !== hash);
    if (newer) {
      throw new RestoreError(
        `${file} was made by another or newer version (${manifest.version}); update Fairway first`,
      );
    }
    checkDatabase(join(work, databaseEntry), file, manifest);
    claim(join(dataDir, databaseEntry));
    return { manifest, keptIn: swap(dataDir, work, options.now) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Unpacks into `folder`, holding every file against the manifest and the manifest against its own checksum. */
async function unpack(file: string, folder: string): Promise<Manifest> {
  const fd = openSync(file, "r");
  const damaged = (why: string) => new RestoreError(`${file} is damaged or no backup: ${why}`);
  try {
    const read = (offset: number, length: number) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(fd, buffer, 0, length, offset));
    };
    let entries: Entry[];
    try {
      entries = listEntries(read, fstatSync(fd).size);
    } catch (error) {
      throw damaged((error as Error).message);
    }
    const [head, mark, ...rest] = entries;
    if (head?.name !== "manifest.json" || mark?.name !== "manifest.sha256")
      throw damaged("it has no manifest");
    const text = read(head.offset, head.size);
    const written = read(mark.offset, mark.size).toString();
    if (createHash("sha256").update(text).digest("hex") !== written)
      throw damaged("its manifest was altered");
    const parsed = manifestShape.safeParse(jsonIn(text));
    if (!parsed.success) throw damaged("its manifest has another form");
    const manifest = parsed.data;
    const named = manifest.files.map(({ path }) => path);
    if (named[0] !== databaseEntry || named.join("\n") !== rest.map(({ name }) => name).join("\n")) {
      throw damaged("its files are not the ones that its manifest names");
    }
    const wrong = misplaced(named);
    if (wrong) throw damaged(wrong);
    for (const [index, entry] of rest.entries()) {
      const target = join(folder, entry.name);
      copyOut(read, entry, target);
      if ((await fileHash(target)) !== manifest.files[index]!.sha256)
        throw damaged(`${entry.name} was altered`);
    }
    return manifest;
  } finally {
    closeSync(fd);
  }
}

function jsonIn(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

/** What keeps these paths from lying side by side in one folder, or null. */
function misplaced(paths: string[]): string | null {
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    if (parts.some((part) => part === "" || part === "." || part === "..")) return "a file lies outside";
    for (let depth = 1; depth < parts.length; depth += 1) folders.add(parts.slice(0, depth).join("/"));
  }
  const clash = new Set(paths).size < paths.length || paths.some((path) => folders.has(path));
  return clash ? "two files have one place" : null;
}

function copyOut(read: (offset: number, length: number) => Buffer, entry: Entry, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const fd = openSync(target, "wx", 0o600);
  try {
    for (let done = 0; done < entry.size;) {
      const chunk = read(entry.offset + done, Math.min(1 << 20, entry.size - done));
      writeSync(fd, chunk);
      done += chunk.length;
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The database must be sound, ours, and have been through the very migrations that the manifest tells. */
function checkDatabase(database: string, file: string, manifest: Manifest): void {
  if (!isSound(database, manifest.migrations)) {
    throw new RestoreError(`The database inside ${file} is damaged`);
  }
}

function isSound(database: string, migrations: string[]): boolean {
  let db: Database | undefined;
  try {
    db = openDatabase(database);
    const sound = db.$client.pragma("integrity_check", { simple: true }) === "ok";
    const orphans = db.$client.pragma("foreign_key_check") as unknown[];
    const told = migrationsOf(db).join() === migrations.join();
    db.$client.pragma("wal_checkpoint(TRUNCATE)");
    return sound && orphans.length === 0 && told;
  } catch (error) {
    // "file is not a database", "no such table" and the like; anything else is a fault.
    if (error instanceof SqliteError) return false;
    throw error;
  } finally {
    db?.$client.close();
  }
}

/** Makes sure that nobody has the present database open: leaving WAL mode needs it alone. */
function claim(database: string): void {
  if (!existsSync(database)) return;
  const db = openDatabase(database);
  try {
    db.$client.pragma("busy_timeout = 0");
    db.$client.pragma("journal_mode = DELETE");
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY")) {
      throw new RestoreError("Fairway is running on this data; stop it first");
    }
    // A database too damaged to open is what a restore is for: it is kept aside as it stands.
  } finally {
    db.$client.close();
  }
}

/** Everything that follows from the database or belongs to it goes aside together. */
const replaced = [
  ...["", "-wal", "-shm"].flatMap((end) => [`${databaseEntry}${end}`, `search.sqlite${end}`]),
  "uploads",
  "meilisearch",
];

function swap(dataDir: string, work: string, now: Date): string | null {
  const aside = join(dataDir, `before-restore-${now.toISOString().replace(/[:.]/g, "-")}`);
  const present = replaced.filter((name) => existsSync(join(dataDir, name)));
  if (present.length > 0) mkdirSync(aside);
  for (const name of present) renameSync(join(dataDir, name), join(aside, name));
  for (const name of [databaseEntry, "uploads"]) {
    if (existsSync(join(work, name))) renameSync(join(work, name), join(dataDir, name));
  }
  return present.length > 0 ? aside : null;
}
