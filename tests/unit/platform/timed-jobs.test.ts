import { expect, test, vi } from "vitest";
import type { Database } from "#db/client.server.ts";
import { startTimedJobs } from "#app/platform/timed-jobs.server.ts";

test("each job runs soon after the start and then at its pace; one that fails stops neither itself nor others", () => {
  vi.useFakeTimers();
  try {
    const failing = vi.fn(() => {
      throw new Error("no");
    });
    const calm = vi.fn();
    const error = vi.fn();
    const timed = startTimedJobs({
      db: {} as Database,
      log: { error },
      jobs: [
        { name: "failing", everyMinutes: 10, run: failing },
        { name: "calm", everyMinutes: 60, run: calm },
      ],
    });
    vi.advanceTimersByTime(60_000);
    expect([failing.mock.calls.length, calm.mock.calls.length]).toEqual([1, 1]);
    vi.advanceTimersByTime(60 * 60_000);
    expect([failing.mock.calls.length, calm.mock.calls.length]).toEqual([7, 2]);
    expect(error).toHaveBeenCalledTimes(7);
    timed.stop();
    vi.advanceTimersByTime(120 * 60_000);
    expect([failing.mock.calls.length, calm.mock.calls.length]).toEqual([7, 2]);
  } finally {
    vi.useRealTimers();
  }
});
