import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { writeBackup } from "#app/platform/backup.server.ts";
import { closeDatabase, database, databaseFile } from "#app/platform/database.server.ts";
import { env, SettingError } from "#app/platform/env.server.ts";
import packageJson from "../package.json" with { type: "json" };

/** `npm run backup -- FILE`: may run beside the server. Bad input: one line, exit code 2, nothing written. */
async function main(args: string[]): Promise<void> {
  const [name, ...more] = args;
  if (!name || more.length > 0) return refuse("Say where to: npm run backup -- FILE");
  const file = resolve(name);
  if (existsSync(file)) return refuse(`${name} exists already; choose another name`);
  const { DATA_DIR, SESSION_SECRET } = env();
  if (!existsSync(databaseFile())) return refuse(`DATA_DIR (${DATA_DIR}) holds no database`);
  const { files } = await writeBackup(database(), {
    file,
    dataDir: DATA_DIR,
    version: packageJson.version,
    secret: SESSION_SECRET,
    now: new Date(),
  });
  console.log(
    `Wrote ${name}: the database and ${files.length - 1} uploads. Keep SESSION_SECRET elsewhere too.`,
  );
}

function refuse(line: string): void {
  process.stderr.write(`Fairway: ${line}.\n`);
  process.exitCode = 2;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof SettingError) refuse(error.message);
  else {
    process.stderr.write(`Fairway: the backup failed: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
} finally {
  closeDatabase();
}
