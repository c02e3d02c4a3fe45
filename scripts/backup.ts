import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { writeBackup } from "#app/platform/backup.server.ts";
import { closeDatabase, database, databaseFile } from "#app/platform/database.server.ts";
import { env } from "#app/platform/env.server.ts";
import { remedyFor } from "#scripts/remedy.ts";
import packageJson from "../package.json" with { type: "json" };

/** `npm run backup -- FILE`: may run beside the server. Bad input: one line, exit code 2, nothing written. */
async function main(args: string[]): Promise<void> {
  const [name, ...more] = args;
  if (!name || more.length > 0) return refuse("Say where to: npm run backup -- FILE");
  const file = resolve(name);
  if (existsSync(file)) return refuse(`${name} exists already; choose another name`);
  const { DATA_DIR, SESSION_SECRET } = env();
  if (!existsSync(databaseFile())) return refuse(`DATA_DIR (${DATA_DIR}) holds no database`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    return refuse(`${name} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
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
  const remedy = remedyFor(error);
  process.stderr.write(`Fairway: ${remedy ?? `the backup failed: ${(error as Error).message}`}\n`);
  process.exitCode = remedy ? 2 : 1;
} finally {
  closeDatabase();
}
