import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzip } from "#app/platform/zip.server.ts";
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

/** Whether a file inside a folder or archive holds records: Markdown or JSON lines, neither hidden nor a README. */
function isRecordFile(name: string): boolean {
  return (
    /\.(md|jsonl)$/.test(name) && !/(^|[\\/])(\.|__MACOSX[\\/]|README\.md$|node_modules[\\/])/i.test(name)
  );
}

function readFolder(folder: string): FoundRecord[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isRecordFile)
    .sort()
    .flatMap((name) => recordsIn(name, readFileSync(join(folder, name), "utf8")));
}

function readFile(path: string, file: string): FoundRecord[] {
  if (!/\.(md|jsonl)$/.test(path))
    throw new UnusablePath(`${path} is neither a folder nor a .md or .jsonl file`);
  return recordsIn(file, readFileSync(path, "utf8"));
}

/** The records of one file: a Markdown file is one, JSON lines are one each. */
function recordsIn(file: string, text: string): FoundRecord[] {
  if (file.endsWith(".md")) return [{ file, parsed: parseMarkdownRecord(text, file) }];
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter((line) => line.text !== "")
    .map((line) => ({ file, parsed: parseJsonRecord(line.text, line.line) }));
}

const uploadLimits = { files: 6_000, bytes: 60_000_000 };

/**
 * The records of an uploaded file: `.zip` (of a folder as above), `.md` or `.jsonl`. What is not UTF-8 becomes a
 * record with a problem.
 *
 * @throws UnreadableZip when the archive is damaged or would unpack to more than the limits.
 */
export function recordsOfUpload(name: string, bytes: Uint8Array): FoundRecord[] {
  const files = /\.zip$/i.test(name)
    ? unzip(bytes, isRecordFile, uploadLimits).sort((a, b) => (a.path < b.path ? -1 : 1))
    : isRecordFile(name)
      ? [{ path: name, bytes }]
      : [];
  return files.flatMap(({ path, bytes: content }): FoundRecord[] => {
    const text = decode(content);
    if (text !== null) return recordsIn(path, text);
    const problem = { line: 1, field: "", key: "notUtf8" as const };
    return [{ file: path, parsed: { ok: false, problems: [problem] } }];
  });
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
