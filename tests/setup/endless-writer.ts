import { count } from "drizzle-orm";
import { openDatabase } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/index.ts";

// Writes row after row and says each number only when its commit is back, until somebody kills it.
const db = openDatabase(process.argv[2]!);
let number = db.select({ rows: count() }).from(auditEntries).get()!.rows;
for (;;) {
  number += 1;
  const row = { action: "test.written", record: "test", recordId: String(number), requestId: "test" };
  db.transaction((tx) =>
    tx
      .insert(auditEntries)
      .values({ ...row, at: new Date() })
      .run(),
  );
  process.stdout.write(`${number}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
