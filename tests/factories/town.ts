import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { openDatabase, type Database } from "#db/client.server.ts";
import { users } from "#db/schema/accounts.ts";
import { seedContent } from "#db/seed/content.ts";
import { seedTown } from "#db/seed/town.ts";
import type { Person } from "#app/platform/context.ts";
import { seal } from "#app/platform/seal.server.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { signedIn } from "./accounts.ts";

const folder = mkdtempSync(join(tmpdir(), "fairway-town-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const seeded = new Map<number, string>();
let count = 0;

/** The demo town as a newcomer finds it, seeded at `now`; each test gets a copy of its own. */
export async function townDatabase(now: Date = testNow): Promise<Database> {
  const template = seeded.get(now.getTime());
  if (template === undefined) {
    const db = testDatabase();
    seedContent(db, now);
    await seedTown(db, now, { seal });
    const file = join(folder, `${now.getTime()}.sqlite`);
    db.$client.prepare("vacuum into ?").run(file);
    seeded.set(now.getTime(), file);
    return db;
  }
  const file = join(folder, `copy-${(count += 1)}.sqlite`);
  copyFileSync(template, file);
  const db = openDatabase(file, { durable: false });
  onTestFinished(() => {
    db.$client.close();
  });
  return db;
}

/** One of the demo accounts, signed in (past the second factor where it owes one). */
export async function townsperson(db: Database, email: string): Promise<Person> {
  const user = db.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
  return signedIn(db, user!.id, { secondFactor: true });
}
