import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Database } from "#db/client.server.ts";
import type { Env } from "./env.server.ts";
import { writeBackup } from "./backup.server.ts";

const keptNights = 7;
/** 18:30 UTC is 02:30 in Beijing. */
const hourUtc = 18.5;
const hourMs = 60 * 60 * 1000;
const nightly = /^fairway-\d{4}-\d{2}-\d{2}\.tar$/;

/** Milliseconds from `now` to the next nightly backup. */
export function untilNextBackup(now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()) + hourUtc * hourMs;
  const next = today > now.getTime() ? today : today + 24 * hourMs;
  return next - now.getTime();
}

/** Takes tonight's backup into DATA_DIR/backups unless it is there, and lets go of all but the newest seven. */
export async function backupTonight(
  db: Database,
  options: { dataDir: string; version: string; secret: string; now: Date },
): Promise<string> {
  const folder = join(options.dataDir, "backups");
  const file = join(folder, `fairway-${options.now.toISOString().slice(0, 10)}.tar`);
  if (existsSync(file)) return file;
  await writeBackup(db, { ...options, file });
  const old = readdirSync(folder)
    .filter((name) => nightly.test(name))
    .sort()
    .slice(0, -keptNights);
  for (const name of old) rmSync(join(folder, name));
  return file;
}

/** Runs `backupTonight` every night while the server is up. `stop` waits for one that is being written. */
export function startNightlyBackup(options: {
  db: Database;
  settings: Pick<Env, "DATA_DIR" | "SESSION_SECRET">;
  version: string;
  log: Pick<Logger, "info" | "error">;
}): { stop(): Promise<void> } {
  const { db, settings, version, log } = options;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  const arm = () => {
    timer = setTimeout(() => {
      const now = new Date();
      running = backupTonight(db, {
        dataDir: settings.DATA_DIR,
        version,
        secret: settings.SESSION_SECRET,
        now,
      })
        .then((file) => log.info({ file }, "nightly backup written"))
        .catch((err: unknown) => log.error({ err }, "nightly backup failed"))
        .finally(arm);
    }, untilNextBackup(new Date()));
    timer.unref();
  };
  arm();
  return {
    async stop() {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}
