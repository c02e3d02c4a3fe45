import { join } from "node:path";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { onTestFinished } from "vitest";

/** A folder of its own for one test; removed when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fairway-search-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
