import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import Sqlite from "better-sqlite3";
import { contentVersion } from "#db/schema/index.ts";
import { testDatabase } from "#tests/setup/database.ts";

test("a transaction that reads before it writes takes its turn first: nobody writes in between", () => {
  const db = testDatabase();
  const other = new Sqlite(db.$client.name);
  other.pragma("busy_timeout = 0");
  const write = () => other.prepare("update content_version set version = version + 1").run();
  write();

  db.transaction((tx) => {
    const before = tx.select().from(contentVersion).get()!.version;
    expect(write).toThrow(/locked/);
    tx.update(contentVersion)
      .set({ version: before + 1 })
      .where(eq(contentVersion.id, 1))
      .run();
  });
  write();
  other.close();
});
