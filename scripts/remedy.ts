import { SettingError } from "#app/platform/env.server.ts";

/** Whether this came from the file system or the database file: its codes are in capitals. */
const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** The one line for a failure that the person at the keyboard can mend; null for any other. */
export function remedyFor(error: unknown): string | null {
  if (error instanceof SettingError) return `${error.message}.`;
  const code = String(codeOf(error) ?? "");
  const folder = `DATA_DIR (${process.env.DATA_DIR || "data"})`;
  if (["EACCES", "EPERM", "EROFS", "SQLITE_CANTOPEN", "SQLITE_READONLY"].includes(code)) {
    return `${folder} cannot be written; give this user the right to, or choose another.`;
  }
  if (["EEXIST", "ENOTDIR"].includes(code)) return `${folder} is not a folder; choose another.`;
  if (["ENOSPC", "SQLITE_FULL"].includes(code)) return `No disk space left for ${folder}; make room.`;
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return "The database is damaged; restore a backup: npm run restore -- FILE";
  }
  if (code.startsWith("SQLITE_BUSY")) return "The database is busy; run the command again.";
  return null;
}

/**
 * Ends a command that met this: one line and exit code 2 where it can be mended, else the fault itself.
 *
 * @throws the error when there is no remedy.
 */
export function endWith(error: unknown): void {
  const remedy = remedyFor(error);
  if (!remedy) throw error;
  process.stderr.write(`Fairway: ${remedy}\n`);
  process.exitCode = 2;
}
