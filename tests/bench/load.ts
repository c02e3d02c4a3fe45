import autocannon from "autocannon";

export type Load = { rps: number; p50: number; p99: number; failures: number };

export type Ask = { method?: "GET" | "POST"; path: string; body?: string; headers?: Record<string, string> };

/**
 * Asks a server on loopback from 50 connections for some seconds. Each connection starts at another place of the
 * list, and in each turn (0 ≤ turn < 1) further on: with a long list nothing is asked twice in a run, so that memory
 * doesn't flatter.
 */
export async function load(origin: string, asks: Ask[], seconds: number, turn = 0): Promise<Load> {
  const { hostname } = new URL(origin);
  if (hostname !== "127.0.0.1") throw new Error("The bench loads only this machine");
  const connections = 50;
  const perConnection = 300;
  let next = 0;
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    timeout: 5,
    setupClient(client) {
      const from = Math.floor(((next + turn) * asks.length) / connections);
      next += 1;
      // Not the whole list for each: preparing it keeps the loading process busy for seconds.
      const own = Array.from(
        { length: Math.min(asks.length, perConnection) },
        (_, i) => asks[(from + i) % asks.length]!,
      );
      client.setRequests(own.map((ask) => ({ method: "GET", ...ask })));
    },
  });
  return {
    rps: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.errors + result.timeouts + result.non2xx,
  };
}

/** The given share of the values, sorted: 0.99 of a thousand is the tenth largest. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
