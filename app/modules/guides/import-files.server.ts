import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parseJsonRecord, parseMarkdownRecord, type ParsedRecord } from "#db/seed/guide-record.ts";

/** One record of an import and where it stands. */
export type FoundRecord = { file: string; parsed: ParsedRecord };

/** The path cannot be imported at all; `message` says why in one line. */
export class UnusablePath extends Error {}

/**
 * Reads guide records from a folder of Markdown (searched through, `…/DE/standards.en.md`), one `.md` file, or a
 * `.jsonl` file with one record a line. Empty lines are skipped; hidden files and other types are left alone.
 *
 * @throws UnusablePath when there is nothing to read.
 */
export function readRecords(path: string): FoundRecord[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UnusablePath(`${path} does not exist`);
  const found = stat.isDirectory() ? readFolder(path) : readFile(path, path);
  if (found.length === 0) throw new UnusablePath(`${path} holds no records (.md or .jsonl)`);
  return found;
}

function readFolder(folder: string): FoundRecord[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (name) => /\.(md|jsonl)$/.test(name) && !/(^|[\\/])(\.|README\.md$|node_modules[\\/])/i.test(name),
    )
    .sort()
    .flatMap((name) => readFile(join(folder, name), relative(folder, join(folder, name))));
}

function readFile(path: string, file: string): FoundRecord[] {
  if (path.endsWith(".md")) {
    return [{ file, parsed: parseMarkdownRecord(readFileSync(path, "utf8"), path) }];
  }
  if (!path.endsWith(".jsonl"))
    throw new UnusablePath(`${path} is neither a folder nor a .md or .jsonl file`);
  return readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== "")
    .map(({ text, line }) => ({ file, parsed: parseJsonRecord(text, line) }));
}
