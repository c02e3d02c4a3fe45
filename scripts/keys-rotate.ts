import { KeyCompromised } from "#app/modules/credentials/keys.server.ts";
import { rotateKey, RotationRefused } from "#app/modules/credentials/rotate-key.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { SettingError } from "#app/platform/env.server.ts";
import { migrateDatabase } from "#db/migrate.ts";

// `npm run keys:rotate` takes a new signing key into use, also while the server runs; what the old one signed stays
// valid. `npm run keys:rotate -- --compromised [KEY]` besides withdraws everything that a key has signed.
const [flag, key, ...rest] = process.argv.slice(2);
try {
  if ((flag !== undefined && flag !== "--compromised") || rest.length > 0) {
    throw new RotationRefused("usage: npm run keys:rotate [-- --compromised [KEY]]");
  }
  const db = database();
  migrateDatabase(db);
  const ctx = { db, actor: { kind: "visitor" as const }, now: new Date(), requestId: "keys:rotate" };
  const done = await rotateKey(ctx, flag ? { compromised: key ?? "current" } : {});
  if (done.compromised)
    console.log(`${done.compromised} is compromised: nothing it signed is valid any more.`);
  else if (done.retired) console.log(`${done.retired} is retired: what it signed stays valid.`);
  if (done.current === null) console.log("Now put a new key into SIGNING_KEY and start again.");
  else console.log(`${done.current} signs now. ${done.reissued} credentials were issued anew.`);
} catch (error) {
  if (!(
    error instanceof RotationRefused ||
    error instanceof SettingError ||
    error instanceof KeyCompromised
  )) {
    throw error;
  }
  process.stderr.write(`Fairway: ${error.message}.\n`);
  process.exitCode = 2;
} finally {
  closeDatabase();
}
