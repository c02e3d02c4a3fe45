import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { env } from "#app/platform/env.server.ts";

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where finished files lie, by their id alone; a backup takes this folder. */
const folder = () => join(env().DATA_DIR, "uploads");
/** Where a file is written before it is whole: beside the other, so that renaming it is one step. */
const workFolder = () => join(env().DATA_DIR, "uploads-unfinished");

function placeOf(id: string): string {
  if (!idForm.test(id)) throw new Error("not an upload's id");
  return join(folder(), id.slice(0, 2), id);
}

/**
 * Writes a file so that it is either there whole or not at all, also over a power cut: written aside, synced,
 * renamed, and its folder synced. For this user alone.
 */
export function putFile(id: string, bytes: Buffer): void {
  const place = placeOf(id);
  const home = join(place, "..");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  mkdirSync(workFolder(), { recursive: true, mode: 0o700 });
  const unfinished = join(workFolder(), id);
  const fd = openSync(unfinished, "wx", 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(unfinished, place);
  syncFolder(home);
}

/** A renamed file survives a power cut once its folder does. Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(path, "r");
  fsyncSync(fd);
  closeSync(fd);
}

/** The bytes of a file; null when they are not there. */
export function fileOf(id: string): Buffer | null {
  const place = placeOf(id);
  return existsSync(place) ? readFileSync(place) : null;
}

export function removeFile(id: string): void {
  rmSync(placeOf(id), { force: true });
}

/** Ids of the files that have lain there unchanged since before `until`. */
export function filesBefore(until: Date): string[] {
  return entries(folder(), true)
    .filter(({ name, changed }) => idForm.test(name) && changed < until)
    .map(({ name }) => name);
}

/** Takes away what a killed process left half-written before `until`. Returns how many. */
export function clearUnfinished(until: Date): number {
  const left = entries(workFolder(), false).filter(({ changed }) => changed < until);
  for (const { path } of left) rmSync(path, { force: true });
  return left.length;
}

function entries(of: string, recursive: boolean): { name: string; path: string; changed: Date }[] {
  if (!existsSync(of)) return [];
  return readdirSync(of, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: entry.name, path, changed: statSync(path).mtime };
    });
}
