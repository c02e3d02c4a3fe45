import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { auditEntries } from "#db/schema/index.ts";

const writer = join(import.meta.dirname, "../../setup/endless-writer.ts");

test("killing the process during writes loses nothing that was acknowledged", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairway-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "fairway.sqlite");
  const db = openDatabase(file);
  migrateDatabase(db);
  expect(db.$client.pragma("synchronous", { simple: true })).toBe(2);
  expect(db.$client.pragma("journal_mode", { simple: true })).toBe("wal");
  db.$client.close();

  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, ["--import", "tsx", writer, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const killed = new Promise((resolve) => child.once("exit", resolve));
    const goal = acknowledged + 40;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === goal) child.kill("SIGKILL");
    }
    await killed;
    expect(acknowledged).toBeGreaterThanOrEqual(goal);

    const after = openDatabase(file);
    const ids = after
      .select({ id: auditEntries.recordId })
      .from(auditEntries)
      .orderBy(auditEntries.seq)
      .all()
      .map(({ id }) => Number(id));
    expect(after.$client.pragma("integrity_check", { simple: true })).toBe("ok");
    after.$client.close();
    expect(ids.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, index) => index + 1));
    acknowledged = ids.length;
  }
});
