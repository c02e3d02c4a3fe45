import { figure, type Row } from "./table.ts";

async function timed(url: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url);
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - began;
}

/** Freezes the engine (SIGSTOP), measures search pages before and after the breaker opens, and lets it run on. */
export async function frozenRows(origin: string, enginePid: number, paths: string[]): Promise<Row[]> {
  for (const path of paths.slice(0, 5)) await timed(origin + path);
  process.kill(enginePid, "SIGSTOP");
  try {
    const first = [];
    for (const path of paths.slice(5, 10)) first.push(await timed(origin + path));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const open = [];
    for (const path of paths.slice(10, 50)) open.push(await timed(origin + path));
    const [slowest, slowestOpen] = [Math.max(...first), Math.max(...open)];
    return [
      {
        what: "Search page, engine just frozen",
        value: `slowest of ${first.length}: ${figure(slowest, 0)} ms`,
        target: "at most 500 ms",
        ok: slowest <= 500,
      },
      {
        what: "Search page, breaker open",
        value: `slowest of ${open.length}: ${figure(slowestOpen, 0)} ms`,
        target: "at most 50 ms",
        ok: slowestOpen <= 50,
      },
    ];
  } finally {
    process.kill(enginePid, "SIGCONT");
  }
}
