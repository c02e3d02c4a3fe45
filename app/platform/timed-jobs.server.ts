import type { Logger } from "pino";
import type { Database } from "#db/client.server.ts";

const minuteMs = 60_000;

/** Work that falls due by the clock. `run` looks for what is due, does it once, and may be called at any time. */
export type TimedJob = { name: string; everyMinutes: number; run(db: Database, now: Date): unknown };

/** Runs each job half a minute after the start and then at its pace; one that fails is logged and tried again. */
export function startTimedJobs(options: {
  db: Database;
  log: Pick<Logger, "error">;
  jobs: readonly TimedJob[];
}): { stop(): void } {
  const { db, log, jobs } = options;
  const look = ({ name, run }: TimedJob) => {
    try {
      run(db, new Date());
    } catch (err) {
      log.error({ err, job: name }, "timed job failed");
    }
  };
  const first = setTimeout(() => jobs.forEach(look), minuteMs / 2);
  const timers = jobs.map((job) => setInterval(() => look(job), job.everyMinutes * minuteMs));
  for (const timer of [first, ...timers]) timer.unref();
  return {
    stop() {
      clearTimeout(first);
      timers.forEach(clearInterval);
    },
  };
}
