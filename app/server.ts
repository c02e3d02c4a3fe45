import * as build from "virtual:react-router/server-build";
import { resolveActor } from "#app/modules/accounts/resolve-actor.server.ts";
import { issueCredentials, otherIssuer } from "#app/modules/credentials/issue-credentials.server.ts";
import { KeyCompromised, registerKey } from "#app/modules/credentials/keys.server.ts";
import { endAndRemind } from "#app/modules/endorsements/expire-endorsements.server.ts";
import { remindOfCertificates } from "#app/modules/msmes/remind-of-certificates.server.ts";
import { keepIntroductions } from "#app/modules/network/keep-introductions.server.ts";
import { forgetRemovedSuppliers } from "#app/modules/network/keep-supplier.server.ts";
import { startDigests } from "#app/modules/saved-searches/digest.server.ts";
import { startQueryLog } from "#app/modules/search/query-log.server.ts";
import { setSearch } from "#app/modules/search/runtime.server.ts";
import { sweepUploads } from "#app/modules/uploads/sweep.server.ts";
import { keepStanding } from "#app/modules/vetting/keep-standing.server.ts";
import { createApp } from "#app/platform/app.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { env, SettingError } from "#app/platform/env.server.ts";
import { listen } from "#app/platform/http.server.ts";
import { log } from "#app/platform/log.server.ts";
import { startMail } from "#app/platform/mail.server.ts";
import { startNightlyBackup } from "#app/platform/nightly-backup.server.ts";
import { startTimedJobs, type TimedJob } from "#app/platform/timed-jobs.server.ts";
import type { Database } from "#db/client.server.ts";
import { startSearch } from "#search/runtime.server.ts";
import packageJson from "../package.json";

export { SettingError };

const version = packageJson.version;

/** What ends, lapses or is reminded of by the clock. */
const jobs: TimedJob[] = [
  { name: "endorsements", everyMinutes: 10, run: endAndRemind },
  { name: "introductions", everyMinutes: 10, run: keepIntroductions },
  { name: "standing", everyMinutes: 60, run: keepStanding },
  { name: "certificates", everyMinutes: 60, run: remindOfCertificates },
  { name: "uploads", everyMinutes: 60, run: sweepUploads },
  { name: "removed suppliers", everyMinutes: 60, run: forgetRemovedSuppliers },
];

/** The database and the workers beside the requests. `close` stops them in the order that loses nothing. */
export async function openServices() {
  const settings = env();
  if (settings.LOG_LEVEL) log.level = settings.LOG_LEVEL;
  const db = database();
  await openCredentials(db);
  const search = startSearch({
    db,
    engine: settings.SEARCH_ENGINE,
    dataDir: settings.DATA_DIR,
    meiliUrl: settings.MEILI_URL,
    meiliKey: settings.MEILI_KEY,
    log,
  });
  setSearch(search);
  const mail = startMail({ db, smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM, log });
  const digests = startDigests({ db, log });
  const queries = startQueryLog({ db, log });
  const timed = startTimedJobs({ db, log, jobs });
  const backups = startNightlyBackup({ db, settings, version, log });
  return {
    db,
    search,
    async close() {
      await backups.stop();
      await mail.stop();
      await digests.stop();
      queries.stop();
      timed.stop();
      await search.stop();
      closeDatabase();
    },
  };
}

/** Makes the signing key known and gives every endorsement in force its credential, before anybody asks for one. */
async function openCredentials(db: Database): Promise<void> {
  const ctx = { db, actor: { kind: "visitor" as const }, now: new Date(), requestId: "start" };
  try {
    await registerKey(ctx);
    // In a demo the address follows the port of the day; a real site keeps its address (docs/decisions/013).
    const issued = await issueCredentials(ctx, { moved: env().DEMO });
    const other = otherIssuer(db);
    if (other) log.warn({ other }, "credentials name another address of this site; is APP_ORIGIN right?");
    if (issued > 0) log.info({ issued }, "credentials issued");
  } catch (error) {
    if (!(error instanceof KeyCompromised)) throw error;
    throw new SettingError(`${error.message}; put another into SIGNING_KEY, or run: npm run keys:rotate`);
  }
}

/** The application on top of open services; in development Vite serves what `clientFolder` would. */
export function appOn(
  services: Awaited<ReturnType<typeof openServices>>,
  options: { clientFolder?: string; dev?: boolean; closing: () => boolean },
) {
  return createApp({
    ...options,
    build,
    db: services.db,
    settings: env(),
    version,
    resolveActor,
    searchStatus() {
      const { engine, ok, pending } = services.search.status();
      return { engine, ok, pending };
    },
  });
}

/** Opens everything, listens, and gives the address and the way to close again in good order. */
export async function start() {
  const settings = env();
  const services = await openServices();
  let closing = false;
  const app = appOn(services, { clientFolder: "build/client", closing: () => closing });
  const server = await listen(app, { port: settings.PORT, host: settings.HOST });
  log.info({ url: server.url, version }, "serving");
  return {
    url: server.url,
    async close() {
      closing = true;
      await server.stop();
      await services.close();
      log.info("closed");
    },
  };
}
