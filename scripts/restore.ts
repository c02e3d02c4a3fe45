import { resolve } from "node:path";
import { secretMark } from "#app/platform/backup.server.ts";
import { env } from "#app/platform/env.server.ts";
import { restoreBackup, RestoreError } from "#app/platform/restore.server.ts";
import { knownMigrations } from "#db/migrate.ts";
import { endWith } from "#scripts/remedy.ts";

/** `npm run restore -- FILE`, with the server stopped. A refused file: one line, exit code 2, nothing changed. */
async function main(args: string[]): Promise<void> {
  const [name, ...more] = args;
  if (!name || more.length > 0) throw new RestoreError("Say which: npm run restore -- FILE");
  const { DATA_DIR, SESSION_SECRET, MEILI_URL } = env();
  const { manifest, keptIn } = await restoreBackup({
    file: resolve(name),
    dataDir: DATA_DIR,
    knownMigrations: knownMigrations(),
    now: new Date(),
  });
  console.log(`Restored ${name}, taken ${manifest.takenAt} by version ${manifest.version}.`);
  if (keptIn) console.log(`What was there before is kept in ${keptIn}`);
  if (manifest.secretMark !== secretMark(SESSION_SECRET)) {
    console.log(
      "It was taken under another SESSION_SECRET: set that one again, or people with a second factor must set it up anew and letters that wait to be sent are lost.",
    );
  }
  if (MEILI_URL) console.log("Now bring the search server level with it: npm run search:rebuild");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof RestoreError) {
    process.stderr.write(`Fairway: ${error.message}.\n`);
    process.exitCode = 2;
  } else endWith(error);
}
