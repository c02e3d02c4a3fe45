import { Breaker } from "./breaker.ts";
import { startBundled, type BundledServer } from "./bundled.server.ts";
import { RefusedAnswer } from "./json-client.server.ts";
import { keysFor, MeilisearchEngine } from "./meilisearch.server.ts";

export type Log = {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
};

/** Where Meilisearch is to be had: a server of one's own, or the program to start one with. */
export type Whereabouts = { url: string; key: string } | { program: string; dataDir: string };

/** A question is given this long: a page is answered within half a second even when the engine is frozen. */
const patienceMs = 300;
const firstWaitMs = 1000;
const longestWaitMs = 30_000;

/**
 * The way to Meilisearch: connects, starts the bundled server and starts it again, watches over its health, and
 * keeps readers away from it while it does not answer.
 */
export class Connection {
  #engine: MeilisearchEngine | null = null;
  #child: BundledServer | null = null;
  #breaker = new Breaker();
  #connecting: Promise<void> | null = null;
  #stopped = false;
  #wait = firstWaitMs;
  #nextTry = 0;

  /** `onLost`: the server ended, does not answer, or answers that it has no index. */
  constructor(
    private readonly where: Whereabouts,
    private readonly log: Log,
    private readonly onLost: (how: "ended" | "silent" | "emptied") => void,
  ) {}

  get engine(): MeilisearchEngine | null {
    return this.#engine;
  }

  /** Whether a question is worth asking. */
  get answers(): boolean {
    return this.#engine !== null && !this.#breaker.isOpen(Date.now());
  }

  /** Connects if there is no connection; failures are logged, and tried again after a while that grows. */
  connect(): Promise<void> {
    if (this.#engine || this.#stopped || Date.now() < this.#nextTry) return Promise.resolve();
    this.#connecting ??= this.#connect().finally(() => (this.#connecting = null));
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    try {
      const { url, key } = "url" in this.where ? this.where : await this.#bundled(this.where);
      const keys = await keysFor(url, key, AbortSignal.timeout(3000));
      this.#engine = new MeilisearchEngine(url, keys);
      this.#wait = firstWaitMs;
    } catch (error) {
      if (this.#stopped) return;
      this.log.warn({ reason: reasonOf(error) }, "search server not reached; the embedded index answers");
      this.#nextTry = Date.now() + this.#wait;
      this.#wait = Math.min(this.#wait * 2, longestWaitMs);
    }
  }

  async #bundled(where: { program: string; dataDir: string }): Promise<{ url: string; key: string }> {
    this.#child ??= await startBundled({ ...where, log: this.log }, () => {
      this.#child = null;
      this.#engine = null;
      this.onLost("ended");
      if (!this.#stopped) this.log.warn({}, "bundled search server ended; starting it again");
    });
    return { url: this.#child.url, key: this.#child.masterKey };
  }

  /** Asks for the server's health, so that no reader has to find out that it is away, or back. */
  async probe(): Promise<void> {
    if (!this.#engine) return;
    try {
      if (!(await this.#engine.health(AbortSignal.timeout(patienceMs)))) throw new Error("not available");
      if (!this.#breaker.isOpen(Date.now())) this.#breaker.worked();
    } catch {
      this.#breaker.open(Date.now());
      this.onLost("silent");
    }
  }

  /**
   * Asks the engine, for a short while only. Null when it failed, which is noted; the caller has another engine.
   *
   * @throws the reason of `signal` when the reader has gone.
   */
  async ask<Result>(
    question: (engine: MeilisearchEngine, signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result | null> {
    if (!this.#engine || !this.answers) return null;
    // Not AbortSignal.timeout: its timer runs on after the answer, and thousands of them weigh.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
    try {
      const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
      const result = await question(this.#engine, either);
      this.#breaker.worked();
      return result;
    } catch (error) {
      signal?.throwIfAborted();
      this.#breaker.failed(Date.now());
      const emptied = error instanceof RefusedAnswer && error.code === "index_not_found";
      this.onLost(emptied ? "emptied" : "silent");
      const data = { reason: reasonOf(error) };
      // A wrong key shows as nothing but the reserve engine, so it is said loudly.
      if (/invalid_api_key|missing_authorization|\b403\b/.test(data.reason)) {
        this.log.error(data, "search server refuses our key");
      } else this.log.warn(data, "search server did not answer; the embedded index does");
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Also ends a server that was just being started. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#connecting;
    await this.#child?.stop();
  }
}

/** An error in one line for the log. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${error.name}: ${error.message}${cause}`.slice(0, 300);
}
