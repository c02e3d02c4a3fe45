import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { writeBackup } from "#app/platform/backup.server.ts";
import { endOfArchive, entryHeader, padding } from "#app/platform/tar.server.ts";
import { backupTonight, untilNextBackup } from "#app/platform/nightly-backup.server.ts";
import { restoreBackup, RestoreError } from "#app/platform/restore.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { knownMigrations, migrateDatabase } from "#db/migrate.ts";
import { markets } from "#db/schema/index.ts";

const now = new Date("2026-11-22T04:00:00Z");
const secret = "s".repeat(32);

/** A data folder with a database of one market and two uploads. */
function filledPlace() {
  const dataDir = mkdtempSync(join(tmpdir(), "fairway-backup-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const db = openDatabase(join(dataDir, "fairway.sqlite"));
  migrateDatabase(db);
  mkdirSync(join(dataDir, "uploads", "ab"), { recursive: true });
  writeFileSync(join(dataDir, "uploads", "ab", "营业执照.pdf"), "licence ".repeat(300));
  writeFileSync(join(dataDir, "uploads", "empty.txt"), "");
  const add = (code: string) =>
    db
      .insert(markets)
      .values({
        code,
        kind: "market",
        nameEn: code,
        nameZh: code,
        languages: [],
        aliases: [],
        updatedAt: now,
      })
      .run();
  add("DE");
  const file = join(dataDir, "out", "backup.tar");
  const backup = () => writeBackup(db, { file, dataDir, version: "1.0.0", secret, now });
  return { dataDir, db, add, file, backup };
}

function emptyPlace(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "fairway-restore-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

const restore = (file: string, dataDir: string, known = knownMigrations()) =>
  restoreBackup({ file, dataDir, knownMigrations: known, now });

function marketsIn(dataDir: string): string[] {
  const db = openDatabase(join(dataDir, "fairway.sqlite"));
  const codes = db.select({ code: markets.code }).from(markets).all();
  db.$client.close();
  return codes.map(({ code }) => code);
}

test("a backup taken while serving comes back whole on another machine", async () => {
  const { db, add, dataDir, file, backup } = filledPlace();
  const open = db.$client.prepare("select code from markets").iterate();
  open.next();
  await expect(backup())
    .resolves.toMatchObject({ version: "1.0.0" })
    .catch(() => undefined);
  open.return?.();
  rmSync(file, { force: true });
  await backup();
  add("FR");

  const target = emptyPlace();
  const { manifest, keptIn } = await restore(file, target);
  expect(keptIn).toBeNull();
  expect(manifest.files.map(({ path }) => path)).toEqual([
    "fairway.sqlite",
    "uploads/ab/营业执照.pdf",
    "uploads/empty.txt",
  ]);
  expect(marketsIn(target)).toEqual(["DE"]);
  expect(readFileSync(join(target, "uploads", "ab", "营业执照.pdf"))).toEqual(
    readFileSync(join(dataDir, "uploads", "ab", "营业执照.pdf")),
  );
});

test("the ordinary tar command opens it too", async () => {
  const { file, backup } = filledPlace();
  await backup();
  const listed = execFileSync("tar", ["tf", file], { env: { ...process.env, LC_ALL: "C.UTF-8" } }).toString();
  expect(listed).toContain("manifest.json\nmanifest.sha256\nfairway.sqlite\n");
});

test("restoring keeps what was there before, search data included", async () => {
  const { db, add, dataDir, file, backup } = filledPlace();
  await backup();
  add("FR");
  db.$client.close();
  mkdirSync(join(dataDir, "meilisearch"));
  const { keptIn } = await restore(file, dataDir);
  expect(marketsIn(dataDir)).toEqual(["DE"]);
  expect(marketsIn(keptIn!)).toEqual(["DE", "FR"]);
  expect(existsSync(join(dataDir, "meilisearch"))).toBe(false);
});

test("restoring is refused while a server has the data open", async () => {
  const { file, add, dataDir, backup } = filledPlace();
  await backup();
  add("FR");
  await expect(restore(file, dataDir)).rejects.toThrow(/running on this data/);
  expect(marketsIn(dataDir)).toEqual(["DE", "FR"]);
});

test("a backup from a newer version, or another line of migrations, is refused", async () => {
  const { file, backup } = filledPlace();
  await backup();
  const target = emptyPlace();
  await expect(restore(file, target, [])).rejects.toThrow(/newer version/);
  await expect(restore(file, target, ["0000"])).rejects.toThrow(/newer version/);
  await expect(restore(file, target, [...knownMigrations(), "next"])).resolves.toBeTruthy();
});

test("a file cut short at any place is refused and changes nothing", async () => {
  const { file, backup } = filledPlace();
  await backup();
  const whole = readFileSync(file);
  const target = emptyPlace();
  const broken = join(target, "broken.tar");
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
      writeFileSync(broken, whole.subarray(0, length));
      await expect(restore(broken, target)).rejects.toThrow(RestoreError);
      expect(readdirSync(target)).toEqual(["broken.tar"]);
    }),
    { numRuns: 25 },
  );
});

test("a file with any one bit turned is refused and changes nothing", async () => {
  const { file, backup } = filledPlace();
  await backup();
  const whole = readFileSync(file);
  const target = emptyPlace();
  const broken = join(target, "broken.tar");
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const turned = Buffer.from(whole);
      turned[at]! ^= 1 << bit;
      writeFileSync(broken, turned);
      await expect(restore(broken, target)).rejects.toThrow(RestoreError);
      expect(readdirSync(target)).toEqual(["broken.tar"]);
    }),
    {
      numRuns: 40,
      examples: [
        [1, 0],
        [600, 3],
        [whole.length - 1, 0],
      ],
    },
  );
});

test("something else than a backup is refused in one line", async () => {
  const target = emptyPlace();
  const file = join(target, "notes.txt");
  writeFileSync(file, "hello");
  await expect(restore(file, target)).rejects.toThrow(/notes\.txt is damaged or no backup/);
  await expect(restore(join(target, "none.tar"), target)).rejects.toThrow(/not there/);
});

test("a backup never overwrites a file and leaves no work behind", async () => {
  const { file, dataDir, backup } = filledPlace();
  await backup();
  const before = readFileSync(file);
  await expect(backup()).rejects.toThrow(/exists already/);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(join(dataDir, "out"))).toEqual(["backup.tar"]);
});

test("seven nights are kept, and files that are not ours are left alone", async () => {
  const { db, dataDir } = filledPlace();
  mkdirSync(join(dataDir, "backups"));
  writeFileSync(join(dataDir, "backups", "mine.tar"), "");
  for (let day = 1; day <= 9; day += 1) {
    const night = new Date(Date.UTC(2026, 10, day, 18, 30));
    await backupTonight(db, { dataDir, version: "1.0.0", secret, now: night });
  }
  const left = readdirSync(join(dataDir, "backups")).sort();
  expect(left).toEqual([...[3, 4, 5, 6, 7, 8, 9].map((day) => `fairway-2026-11-0${day}.tar`), "mine.tar"]);
  await restore(join(dataDir, "backups", "fairway-2026-11-09.tar"), emptyPlace());
});

test("the next night is at half past two in Beijing", () => {
  const next = (at: string) => new Date(Date.parse(at) + untilNextBackup(new Date(at))).toISOString();
  expect(next("2026-11-22T04:00:00Z")).toBe("2026-11-22T18:30:00.000Z");
  expect(next("2026-11-22T18:30:00Z")).toBe("2026-11-23T18:30:00.000Z");
  expect(next("2026-12-31T23:59:59Z")).toBe("2027-01-01T18:30:00.000Z");
});

/** An archive with honest checksums around whatever its maker chose. */
function forged(entries: [path: string, body: string][], text?: string): Buffer {
  const sha256 = (body: string) => createHash("sha256").update(body).digest("hex");
  const files = entries.map(([path, body]) => ({ path, size: body.length, sha256: sha256(body) }));
  const rest = { version: "1", takenAt: now.toISOString(), migrations: [], secretMark: "x", files };
  const manifest = text ?? JSON.stringify({ format: "fairway-backup/1", ...rest });
  const all = [["manifest.json", manifest], ["manifest.sha256", sha256(manifest)], ...entries] as const;
  const bytes = all.flatMap(([path, body]) => [
    entryHeader(path, body.length, now),
    Buffer.from(body),
    padding(body.length),
  ]);
  return Buffer.concat([...bytes, endOfArchive]);
}

test.each<[what: string, entries: [string, string][], manifest?: string]>([
  ["a path that leads out", [["uploads/../../evil", "x"]]],
  ["a path of dots", [["uploads/./a", "x"]]],
  ["a folder in a file's place", [["uploads/a/", "x"]]],
  [
    "one path twice",
    [
      ["uploads/a", "x"],
      ["uploads/a", "x"],
    ],
  ],
  [
    "a file below a file",
    [
      ["uploads/a", "x"],
      ["uploads/a/b", "x"],
    ],
  ],
  ["no database", []],
  ["a manifest that is no JSON", [], "{"],
])("a forged file with %s is refused and changes nothing", async (_what, entries, manifest) => {
  const target = emptyPlace();
  const file = join(target, "forged.tar");
  for (const database of ["not a database", ""]) {
    writeFileSync(file, forged([["fairway.sqlite", database], ...entries], manifest));
    await expect(restore(file, target)).rejects.toThrow(RestoreError);
    expect(readdirSync(target)).toEqual(["forged.tar"]);
  }
});
