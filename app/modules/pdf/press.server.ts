import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import type { AnyModel, Done, Job } from "./worker.ts";

/** Documents that may wait at once; more are turned away until some are done. */
const longestQueue = 24;
const timeLimitMs = 30_000;
/** The thread, and the fonts in it, go when nothing was asked for so long. */
const idleMs = 60_000;

type Waiting = { resolve(pdf: Buffer): void; reject(error: Error): void; limit: NodeJS.Timeout };

/** Too many documents wait already; the answer is 503 with Retry-After. */
class PressBusy extends Error {}

const kept = new LRUCache<string, Buffer>({ maxSize: 48_000_000, sizeCalculation: (pdf) => pdf.length });
const underWay = new Map<string, Promise<Buffer>>();
const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let count = 0;

/** The document's identity: what stands in it, and nothing else. */
export function versionOf(model: AnyModel): string {
  return createHash("sha256").update(JSON.stringify(model)).digest("base64url").slice(0, 22);
}

/**
 * A document as an answer to somebody's request: 304 where they have it already, 503 while too many others wait.
 * `headers` says how long it may be kept and whether it may be found.
 */
export async function pressAnswer(
  request: Request,
  model: AnyModel,
  file: string,
  headers: Record<string, string>,
): Promise<Response> {
  const etag = `"${versionOf(model)}"`;
  const all = {
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${file}"`,
    ...headers,
    ETag: etag,
  };
  if (request.headers.get("If-None-Match")?.includes(etag))
    return new Response(null, { status: 304, headers: all });
  try {
    return new Response(new Uint8Array(await press(model)), { headers: all });
  } catch (error) {
    if (error instanceof PressBusy)
      return new Response(null, { status: 503, headers: { "Retry-After": "10" } });
    throw error;
  }
}

/**
 * The finished document, kept by its content: the same content is set once, also when many ask at once.
 *
 * @throws PressBusy when too many others wait.
 */
export function press(model: AnyModel): Promise<Buffer> {
  const key = versionOf(model);
  const ready = kept.get(key);
  if (ready) return Promise.resolve(ready);
  const running = underWay.get(key);
  if (running) return running;
  if (underWay.size >= longestQueue) return Promise.reject(new PressBusy());
  const made = make(model)
    .then((pdf) => {
      kept.set(key, pdf);
      return pdf;
    })
    .finally(() => underWay.delete(key));
  underWay.set(key, made);
  return made;
}

/** In the built server by the worker thread; while developing and in tests, where there is no built one, here. */
async function make(model: AnyModel): Promise<Buffer> {
  if (!import.meta.env.PROD) return (await import("./worker.ts")).setAny(model);
  return new Promise((resolvePdf, reject) => {
    const thread = (worker ??= startWorker());
    const id = (count += 1);
    clearTimeout(idle);
    const limit = setTimeout(() => fail(new Error("a document took too long")), timeLimitMs);
    waiting.set(id, { resolve: resolvePdf, reject, limit });
    thread.postMessage({ id, model } satisfies Job);
  });
}

function startWorker(): Worker {
  const thread = new Worker(resolve("build/server/pdf-worker.js"));
  thread.unref();
  thread.on("message", (done: Done) => {
    const job = waiting.get(done.id);
    if (!job) return;
    waiting.delete(done.id);
    clearTimeout(job.limit);
    if ("pdf" in done) job.resolve(Buffer.from(done.pdf));
    else job.reject(new Error(done.fault));
    if (waiting.size > 0) return;
    idle = setTimeout(stop, idleMs);
    idle.unref();
  });
  thread.on("error", fail);
  return thread;
}

function stop(): void {
  const thread = worker;
  worker = undefined;
  thread?.removeAllListeners();
  void thread?.terminate();
}

/** A thread that hangs or died takes its jobs with it; the next one gets a new thread. */
function fail(error: Error): void {
  stop();
  for (const { reject, limit } of waiting.values()) {
    clearTimeout(limit);
    reject(error);
  }
  waiting.clear();
}
